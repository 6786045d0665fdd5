internal import ArgumentParser
internal import Centre
internal import Records

/// `fjorten demo`
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make a new centre with a year of invented people in it.",
        discussion: """
            For showing and trying: the year ends today, every outcome of the treatment guarantee is in it, and \
            everything was written the way the staff's own pages write. The names are words for "test", and the \
            CPR numbers those of people born before 1900. The same seed gives the same people.

            The data folder must not hold a centre already. Afterwards, give the invented staff a password:

              fjorten demo --data demo.data --seed 14
              echo "four words as password" | fjorten user password --data demo.data --login anne
              fjorten serve --data demo.data
            """)

    @OptionGroup var centre: CentreOptions

    @Option(help: .init("Any whole number.", valueName: "N"))
    var seed: UInt64 = 14

    func run() throws {
        try inPlainWords {
            let told = try Demo.make(centre.configuration, seed: seed, clock: .ofTheMachine)
            print(
                "\(told.cases) invented courses, \(told.acts) acts, from \(told.from) to \(told.to)."
            )
            for member in told.staff {
                print("\(member.login)\t\(member.role.rawValue)\t\(member.name)")
            }
        }
    }
}
