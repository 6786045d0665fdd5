internal import ArgumentParser
internal import Centre
internal import Foundation
internal import Records

/// `fjorten serve`
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the centre to staff and citizens.",
        discussion: """
            Runs until it is told to stop (SIGTERM, SIGHUP, or Ctrl-C); what is being answered is answered first. \
            Its log is one line of JSON for each event, on standard error; nobody waits for whoever reads it, \
            and lines that find no room are counted.

            There is no TLS in the program: on a network, put a proxy before it (fjorten print nginx). A data \
            folder that does not exist yet becomes a new centre, with a new key; where the key has served a \
            centre already, the folder is missing and serve says so.

              fjorten serve --data /var/lib/fjorten
              fjorten serve --data /var/lib/fjorten --listen unix:/run/fjorten/socket
            """)

    @OptionGroup var centre: CentreOptions

    @Option(
        help: .init(
            "An address and port, or unix:PATH. May be given more than once.", valueName: "ADDRESS")
    )
    var listen: [String] = ["127.0.0.1:8014"]

    @Option(
        help: .init(
            "Where /metrics is told on this machine: a loopback address and port, or unix:PATH.",
            valueName: "ADDRESS"))
    var metrics: String?

    @Flag(
        help: """
            Believe X-Forwarded-For and X-Forwarded-Proto of a proxy on a loopback address. On a Unix socket \
            they are always believed.
            """)
    var trustForwarded = false

    @Option(
        help: .init(
            "The group that may use a unix:PATH socket, usually the proxy's; its mode is 0660.",
            valueName: "GROUP"))
    var socketGroup: String?

    @Flag(
        help: """
            TLS ends before us: say so to browsers (Strict-Transport-Security) also where no \
            X-Forwarded-Proto that is believed tells it.
            """)
    var behindTls = false

    @Option(
        help: .init(
            "Back up so often (24h, 30m) and restore each copy for a trial; needs --backup-to.",
            valueName: "TIME"))
    var backupEvery: TimeSpan?

    @Option(help: .init("The folder that holds the backups.", valueName: "DIR"))
    var backupTo: String?

    @Option(help: .init("How many backups stay.", valueName: "N"))
    var backupKeep = 14

    @Option(
        help: .init(
            "The municipality's CVR number: letters can then be fetched as files for Digital Post.",
            valueName: "NUMBER"))
    var cvr: String?

    func validate() throws {
        guard
            cvr.map({ cvr in
                cvr.utf8.count == 8 && cvr.utf8.allSatisfy { (48...57).contains($0) }
            }) ?? true
        else { throw ValidationError("--cvr is eight digits.") }
        guard (backupEvery == nil) == (backupTo == nil) else {
            throw ValidationError("--backup-every and --backup-to belong together.")
        }
        if socketGroup != nil, !listen.contains(where: { $0.hasPrefix("unix:") }) {
            throw ValidationError("--socket-group needs --listen unix:PATH.")
        }
        guard backupKeep > 0 else { throw ValidationError("--backup-keep is at least 1.") }
    }

    private var backups: BackupPlan? {
        guard let backupEvery, let backupTo else { return nil }
        return BackupPlan(
            everySeconds: backupEvery.seconds, destination: backupTo, keep: backupKeep)
    }

    func run() throws {
        try inPlainWords {
            var configuration = centre.configuration
            configuration.senderCVR = cvr
            try CentreServer.serve(
                configuration, listen: listen, metrics: metrics,
                trustsLoopback: trustForwarded, socketGroup: socketGroup, isBehindTLS: behindTls,
                backups: backups,
                environment: ProcessInfo.processInfo.environment, clock: .ofTheMachine)
        }
    }
}

/// A span of time as it is typed: 24h, 30m, 45s.
struct TimeSpan: ExpressibleByArgument {
    /// As it was typed.
    let text: String
    let seconds: Int

    init?(argument: String) {
        let units: [Character: Int] = ["h": 3_600, "m": 60, "s": 1]
        guard let unit = argument.last.flatMap({ units[$0] }),
            let number = Int(argument.dropLast()), (1...10_000).contains(number)
        else { return nil }
        text = argument
        seconds = number * unit
    }
}
