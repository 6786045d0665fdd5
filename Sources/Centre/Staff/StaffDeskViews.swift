internal import HTML
internal import HTTP
internal import Records

/// What is wrong on the page of one member of staff.
enum MemberFault: Hashable, Sendable {
    case none
    case passwordTooShort(lengthMin: Int)
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
    func memberPage(_ member: StaffMember, _ fault: MemberFault) -> Response {
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
                    SummaryRow("Adgang", member.isDisabled ? "lukket" : "åben"),
                ], id: "bruger"))
            <h2>Ny adgangskode</h2>
            \(form(
                "\(address)/adgangskode", id: "adgangskode-formular", token: session.formToken,
                """
                \(textField(
                    "ny-adgangskode", label: "Ny adgangskode", kind: .password,
                    width: .twentySeven, hint: passwordHint, problems: problems,
                    autocomplete: "new-password", isRequired: true))
                \(button("Gem adgangskode", .secondary, id: "gem-adgangskode"))
                """))
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
            \(textField(
                "ny-adgangskode", label: "Adgangskode", kind: .password, width: .twentySeven,
                hint: passwordHint, problems: problems, autocomplete: "new-password",
                isRequired: true))
            \(button("Opret bruger", id: "opret"))
            """)
    }

    private var passwordHint: HTML {
        "Mindst \(StaffAccounts.passwordLengthMin) tegn, for eksempel fire ord"
    }
}

private func memberRow(_ member: StaffMember) -> DataRow {
    DataRow([
        "\(member.login)", "\(member.name)", "\(member.role.danishName.capitalisedFirst)",
        member.isDisabled ? statusTag("Lukket", .outside) : statusTag("Åben", .kept),
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
    case .passwordTooShort(let lengthMin):
        return [tooShort(lengthMin)]
    case .unknownLogin:
        return [FormProblem(field: "login", message: "Brugeren findes ikke")]
    }
}

private func memberProblems(_ fault: MemberFault) -> [FormProblem] {
    switch fault {
    case .none: []
    case .passwordTooShort(let lengthMin): [tooShort(lengthMin)]
    case .ownDoor:
        [
            FormProblem(
                field: "luk",
                message: "Du kan ikke lukke din egen adgang. En anden administrator kan gøre det")
        ]
    }
}

private func tooShort(_ lengthMin: Int) -> FormProblem {
    FormProblem(
        field: "ny-adgangskode", message: "Adgangskoden skal have mindst \(lengthMin) tegn")
}
