internal import HTML

/// At the foot of every page on the citizen's screen: the way out, for staff alone.
func closingForm(_ problems: [FormProblem], token: String) -> HTML {
    fold(
        "luk", "For medarbejdere: luk skærmen", isOpen: problems["adgangskode"] != nil,
        form(
            "/borgerskaerm/luk", id: "luk-formular", token: token,
            """
            \(textField(
                "adgangskode", label: "Din adgangskode", kind: .password, width: .twentySeven,
                hint: "Så kommer du tilbage til sagen", problems: problems,
                autocomplete: "current-password"))
            \(button("Luk skærmen", .secondary, id: "luk-skaermen"))
            """))
}
