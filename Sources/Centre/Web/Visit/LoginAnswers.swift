internal import HTTP
internal import Records

extension Visit {
    /// The browser, if somebody has logged in with it before.
    var knownBrowser: KnownBrowser? {
        KnownBrowser(request.cookie(KnownBrowser.cookieName), web.house.vault)
    }

    /// Whether she comes with the key of a session that is over.
    var hadSession: Bool {
        session == nil && request.cookie(SessionCookie.name).map { !$0.isEmpty } ?? false
    }

    /// Whether it is over because she did nothing for so long.
    var wasIdle: Bool {
        hadSession && request.cookie(SessionCookie.name).map(web.sessions.ranOut) ?? false
    }

    /// The login page with a form of its own.
    func loginPage(
        _ notice: LoginNotice, login: String = "", wayBack: String? = nil, kept: SavedForm? = nil,
        status: Status
    ) -> Response {
        // Kept, if the browser has one: two tabs with a login page each must both work.
        let known = request.cookie(LoginGuard.cookieName).flatMap { $0.isEmpty ? nil : $0 }
        let cookie = known ?? RandomID.token()
        let login = LoginPage(
            notice: notice, login: login, wayBack: wayBack,
            carried: kept?.carried(web.house.vault),
            token: web.loginGuard.formToken(for: cookie))
        return page(frame.loginPage(login), status: status)
            .setting(Cookie(LoginGuard.cookieName, cookie, sameSite: .strict))
    }

    /// The login page again, with everything that was typed but the password.
    func loginAgain(_ notice: LoginNotice, status: Status = .unprocessable) -> Response {
        loginPage(
            notice, login: field("brugernavn"),
            wayBack: request.form["videre"].flatMap { WayBack.isOwn($0) ? $0 : nil },
            kept: SavedForm(carriedBy: request, web.house.vault), status: status)
    }
}
