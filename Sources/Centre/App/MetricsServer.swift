internal import HTTP
internal import SQLite

/// Tells the figures of a centre and its server, on a listener of its own that no citizen reaches.
enum MetricsServer {
    /// Reads where the figures are to be told: on this machine and nowhere else.
    static func address(_ text: String) throws -> ListenAddress {
        let address = try ListenAddress(text)
        guard address.isLocal else { throw MetricsError.onNetwork(text) }
        return address
    }

    static func start(
        at address: ListenAddress, telling server: Server<LoopContext>, and writer: Writer
    ) throws -> Server<Void> {
        var how = ServerConfiguration(addresses: [address])
        how.loopCount = 1
        how.limits.connectionCountMax = 16
        let router = Router<Void>(routes: [
            Route(.get, "/metrics") { _, _, _ in
                let text = server.metrics.prometheusText + prometheusText(writer.figures)
                return .now(
                    .bytes(
                        Array(text.utf8), contentType: "text/plain; version=0.0.4; charset=utf-8"))
            }
        ])
        let meter = Server(configuration: how, router: router) { _ in }
        try meter.start()
        return meter
    }

    static func prometheusText(_ figures: WriterFigures) -> String {
        PrometheusText.gauge(
            "writer_queue_length", "Jobs that wait for the writer.", figures.waitingCount)
            + PrometheusText.histogram(
                "writer_commit_seconds", "How long the disk took for a commit of the writer.",
                boundsMicroseconds: WriterFigures.bucketMicroseconds, counts: figures.commitCounts,
                totalMicroseconds: figures.totalMicroseconds)
    }
}

/// Why the figures are not told.
enum MetricsError: Error, Hashable, CustomStringConvertible {
    /// Others than this machine could ask for them.
    case onNetwork(String)

    var description: String {
        switch self {
        case .onNetwork(let text):
            "--metrics is for this machine alone: a loopback address or unix:PATH, not \(text)."
        }
    }
}
