internal import ArgumentParser
internal import Domain
internal import Glibc

/// `fjorten explain`: what the rules say about one case, and why.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Print the verdict on one case history as JSON.",
        discussion: """
            Reads one history from a file or standard input and prints what the law and the \
            standard say about it on a day: guarantee, deadlines, intensity, answers and notices, \
            each with its reasons.

            Exit codes: 65 the history or the standard is not valid (its faults stand on standard \
            error, one a line, by their path), 66 there is no such standard or file.
            """)

    @Option(help: "The name of a shipped standard, or a file.")
    var standard: StandardArgument

    @Option(help: "The day that counts as today, such as 2026-11-21 (default: today in Denmark).")
    var on: DayArgument?

    @Argument(help: "The history's file; - or nothing is standard input.")
    var history: String = "-"

    func run() throws {
        let standard = try standard.standard()
        let bytes: [UInt8]
        do throws(FileBytes.ReadError) {
            bytes = try FileBytes.read(history)
        } catch {
            Terminal.complain("fjorten: the file \(history) \(error)\n")
            throw ExitCode(66)
        }
        let verdict: [UInt8]
        do throws(HistoryFaults) {
            verdict = try Explain.verdict(
                ofHistory: bytes, under: standard, on: on?.day ?? Clock.today)
        } catch {
            Terminal.complain("\(error)\n")
            throw ExitCode(65)
        }
        try Terminal.say(verdict)
    }
}
