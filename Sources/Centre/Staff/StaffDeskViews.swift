internal import HTML
internal import HTTP
internal import Records

/// What is wrong on the page of one member of staff.
enum MemberFault: Hashable, Sendable {
    case none
    /// The row was changed outside the program.
    case rowAltered
    /// She would take her own app away where a second person must.
    case ownFactor
    /// The administrator would lock herself out.
    case ownDoor
}

extension StaffVisit {
    /// `/administration/brugere`
    func staffListPage(
        _ members: [StaffMember], form new: NewStaffForm, failure: StaffRefusal?
    ) -> Response {
        let problems = newStaffProblems(new, failure)
        return page(
            "Brugere", menu: "brugere", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            """
            \(pageHead("Brugere"))
            \(dataTable(
                DataTable(
                    id: "brugere", caption: "Alle, der har eller har haft adgang",
                    columns: ["Brugernavn", "Navn", "Rolle", "Adgang", "Handling"],
                    rows: members.map(memberRow), whenEmpty: "Ingen brugere.")))
            <h2>Ny bruger</h2>
            \(newStaffForm(new, problems))
            """)
    }

    /// `/administration/brugere/{bruger}`
    func memberPage(
        _ member: StaffMember, _ fault: MemberFault, hasFactor: Bool = false
    ) -> Response {
        let problems = memberProblems(fault)
        let address: Address = "/administration/brugere/\(word: member.login)"
        return page(
            "Bruger \(member.login)", menu: "brugere", back: "/administration/brugere",
            problems: problems, status: problems.isEmpty ? .ok : .unprocessable,
            """
            <h1>\(member.name)</h1>
            \(summaryList(
                [
                    SummaryRow("Brugernavn", "\(member.login)"),
                    SummaryRow("Rolle", "\(member.role.danishName)"),
                    SummaryRow("Adgang", access(member)),
                ], id: "bruger"))
            <h2>Ny adgangskode</h2>
            <p>Den gamle adgangskode holder op med at virke med det samme. Den nye kan bruges én gang. Så \
            vælger \(member.name) sin egen.</p>
            \(form(
                "\(address)/adgangskode", id: "adgangskode-formular", token: session.formToken,
                button("Lav en ny adgangskode", .secondary, id: "ny-adgangskode")))
            \(hasFactor ? form(
                "\(address)/app", id: "app-formular", token: session.formToken,
                """
                <p>Har \(member.name) mistet sin telefon, kan du fjerne appen med koder. Spørg \(member.name) \
                selv først, ikke i en mail.</p>
                \(button("Fjern appen", .secondary, id: "fjern-app"))
                """) : .empty)
            \(member.isDisabled ? .empty : closing(member, address))
            """)
    }

    private func closing(_ member: StaffMember, _ address: Address) -> HTML {
        """
        <h2>Luk adgangen</h2>
        <p>\(member.name) bliver logget af med det samme og kan ikke logge ind igen. Navnet bliver \
        stående i loggen.</p>
        \(form(
            "\(address)/luk", id: "luk-formular", token: session.formToken,
            button("Luk adgangen", .secondary, id: "luk")))
        """
    }

    private func newStaffForm(_ new: NewStaffForm, _ problems: [FormProblem]) -> HTML {
        form(
            "/administration/brugere", id: "ny-bruger", token: session.formToken,
            """
            \(textField(
                "login", label: "Brugernavn", value: new.login, width: .twentySeven,
                hint: "2-40 tegn: a-z, tal, punktum eller bindestreg", problems: problems,
                autocomplete: "off", isRequired: true))
            \(textField(
                "navn", label: "Navn", value: new.name, width: .twentySeven, problems: problems,
                autocomplete: "off", isRequired: true))
            \(select(
                "rolle", label: "Rolle",
                choices: Role.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
                chosen: new.roleText, problems: problems, isRequired: true))
            \(button("Opret bruger", id: "opret"))
            """)
    }

    /// What somebody who was added, or has forgotten hers, is told: shown once.
    func firstPasswordPage(_ name: String, login: String, _ password: String) -> Response {
        page(
            "Første adgangskode", menu: "brugere", back: "/administration/brugere",
            """
            <h1>\(name) kan nu logge ind</h1>
            \(summaryList(
                [
                    SummaryRow("Brugernavn", "\(login)"),
                    SummaryRow(
                        "Første adgangskode",
                        "<code id=\"foerste-adgangskode\">\(password)</code>"),
                ], id: "adgang"))
            <p>Adgangskoden bliver kun vist nu. Giv den til \(name) selv, ikke i en mail. Den kan bruges én \
            gang. Så vælger \(name) sin egen.</p>
            """)
    }
}

/// Whether she may come in. A row that somebody has changed outside the program opens nothing.
private func access(_ member: StaffMember) -> HTML {
    member.isAltered
        ? statusTag("Ændret uden om programmet", .outside)
        : member.isDisabled ? statusTag("Lukket", .outside) : statusTag("Åben", .kept)
}

private func memberRow(_ member: StaffMember) -> DataRow {
    DataRow([
        "\(member.login)", "\(member.name)", "\(member.role.danishName.capitalisedFirst)",
        access(member),
        rowActions([
            buttonLink(
                "Ret\(HTML.unseen(" \(member.login)"))",
                to: "/administration/brugere/\(word: member.login)", .secondary)
        ]),
    ])
}

private func newStaffProblems(_ new: NewStaffForm, _ failure: StaffRefusal?) -> [FormProblem] {
    guard new.wasSent else { return [] }
    guard new.role != nil else { return [FormProblem(field: "rolle", message: "Vælg en rolle")] }
    switch failure {
    case nil: return []
    case .loginMalformed:
        return [
            FormProblem(
                field: "login",
                message: "Brugernavnet skal være 2-40 tegn: a-z, tal, punktum eller bindestreg")
        ]
    case .loginTaken:
        return [
            FormProblem(
                field: "login",
                message: "Brugernavnet er taget, nu eller tidligere. Vælg et andet")
        ]
    case .nameMissing:
        return [FormProblem(field: "navn", message: "Skriv navnet, højst 80 tegn")]
    case .passwordTooShort, .passwordTooLong, .passwordCommon, .passwordHoldsLogin:
        // The program makes the first one itself.
        return []
    case .unknownLogin, .rowAltered:
        return [FormProblem(field: "login", message: "Brugeren findes ikke")]
    }
}

private func memberProblems(_ fault: MemberFault) -> [FormProblem] {
    switch fault {
    case .none: []
    case .rowAltered:
        [
            FormProblem(
                field: "ny-adgangskode",
                message: """
                    Brugeren er ændret uden om programmet. Bed dem, der driver systemet, om at køre fjorten \
                    verify
                    """)
        ]
    case .ownFactor:
        [
            FormProblem(
                field: "fjern-app",
                message: "Du kan ikke fjerne din egen app her. En anden administrator kan gøre det")
        ]
    case .ownDoor:
        [
            FormProblem(
                field: "luk",
                message: "Du kan ikke lukke din egen adgang. En anden administrator kan gøre det")
        ]
    }
}
