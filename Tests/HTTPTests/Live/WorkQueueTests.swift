import Foundation
import Glibc
import Synchronization
import Testing

@testable import HTTP

extension WorkQueue {
    fileprivate static let passwords = WorkQueue(
        named: "passwords", waitingMax: 2, patience: .seconds(30), retryAfterSeconds: 7)
    fileprivate static let reports = WorkQueue(named: "reports", waitingMax: 10)
    fileprivate static let hasty = WorkQueue(
        named: "hasty", waitingMax: 10, patience: .milliseconds(100), retryAfterSeconds: 3)
    fileprivate static let unused = WorkQueue(named: "unused-queue", waitingMax: 1)
}

@Suite("Work that takes long", .serialized)
struct WorkQueueTests {
    /// Work that goes on until it is let go.
    private final class Gate: Sendable {
        private let isOpen = Atomic(false)
        let begun = Atomic(0)

        func pass() {
            begun.add(1, ordering: .relaxed)
            while !isOpen.load(ordering: .acquiring) { usleep(1_000) }
        }

        func open() { isOpen.store(true, ordering: .releasing) }
    }

    private func withSite(_ body: (Gate, Server<Int>, UInt16) throws -> Void) throws {
        let gate = Gate()
        let routes: [Route<Int>] = [
            Route(.get, "/nu") { _, _, _ in .now(.text("nu.")) },
            Route(.get, "/login") { _, _, _ in
                .slow(on: .passwords) {
                    gate.pass()
                    return .text("login.")
                }
            },
            Route(.get, "/rapport") { _, _, _ in .slow(on: .reports) { .text("rapport.") } },
            Route(.get, "/hastig") { _, _, _ in
                .slow(on: .hasty) {
                    gate.pass()
                    return .text("hastig.")
                }
            },
            Route(.get, "/langsom") { _, _, _ in .slow { .text("langsom.") } },
            Route(.get, "/aldrig") { _, _, _ in .slow(on: .unused) { .empty() } },
        ]
        let router = Router(routes: routes) { status, request in
            .text("side \(status.code) til \(request.path).", status: status)
        }
        var configuration = ServerConfiguration(addresses: [.tcp(host: "127.0.0.1", port: 0)])
        configuration.loopCount = 1
        configuration.defaultHeaders = .none
        let server = Server(configuration: configuration, router: router) { $0 }
        try server.start()
        defer {
            gate.open()
            server.stop(drainLimit: .milliseconds(500))
        }
        try body(gate, server, try #require(server.port))
    }

    private func asking(_ path: String, _ port: UInt16) throws -> Client {
        let client = try Client(port: port)
        client.get(path)
        return client
    }

    @Test(
        "one kind's full queue is told to come again, with the site's page, and holds no other kind up"
    )
    func fullQueue() throws {
        try withSite { gate, _, port in
            let first = try asking("/login", port)
            while gate.begun.load(ordering: .relaxed) == 0 { usleep(1_000) }
            let waiting = try (0..<2).map { _ in try asking("/login", port) }
            // The loop takes requests in the order they came.
            let probe = try asking("/nu", port)
            #expect(probe.read(until: "nu.").contains("nu."))
            let refused = try asking("/login", port)
            let refusal = refused.read(until: "login.")
            #expect(refusal.hasPrefix("HTTP/1.1 503 "))
            #expect(refusal.contains("Retry-After: 7\r\n"))
            #expect(refusal.hasSuffix("side 503 til /login."))
            let report = try asking("/rapport", port)
            #expect(report.read(until: "rapport.").contains("200 OK"))
            gate.open()
            for client in [first] + waiting {
                #expect(client.read(until: "login.").contains("200 OK"))
            }
            #expect(gate.begun.load(ordering: .relaxed) == 3)
        }
    }

    @Test("what has waited longer than its queue's patience is given up, and never begun")
    func patience() throws {
        try withSite { gate, _, port in
            let first = try asking("/hastig", port)
            while gate.begun.load(ordering: .relaxed) == 0 { usleep(1_000) }
            let second = try asking("/hastig", port)
            let refusal = second.read(until: "hastig.")
            #expect(refusal.hasPrefix("HTTP/1.1 503 "))
            #expect(refusal.contains("Retry-After: 3\r\n"))
            gate.open()
            #expect(first.read(until: "hastig.").contains("200 OK"))
            #expect(gate.begun.load(ordering: .relaxed) == 1)
            let third = try asking("/hastig", port)
            #expect(third.read(until: "hastig.").contains("200 OK"))
        }
    }

    @Test("a queue's thread is there when there is work for it, and not before")
    func lazyThreads() throws {
        try withSite { _, _, port in
            #expect(!threadNames().contains("unused-queue"))
            let client = try asking("/aldrig", port)
            #expect(client.read(until: "\r\n\r\n").contains("204"))
            #expect(threadNames().filter { $0 == "unused-queue" }.count == 1)
        }
        #expect(!threadNames().contains("unused-queue"))
    }

    @Test("work that has not begun is dropped when the server stops")
    func stop() throws {
        let gate = Gate()
        let pool = try WorkPool(.passwords)
        let work = Work {
            gate.pass()
        } giveUp: {
        }
        for _ in 0..<3 { #expect(pool.submit(work)) }
        #expect(!pool.submit(work))
        while gate.begun.load(ordering: .relaxed) == 0 { usleep(1_000) }
        let opener = try HTTP.Thread(named: "opener") {
            usleep(50_000)
            gate.open()
        }
        pool.stop()
        opener.join()
        #expect(gate.begun.load(ordering: .relaxed) == 1)
        #expect(!pool.submit(work))
    }

    @Test("an answer may say when to come again")
    func retryAfter() {
        #expect(
            Response.text("", status: .tooManyRequests).retrying(afterSeconds: 30).headers[
                "Retry-After"] == "30")
        let own = Response.text("").setting("Retry-After", "9").retrying(afterSeconds: 30)
        #expect(own.headers.all("Retry-After") == ["9"])
    }

    private func threadNames() -> [String] {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        return tasks.compactMap {
            try? String(contentsOfFile: "/proc/self/task/\($0)/comm", encoding: .utf8)
                .replacing("\n", with: "")
        }
    }
}
