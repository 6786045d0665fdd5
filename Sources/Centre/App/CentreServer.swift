package import Domain
internal import Foundation
internal import HTTP
internal import Logging
package import Records

/// The house with its doors open, from the first log line to the last.
package enum CentreServer {
    /// Opens the centre, serves it, and returns when it was told to stop and has stopped.
    ///
    /// A data folder that does not exist yet, or is empty, becomes a new centre first, unless the key
    /// has served one already: then the folder is missing, not new.
    ///
    /// - Parameters:
    ///   - listen: `127.0.0.1:8014`, `[::1]:8014`, `unix:PATH`.
    ///   - metrics: Where `/metrics` is told, apart from the site; nil for nowhere.
    ///   - trustsLoopback: Whether a proxy on a loopback address is believed who it says asks, as one on a Unix
    ///     socket always is.
    ///   - socketGroup: The group that may use a Unix socket, usually the proxy's; nil is the program's own.
    ///   - isBehindTLS: TLS ends before us, also where no forwarded field says so.
    ///   - backups: How often to back up, and where to; nil for never.
    ///   - environment: A service manager's sockets win over `listen`, and it is told when we are ready.
    /// - Throws: Whatever keeps it from serving; ``ErrorWords`` makes the sentence.
    package static func serve(
        _ configuration: Configuration, listen: [String], metrics: String? = nil,
        trustsLoopback: Bool = false, socketGroup: String? = nil, isBehindTLS: Bool = false,
        backups: BackupPlan? = nil,
        environment: [String: String] = [:], clock: CalendarClock
    ) throws {
        StopSignal.block()
        let inherited = Systemd.sockets(environment)
        let addresses =
            inherited.isEmpty
            ? try listen.map { (text) throws(ServerError) in
                try ListenAddress(text).forGroup(socketGroup)
            } : inherited
        let metricsAddress = try metrics.map(MetricsServer.address)
        let lines = LogStream(descriptor: 2) { clock.now.seconds }
        defer { lines.finish() }
        let log = Logger(label: "fjorten") { _ in
            JSONLinesLogHandler(level: .info, now: { clock.now }, write: { lines.write($0[...]) })
        }
        if let backups { try configuration.expectOutside(backups.destination) }
        if !configuration.holdsACentre, isNew(configuration) {
            // A centre that could not be served would be made for nothing.
            for address in addresses + [metricsAddress].compactMap(\.self) {
                try address.tryOut()
            }
            _ = try Opening.prepare(configuration, .ofAllRooms, clock: clock)
            log.notice("new centre", metadata: ["data": "\(configuration.dataFolder)"])
        }
        try Opening.expectCentre(configuration)
        let lock = try configuration.lock()
        defer { withExtendedLifetime(lock) {} }
        let centre = try Centre.open(configuration, clock: clock, log: log)
        defer { centre.close() }
        let control = centre.house.startControl()
        if control == nil {
            log.warning(
                "no control socket: commands that write must wait until the server is stopped",
                metadata: ["folder": "\(configuration.dataFolder)"])
        }
        defer { control?.stop() }
        var how = ServerConfiguration(addresses: addresses)
        how.accessLog = lines
        how.isBehindTLS = isBehindTLS
        if trustsLoopback { how.proxyTrust = .unixSocketAndLoopback }
        let server = server(of: centre, how)
        try server.start()
        for address in addresses {
            log.notice(
                "listening", metadata: ["address": "\(shown(address, port: server.port))"])
        }
        // Nobody waits for it: searches by name say how far it is.
        centre.services.index.build(for: centre.house, log: log)
        let meter = try metricsAddress.map {
            try MetricsServer.start(at: $0, telling: server, and: centre.house.writer)
        }
        defer { meter?.stop(drainLimit: .seconds(1)) }
        let keeper = backups.map { BackupKeeper($0, log: log) }
        let jobs = JobRunner(
            centre.rooms.flatMap(\.description.jobs) + (keeper.map { [$0.job] } ?? [])
                + witnesses(of: centre, log),
            centre.house, log: log)
        centre.services.operations.backups = keeper.map { ($0, jobs) }
        jobs.start()
        defer { jobs.stop() }
        Systemd.notify("READY=1", environment)
        StopSignal.wait()
        Systemd.notify("STOPPING=1", environment)
        log.notice("stopping")
        server.stop()
        log.notice("stopped")
    }

    private static func server(
        of centre: Centre, _ how: ServerConfiguration
    ) -> Server<LoopContext> {
        var how = how
        let clock = centre.house.clock
        how.wallClock = { clock.now.seconds }
        let databaseFile = centre.house.configuration.databaseFile
        return Server(configuration: how, router: centre.router()) { _ in
            try LoopContext(databaseFile: databaseFile)
        }
    }

    /// What is told to the log stream now and then, so that a copy of it lies outside the house: where the audit chain
    /// ends, and how often something was refused.
    private static func witnesses(of centre: Centre, _ log: Logger) -> [Job] {
        [
            Job("audit head", everySeconds: 3_600) { house in
                guard let head = try house.chainHead() else { return }
                log.notice("audit head", metadata: ["head": "\(head)"])
            },
            Job("refusals", everySeconds: RefusalLog.windowSeconds) { [web = centre.web] house in
                let counts = web.refusals.takeCounts(at: house.clock.now)
                for (kind, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                    log.notice(
                        "refused", metadata: ["kind": "\(kind.rawValue)", "count": "\(count)"])
                }
            },
        ]
    }

    private static func isNew(_ configuration: Configuration) -> Bool {
        let held = try? FileManager.default.contentsOfDirectory(atPath: configuration.dataFolder)
        return held?.isEmpty ?? true
    }

    private static func shown(_ address: ListenAddress, port: UInt16?) -> String {
        guard case .tcp(let host, 0) = address, let port else { return address.description }
        return ListenAddress.tcp(host: host, port: port).description
    }
}
