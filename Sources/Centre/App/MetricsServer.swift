internal import HTTP

/// Tells the figures of another server, on a listener of its own that no citizen reaches.
enum MetricsServer {
    static func start(at address: ListenAddress, telling server: Server<Loop>) throws -> Server<
        Void
    > {
        var how = ServerConfiguration(addresses: [address])
        how.loopCount = 1
        how.slowThreadCount = 1
        how.streamThreadCount = 1
        how.limits.connectionCountMax = 16
        let router = Router<Void>(routes: [
            Route(.get, "/metrics") { _, _, _ in
                .now(
                    .bytes(
                        Array(server.metrics.prometheusText.utf8),
                        contentType: "text/plain; version=0.0.4; charset=utf-8"))
            }
        ])
        let meter = Server(configuration: how, router: router) { _ in }
        try meter.start()
        return meter
    }
}
