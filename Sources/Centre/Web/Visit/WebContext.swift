internal import Domain
internal import HTTP
internal import Logging
internal import Records

/// What every visit needs, whatever the room it is for: made once, when the doors are hung.
final class WebContext: Sendable {
    let house: House
    let log: Logger
    let files: StaticFiles
    let assets: PageAssets
    /// Whether the people in the house are invented.
    let isPractice: Bool
    let formOwner: FormOwner
    let sessions: Sessions
    let loginGuard = LoginGuard()
    let menu: StaffMenu
    let fieldLabels: FieldLabels

    init(
        _ house: House, isPractice: Bool, menu: StaffMenu, fieldLabels: FieldLabels,
        files: StaticFiles, log: Logger
    ) {
        self.house = house
        self.isPractice = isPractice
        self.menu = menu
        self.fieldLabels = fieldLabels
        self.files = files
        self.log = log
        formOwner = FormOwner(vault: house.vault)
        sessions = Sessions(formOwner)
        assets = PageAssets(
            stylesheet: files.address(for: "style.css"),
            script: files.address(for: "fjorten.js"),
            icon: files.address(for: "favicon.svg"))
    }

    /// What stands around every page today; a standard that comes into force brings its address and telephone with it.
    func frame(on day: CalendarDay) -> Frame {
        Frame(
            profile: house.standards.inForce(on: day)?.profile ?? .demonstration, assets: assets,
            isPractice: isPractice)
    }

    /// One request on its way: who asks is read from her cookie, the moment from the clock.
    func visit(_ request: Request, _ path: PathParameters) -> Visit {
        let now = house.clock.now
        let session = request.cookie(SessionCookie.name).flatMap {
            sessions.session($0, at: now)
        }
        return Visit(request: request, path: path, web: self, session: session, now: now)
    }
}
