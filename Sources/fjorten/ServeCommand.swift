internal import ArgumentParser
internal import Centre
internal import Foundation

/// `fjorten serve`
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the centre to staff and citizens.",
        discussion: """
            Runs until it is told to stop (SIGTERM, or Ctrl-C); what is being answered is answered first. \
            Its log is one line of JSON for each event, on standard error.

            There is no TLS in the program: on a network, put a proxy before it (fjorten print nginx). A data \
            folder that does not exist yet becomes a new centre, with a new key.

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
            "Where /metrics is told, apart from the site: an address and port, or unix:PATH.",
            valueName: "ADDRESS"))
    var metrics: String?

    func run() throws {
        try inPlainWords {
            try CentreServer.serve(
                centre.configuration, listen: listen, metrics: metrics,
                environment: ProcessInfo.processInfo.environment, clock: .ofTheMachine)
        }
    }
}
