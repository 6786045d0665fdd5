internal import ArgumentParser
internal import Centre
internal import Records

/// `fjorten migrate`
struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Make a new centre, or bring an old one's database up to date.",
        discussion: """
            In an empty or missing data folder this makes the database, the key file and the first quality \
            standard; never with a key that has served a centre already: then the folder is missing, or its \
            disk not mounted, and there is a backup to restore. In an old one it applies the migrations that wait, each whole or not at all. Running it \
            again changes nothing. Stop the server first.

              fjorten migrate --data /var/lib/fjorten --standard naestved
            """)

    @OptionGroup var centre: CentreOptions

    func run() throws {
        try inPlainWords {
            let applied = try Commands.migrate(centre.configuration, clock: .ofTheMachine)
            switch applied.count {
            case 0: print("The database is up to date.")
            case 1: print("Applied migration \(applied[0]).")
            default:
                print("Applied migrations \(applied.map(String.init).joined(separator: ", ")).")
            }
        }
    }
}
