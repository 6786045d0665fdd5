package import Domain
internal import HTTP
package import Logging
package import Records

/// The centre, open: the house and its rooms.
package final class Centre: Sendable {
    package let house: House
    let services: Services
    let rooms: [Room]
    let routes: [CentreRoute]
    let web: WebContext
    let log: Logger

    private init(_ house: House, _ rooms: [Room], _ index: SearchIndex, log: Logger) throws {
        self.house = house
        self.rooms = rooms
        self.log = log
        let services = Services(house, index, rooms)
        self.services = services
        routes = rooms.flatMap { $0.routes(services) }
        let descriptions = rooms.map(\.description)
        let nobody = try CaseState.ofNobody(house.standards, at: house.clock.now)
        let reader = try house.reader()
        web = WebContext(
            house, isPractice: try house.audit.beginsWith(.practiceBegun, in: reader),
            menu: StaffMenu(descriptions.flatMap(\.menu), routes),
            fieldLabels: FieldLabels(
                descriptions.map(\.fieldLabels) + [services.acts.fieldLabels(nobody)]),
            files: try StaticFiles(root: house.configuration.publicFolder), log: log)
    }

    /// Opens the centre on an existing, migrated data folder.
    ///
    /// - Parameter log: silent for a command.
    /// - Throws: ``OpeningError`` with a cause a sentence can be made of, or the database's own error. Nothing is written then.
    package static func open(
        _ configuration: Configuration, clock: CalendarClock,
        log: Logger = Logger(label: "command") { _ in SwiftLogNoOpLogHandler() }
    ) throws -> Centre {
        let index = SearchIndex()
        let rooms = Room.all(index)
        let house = try House.open(configuration, rooms.plan, clock: clock)
        let centre = try Centre(house, rooms, index, log: log)
        for warning in house.warnings() { warning.say(in: log, configuration) }
        return centre
    }

    /// Lets the writer finish what it has taken, and closes.
    package func close() {
        services.index.stop()
        house.close()
    }

    /// What each room does in the demo's year.
    var scenes: [DemoScene] { rooms.compactMap { $0.scene?(services) } }

    /// The routes as the HTTP server takes them.
    func router() -> Router<LoopContext> {
        Router(routes: routes.map { $0.guarded(by: web) }, files: web.files) {
            [web] status, request in
            let visit = web.visit(request, PathParameters())
            return switch status {
            case .notFound: visit.notFound()
            case .methodNotAllowed:
                visit.page(visit.frame.sendOnlyPage(for: visit.reader), status: status)
            default: .text(status.codeAndReason, status: status)
            }
        }
    }
}

extension HouseWarning {
    fileprivate func say(in log: Logger, _ configuration: Configuration) {
        switch self {
        case .folderWasOpen(let mode):
            log.warning(
                "others could write in the data folder; its mode is mended",
                metadata: ["was": "\(String(mode, radix: 8))"])
        case .keyInDataFolder:
            log.warning(
                "the key lies in the data folder", metadata: ["key": "\(configuration.keyFile)"])
        case .chainUnwitnessed:
            log.error("no note of the audit chain's head was found; run: fjorten verify")
        case .chainCut: log.error("the audit log is cut off; run: fjorten verify")
        }
    }
}
