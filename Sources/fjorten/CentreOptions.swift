internal import ArgumentParser
internal import Centre
internal import Records
internal import Domain
internal import Glibc

/// Where a centre lives: the same words for every command that opens one.
struct CentreOptions: ParsableArguments {
    @Option(help: .init("The centre's data folder.", valueName: "DIR"))
    var data: String

    @Option(
        help: .init(
            """
            The master key file; the case keys lie beside it. Keep both apart from the data folder's \
            backups. (default: <DIR>.key)
            """, valueName: "FILE"))
    var key: String?

    @Option(help: .init("The folder that holds Public/ and Migrations/.", valueName: "DIR"))
    var root = "."

    @Option(
        help: .init(
            """
            The quality standard a new centre opens with: a shipped one's id, or a file. A centre that is \
            there already keeps its own.
            """, valueName: "ID"))
    var standard = ShippedStandards.defaultID

    var configuration: Configuration {
        Configuration(dataFolder: data, keyFile: key, root: root, firstStandard: standard)
    }

    func validate() throws {
        guard !data.isEmpty else { throw ValidationError("--data needs a folder.") }
    }
}

extension CalendarClock {
    /// The machine's clock. Read here and nowhere else; everybody below is handed it.
    static let ofTheMachine = CalendarClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
    }
}

/// `1 entry`, `2 entries`.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
}

/// What lies in the database, for a terminal: signs that move the cursor, colour or turn the writing around become `?`.
func printable(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
            shown.append("?")
        default: shown.append(scalar)
        }
    }
    return String(shown)
}

/// Does the work of a command; what goes wrong becomes one sentence and a non-zero exit.
func inPlainWords(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let exit as ExitCode {
        throw exit
    } catch {
        throw Refusal(description: ErrorWords.sentence(for: error))
    }
}

/// A sentence for whoever typed the command. ArgumentParser writes it after `Error: `.
struct Refusal: Error, CustomStringConvertible {
    let description: String
}
