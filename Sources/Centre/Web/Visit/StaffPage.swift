internal import HTML
internal import HTTP
internal import Records

/// The pages behind the login.
extension StaffVisit {
    /// A page in the staff's frame: her name and role, the doors her role opens, the minutes she has left.
    ///
    /// - Parameters:
    ///   - title: never a name; cases stand by number.
    ///   - menu: the id of the menu line the page belongs to.
    func page(
        _ title: String, menu: String? = nil, back: Address? = nil, problems: [FormProblem] = [],
        status: Status = .ok, _ content: HTML
    ) -> Response {
        visit.page(
            visit.frame.page(
                StaffPage(
                    title: title, menuItem: menu, back: back, problems: problems,
                    confirmation: problems.isEmpty ? takeConfirmation() : nil, content: content),
                for: reader),
            status: status)
    }

    /// Says on the next page she sees what was just done.
    func confirm(_ confirmation: Confirmation) {
        guard let key = request.cookie(SessionCookie.name) else { return }
        visit.web.sessions.confirm(confirmation, in: key)
    }

    /// Said once: on the page that follows.
    private func takeConfirmation() -> HTML? {
        guard session.confirmation != nil, let key = request.cookie(SessionCookie.name) else {
            return nil
        }
        return visit.web.sessions.takeConfirmation(key).map {
            confirmationView($0, token: token)
        }
    }

    /// Who the frame is made for.
    var reader: StaffReader {
        StaffReader(
            name: session.member.name, role: role.danishName, formToken: session.formToken,
            menu: visit.web.menu.lines(for: role), search: visit.web.menu.search(for: role),
            home: visit.web.menu.home(for: role),
            secondsLeft: session.secondsLeft(at: now))
    }
}
