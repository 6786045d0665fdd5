internal import Domain
internal import Foundation
internal import HTTP
public import Logging
public import SQLite

/// The house, open: its database, its keys, its rooms. Made once by `main` and handed down.
public final class Centre: Sendable {
    let configuration: Configuration
    let clock: CalendarClock
    let log: Logger
    let vault: Vault
    let audit: AuditLog
    let cases: Ledger
    let acts: CaseActs
    let staff: StaffAccounts
    let standards: StandardBook
    let intake: IntakeService
    let search: SearchIndex
    let retention: RetentionService
    let logReview: LogReview
    let codeDoor = CodeDoor()
    let files: StaticFiles
    private let assets: PageAssets
    let sessions: Sessions
    let formOwner: FormOwner
    let operations: Operations
    let loginDoor = LoginDoor()
    /// The only thread that writes. Everything acknowledged has gone through it.
    public let writer: Writer

    private init(
        configuration: Configuration, clock: CalendarClock, log: Logger, vault: Vault,
        writer: Writer, cases: Ledger, search: SearchIndex, standards: StandardBook,
        files: StaticFiles
    ) {
        self.configuration = configuration
        self.clock = clock
        self.log = log
        self.vault = vault
        self.writer = writer
        self.standards = standards
        audit = AuditLog(vault: vault)
        self.cases = cases
        self.search = search
        acts = CaseActs(cases: cases, audit: audit)
        staff = StaffAccounts(audit: audit)
        intake = IntakeService(vault: vault, cases: cases, audit: audit)
        logReview = LogReview(audit: audit)
        retention = RetentionService(
            cases: cases, audit: audit, standards: standards, staff: staff)
        formOwner = FormOwner(vault: vault)
        sessions = Sessions(formOwner)
        operations = Operations(
            openedAt: clock.now, database: FileIdentity(configuration.databaseFile))
        self.files = files
        assets = PageAssets(
            stylesheet: files.address(for: "style.css"),
            script: files.address(for: "fjorten.js"),
            icon: files.address(for: "favicon.svg"))
    }

    /// Opens the house on an existing, migrated data folder.
    ///
    /// - Throws: ``OpeningError`` with a cause a sentence can be made of, or the database's own error. Nothing is written then.
    public static func open(
        _ configuration: Configuration, clock: CalendarClock, log: Logger
    ) throws -> Centre {
        try Opening.expectCentre(configuration)
        try Opening.firstStandard(configuration)
        let vault = try Vault(keyFile: configuration.keyFile, createIfMissing: false)
        let connection = try Connection(path: configuration.databaseFile, .readWrite)
        try Opening.check(configuration, connection)
        try Opening.check(vault, connection)
        try Opening.checkSlots(vault, connection)
        let standards = StandardBook()
        try standards.load(from: connection)
        try IntakeService.forgetDeadDrafts(at: clock.now, in: connection)
        let files = try StaticFiles(root: configuration.publicFolder)
        try CodeKeys(vault: vault).finish(at: clock.now, in: connection)
        // A migration that was cut short before its rows were proven is finished.
        try RowProofs(vault: vault).begin(at: clock.now, in: connection)
        // A case whose erasing was cut short is forgotten before anybody can ask for it.
        try Erasure.finish(in: connection, vault: vault)
        let place = ChainAnchor.Place(vault, configuration)
        let anchor = try ChainAnchor(place, connection)
        try vault.noteServed()
        warn(place, configuration, in: log)
        let search = SearchIndex()
        let cases = Ledger(vault: vault, personChanges: { search.touch($0) })
        let writer = Writer(connection) { db in
            anchor.keep(db)
            search.catchUp(cases, db)
        }
        return Centre(
            configuration: configuration, clock: clock, log: log, vault: vault, writer: writer,
            cases: cases, search: search, standards: standards, files: files)
    }

    /// What is not as it should be, but no reason to stay closed.
    private static func warn(
        _ place: ChainAnchor.Place, _ configuration: Configuration, in log: Logger
    ) {
        if let mode = PrivateFile.closeToOtherWriters(configuration.dataFolder) {
            log.warning(
                "others could write in the data folder; its mode is mended",
                metadata: ["was": "\(String(mode, radix: 8))"])
        }
        if isInside(configuration.keyFile, folder: configuration.dataFolder) {
            log.warning(
                "the key lies in the data folder", metadata: ["key": "\(configuration.keyFile)"])
        }
        switch ChainAnchor.standing(place) {
        case .whole: break
        case .unwitnessed:
            log.error("no note of the audit chain's head was found; run: fjorten verify")
        case .cut: log.error("the audit log is cut off; run: fjorten verify")
        }
    }

    /// Lets the writer finish what it has taken, and closes.
    public func close() {
        search.stop()
        writer.stop()
    }

    /// The standard in force today.
    func standardToday() throws -> AdoptedStandard {
        guard let standard = standards.inForce(on: clock.today) else {
            throw OpeningError.noStandard
        }
        return standard
    }

    /// What stands around every page today; a standard that comes into force brings its address and telephone with it.
    func frame(on day: CalendarDay) -> Frame {
        Frame(profile: standards.inForce(on: day)?.profile ?? .demonstration, assets: assets)
    }

    /// One request on its way: who asks is read from her cookie, the moment from the clock.
    func visit(_ request: Request, _ path: PathParameters) -> Visit {
        let now = clock.now
        let session = request.cookie(SessionCookie.name).flatMap {
            sessions.session($0, at: now)
        }
        return Visit(request: request, path: path, centre: self, session: session, now: now)
    }
}

/// The cookie that holds a session's key. The prefix makes the browser refuse it from anywhere but this very host.
enum SessionCookie {
    static let name = "__Host-fjorten"

    static func holding(_ key: String) -> Cookie {
        Cookie(name, key, sameSite: .strict)
    }

    static let gone = Cookie.expired(name)
}
