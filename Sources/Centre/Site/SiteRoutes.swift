internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// The pages that only inform, and the way out.
struct SiteRoutes: Sendable {
    let intake: IntakeService
    let codeGuard: CodeGuard
    let brakes: GuestBrakes

    var all: [CentreRoute] {
        [
            .open(.get, "/") { visit, loop in
                .now(loop.commonPages.page("/", for: visit) { $0.frontPage(at: visit.now) })
            },
            .open(.get, "/was") { visit, _ in
                .now(.found(visit.frame.profile.accessibilityStatement))
            },
            .open(.get, "/forlad", leave),
        ]
            + InformationPage.allCases.map { kind in
                .open(.get, kind.path) { visit, loop in
                    .now(loop.commonPages.page(kind.path, for: visit) { $0.informationPage(kind) })
                }
            }
    }

    /// Deletes her draft and closes the door behind her. A GET, because it must work as a plain
    /// link; the cookies are SameSite=Strict, so no other site can make anybody leave.
    /// `Clear-Site-Data` is not sent: it would log her out of the municipality's other pages too.
    private func leave(_ visit: Visit, _ loop: LoopContext) -> Answer {
        codeGuard.endSession(visit.request.cookieWord(CodeGuard.cookieName))
        let away = Response.found(visit.frame.profile.neutralPage)
            .setting(Cookie.expired(DraftKey.cookieName))
            .setting(Cookie.expired(CodeGuard.cookieName))
        guard let key = visit.draftKey else { return .now(away) }
        brakes.gone(draft: key.rowID)
        return visit.writing { [intake] db in
            try intake.delete(key, in: db)
        } then: { _, _ in
            away
        }
    }
}

extension Response {
    /// Sends the browser to another site.
    fileprivate static func found(_ address: String) -> Response {
        Response(status: 303, headers: [("Location", address)])
    }
}
