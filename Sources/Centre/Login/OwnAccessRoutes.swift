internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/min-adgang`: where she is logged in, her own password, and the proof that it is still she.
struct OwnAccessRoutes: Sendable {
    let staff: StaffAccounts

    var all: [CentreRoute] {
        [
            .staff(.get, OwnAccess.address.text) { visit, _ in .now(visit.ownAccessPage()) },
            .staff(.get, OwnAccess.passwordAddress.text) { visit, _ in
                .now(visit.ownPasswordPage([]))
            },
            .staff(.post, OwnAccess.passwordAddress.text, nil, changePassword),
            .staff(.post, OwnAccess.proofAddress.text, nil, prove),
            .staff(.post, "/min-adgang/luk", nil, endSession),
        ]
    }

    // MARK: Her password

    /// She chooses a password. The present one is asked for, unless she came in by one that somebody else was told.
    private func changePassword(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let form = visit.request.form
        let (present, new) = (form.password("adgangskode"), form.password("ny-adgangskode"))
        let (repeated, member) = (form.password("ny-adgangskode-igen"), visit.session.member)
        guard let key = visit.request.cookieWord(SessionCookie.name),
            let known = try staff.find(member.login, in: loop.db)
        else { return .now(visit.visit.notFound()) }
        if let wait = visit.waitToProve() { return .now(visit.ownPasswordPage([wait])) }
        let isFirst = visit.session.mustChoosePassword
        return visit.slow(on: .knownPasswords) { [staff] in
            if !isFirst, !FirstPassword.hash(in: known.passwordHash).matches(present) {
                visit.noteWrongPassword()
                return visit.ownPasswordPage([
                    FormProblem(field: "adgangskode", message: "Adgangskoden er ikke rigtig")
                ])
            }
            if new != repeated {
                return visit.ownPasswordPage([
                    FormProblem(
                        field: "ny-adgangskode-igen", message: "De to nye adgangskoder er ikke ens")
                ])
            }
            if !isFirst, new == present {
                return visit.ownPasswordPage([
                    FormProblem(
                        field: "ny-adgangskode",
                        message: "Vælg en anden adgangskode end den, du har")
                ])
            }
            do {
                let hash = try StaffAccounts.hash(new, login: member.login, name: member.name)
                let (actor, now) = (visit.actor, visit.now)
                try visit.perform { db in
                    try staff.setPassword(
                        member.login, passwordHash: hash, by: actor, at: now, in: db)
                }
                let web = visit.visit.web
                web.sessions.endOthers(than: visit.session.digest, of: member.id)
                web.sessions.renew(key, passwordHash: hash, at: now)
                visit.confirm(
                    Confirmation(
                        "Din adgangskode er ændret.", next: "Du er logget af alle andre steder."))
                let browser = KnownBrowser.new(
                    member, passwordHash: hash, on: visit.today, web.house.vault)
                return .seeOther(isFirst ? "/start" : OwnAccess.address.text)
                    .setting(browser.cookie)
            } catch let refusal as StaffRefusal {
                return visit.ownPasswordPage([refusal.passwordProblem])
            }
        }
    }

    // MARK: Proof

    /// Takes the password, and leads on to what it was asked for.
    private func prove(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let password = visit.request.form.password("adgangskode")
        let back = WayBack.read(visit.request.form.text("videre"))
        let kept = SavedForm(carriedBy: visit.request, visit.visit.web.house.vault).flatMap {
            visit.visit.web.formOwner.isHers($0.token, visit.session.member.id) ? $0 : nil
        }
        guard let key = visit.request.cookieWord(SessionCookie.name),
            let known = try staff.find(visit.session.member.login, in: loop.db)
        else { return .now(visit.visit.notFound()) }
        @Sendable func again(_ problem: FormProblem) -> Response {
            visit.visit.proveItself(visit.session, kept: kept, wayBack: back, problems: [problem])
        }
        if let wait = visit.waitToProve() { return .now(again(wait)) }
        return visit.slow(on: .knownPasswords) {
            guard FirstPassword.hash(in: known.passwordHash).matches(password) else {
                visit.noteWrongPassword()
                return again(
                    FormProblem(field: "adgangskode", message: "Adgangskoden er ikke rigtig"))
            }
            visit.visit.web.sessions.prove(key, at: visit.now)
            guard let kept else { return .seeOther(back ?? "/start") }
            return visit.visit.page(
                visit.visit.frame.savedFormPage(
                    kept, visit.visit.web.fieldLabels, token: visit.session.formToken,
                    after: .proof, for: visit.reader))
        }
    }

    // MARK: Sessions

    /// Ends one of her sessions, or all but the one she is in.
    private func endSession(_ visit: StaffVisit, _ loop: LoopContext) -> Answer {
        let (sessions, id) = (visit.visit.web.sessions, visit.session.member.id)
        if visit.request.form.text("alle") != nil {
            sessions.endOthers(than: visit.session.digest, of: id)
            visit.confirm(Confirmation("Du er logget af alle andre steder."))
        } else if let digest = visit.request.form.word("hvor"), digest != visit.session.digest {
            sessions.end(digest, of: id)
            visit.confirm(Confirmation("Du er logget af der."))
        }
        return .now(.seeOther(OwnAccess.address.text))
    }
}

extension StaffRefusal {
    /// What is wrong with a new password, at its field.
    var passwordProblem: FormProblem {
        let words =
            switch self {
            case .passwordTooShort(let lengthMin):
                "Adgangskoden skal have mindst \(lengthMin) tegn"
            case .passwordTooLong(let lengthMax): "Adgangskoden må højst have \(lengthMax) tegn"
            case .passwordCommon:
                "Den adgangskode bruger mange. Tag for eksempel fire ord, der ikke hører sammen"
            case .passwordHoldsLogin:
                "Adgangskoden ligner dit brugernavn eller dit navn. Tag for eksempel fire ord"
            case .loginMalformed, .loginTaken, .nameMissing, .unknownLogin, .rowAltered:
                "Adgangskoden kunne ikke gemmes"
            }
        return FormProblem(field: "ny-adgangskode", message: words)
    }
}
