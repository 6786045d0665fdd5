import Domain
import Foundation
import Logging
import Records
import Synchronization
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What happens by itself")
struct JobsTests {
    /// What was done, in its order.
    private final class Diary: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func note(_ line: String) { lines.withLock { $0.append(line) } }

        /// Waits until so much is noted; a second or two, where a job's own time must come.
        func wait(for count: Int) {
            for _ in 1...1_000 where all.count < count { usleep(10_000) }
        }
    }

    struct Typed: Error, CustomStringConvertible { let description = "Grethe Gran" }

    let house: TestHouse
    private let diary = Diary()
    private let log: Logger
    private let logged = Diary()

    init() throws {
        house = try TestHouse()
        let logged = logged
        log = Logger(label: "test") { _ in
            JSONLinesLogHandler(
                level: .info, now: { HouseFiles.thursday },
                write: { logged.note(String(decoding: $0, as: UTF8.self)) })
        }
    }

    private func job(_ name: String, everySeconds: Int, first: Int = 0) -> Job {
        let diary = diary
        return Job(name, everySeconds: everySeconds, secondsToFirst: { _ in first }) { _ in
            diary.note(name)
        }
    }

    private func withRunner(_ jobs: [Job], _ body: (JobRunner) throws -> Void) throws {
        let runner = JobRunner(jobs, house.records, log: log)
        runner.start()
        defer { runner.stop() }
        try body(runner)
    }

    @Test("what is due when the house opens is done at once, the rest when its time comes")
    func due() throws {
        try withRunner(
            [job("drafts", everySeconds: 300), job("backup", everySeconds: 3_600, first: 60)]
        ) { runner in
            diary.wait(for: 1)
            #expect(diary.all == ["drafts"])
            #expect(runner.nextRun(of: "backup")?.seconds == house.now.seconds + 60)
            #expect(runner.nextRun(of: "nothing") == nil)
        }
    }

    @Test("it is done again by the house's own clock, and no oftener")
    func again() throws {
        try withRunner([job("drafts", everySeconds: 1)]) { runner in
            diary.wait(for: 1)
            #expect(diary.all.count == 1, "the clock stands still")
            house.time.advance(seconds: 1)
            diary.wait(for: 2)
            #expect(diary.all.count == 2)
        }
    }

    @Test("one that fails is told in the log by its kind, comes again, and stops no other")
    func failing() throws {
        let wrong = Job("wrong", everySeconds: 60) { _ in throw Typed() }
        try withRunner([wrong, job("drafts", everySeconds: 300)]) { runner in
            diary.wait(for: 1)
            #expect(diary.all == ["drafts"])
            #expect(runner.nextRun(of: "wrong")?.seconds == house.now.seconds + 60)
        }
        #expect(logged.all.count == 1)
        #expect(logged.all.first?.contains(#""fault":"Typed","job":"wrong""#) == true)
        #expect(!logged.all.joined().contains("Grethe"))
    }

    @Test("the rooms' own jobs run in a house that is well")
    func roomsJobs() throws {
        _ = try house.keep(EnquiryAnswers())
        house.time.advance(minutes: 61)
        try house.runJobs()
        #expect(try house.rowCount("draft") == 0)
        let names = house.centre.rooms.flatMap(\.description.jobs).map(\.name)
        #expect(names.count == Set(names).count)
    }
}
