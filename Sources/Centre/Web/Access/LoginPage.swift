internal import HTML
internal import HTTP
internal import Records

/// Why the login page is shown again, or shown at all.
enum LoginNotice: Hashable, Sendable {
    /// She asked for it.
    case none
    /// The session is over. `wasIdle`: because nothing was done in it for so long. `hasText`: she was writing.
    case sessionOver(wasIdle: Bool, hasText: Bool)
    /// She wrote something and had not logged in, or her browser has forgotten it.
    case textKept
    /// The form was too old.
    case formTooOld
    /// One of the two, or both, are wrong; which is not said.
    case wrong
    case loginMissing
    case passwordMissing
    /// Others where she is, or she herself, have tried so often that the next turn is a little later.
    case mustWait(seconds: Int)
    /// So many strangers try that a browser we do not know has to wait.
    case othersTry(seconds: Int)
}

/// What the login page is made of.
struct LoginPage: Sendable {
    var notice: LoginNotice = .none
    var login = ""
    var wayBack: String?
    /// What was typed before, sealed.
    var carried: HTML?
    /// Binds the form to the browser it was sent to.
    var token: String
}

extension Frame {
    /// `/log-ind`
    func loginPage(_ login: LoginPage) -> HTML {
        let problems = loginProblems(login.notice)
        return page(
            PublicPage(
                title: "Log ind", problems: problems,
                content: """
                    <h1>Log ind</h1>
                    <p>For medarbejdere i \(profile.unit)</p>
                    \(loginNotice(login.notice))\
                    \(form(
                        "/log-ind", id: "log-ind-formular", token: login.token,
                        """
                        \(login.wayBack.map { "<div hidden>\(hiddenField("videre", $0))</div>\n" })\
                        \(login.carried.map { "<div hidden>\($0)</div>\n" })\
                        \(textField(
                            "brugernavn", label: "Brugernavn", value: login.login,
                            width: .twentySeven, problems: problems, autocomplete: "username",
                            isRequired: true, hasFocus: problems.isEmpty))
                        \(textField(
                            "adgangskode", label: "Adgangskode", kind: .password,
                            width: .twentySeven, problems: problems,
                            autocomplete: "current-password", isRequired: true))
                        \(button("Log ind", id: "log-ind"))
                        """))
                    <p>Har du glemt din adgangskode? Din administrator kan give dig en ny.</p>
                    """))
    }

    /// After logging in where somebody else had written something.
    func othersFormPage() -> HTML {
        page(
            PublicPage(
                title: "Du er logget ind",
                content: """
                    <h1>Du er logget ind</h1>
                    <p>Det, der blev skrevet her før, hører til en anden bruger. Det er ikke sendt, og \
                    det bliver ikke vist.</p>
                    <p><a class="button primary" id="fortsaet" href="/start">Fortsæt</a></p>
                    """))
    }

    private func loginProblems(_ notice: LoginNotice) -> [FormProblem] {
        switch notice {
        case .none, .sessionOver, .textKept: []
        case .formTooOld:
            [
                FormProblem(
                    field: "adgangskode",
                    message: "Siden har været åben for længe. Skriv adgangskoden igen")
            ]
        case .wrong:
            [
                FormProblem(
                    field: "brugernavn",
                    message: "Brugernavn og adgangskode passer ikke sammen. Prøv igen")
            ]
        case .loginMissing: [FormProblem(field: "brugernavn", message: "Skriv dit brugernavn")]
        case .passwordMissing:
            [FormProblem(field: "adgangskode", message: "Skriv din adgangskode")]
        case .mustWait(let seconds):
            [
                FormProblem(
                    field: "brugernavn",
                    message: "Der er prøvet mange gange. Vent \(seconds) sekunder, og prøv igen")
            ]
        case .othersTry(let seconds):
            [
                FormProblem(
                    field: "brugernavn",
                    message: """
                        Mange prøver at logge ind lige nu. Vent \(seconds) sekunder, og prøv igen, eller ring \
                        til os på \(profile.phone)
                        """)
            ]
        }
    }

    private func loginNotice(_ notice: LoginNotice) -> HTML {
        switch notice {
        case .sessionOver(let wasIdle, let hasText):
            """
            <div class="notice" id="logget-af" role="status">
            <p>Du blev logget af\(wasIdle ? " efter \(Sessions.idleMinutesMax) minutter" : ""). \
            Log ind igen.\(hasText ? " Din tekst er gemt her." : "")</p>
            </div>\n
            """
        case .textKept:
            """
            <div class="notice" id="logget-af" role="status">
            <p>Log ind først. Din tekst er gemt her.</p>
            </div>\n
            """
        default: .empty
        }
    }
}
