internal import HTML

extension Frame {
    /// `/log-ind/kode`
    func secondStepPage(
        _ step: SecondStep, _ fault: SecondStep.Fault?, carried: HTML?, wayBack: String?,
        token: String
    ) -> HTML {
        let problems = fault.map { [FormProblem(field: "kode", message: words($0))] } ?? []
        return page(
            PublicPage(
                title: "Skriv koden fra din app", back: "/log-ind", problems: problems,
                content: """
                    <h1>Skriv koden fra din app</h1>
                    \(form(
                        SecondStep.address, id: "kode-formular", token: token,
                        """
                        <div hidden>\(step.carried)\(carried ?? .empty)\
                        \(wayBack.map { hiddenField("videre", $0) } ?? .empty)</div>
                        \(textField(
                            "kode", label: "Kode", width: .twentySeven,
                            hint: "Seks tal, der skifter hvert halve minut. Du kan også bruge en af dine nødkoder",
                            problems: problems, autocomplete: "one-time-code", isRequired: true,
                            hasFocus: problems.isEmpty))
                        \(button("Log ind", id: "log-ind"))
                        """))
                    <p>Har du mistet din telefon, og har du ingen nødkoder? Din administrator kan fjerne \
                    appen fra din adgang.</p>
                    """))
    }

    private func words(_ fault: SecondStep.Fault) -> String {
        switch fault {
        case .wrong: "Koden passer ikke. Vent på den næste i din app, og prøv igen"
        case .mustWait(let seconds):
            "Der er prøvet mange gange. Vent \(seconds) sekunder, og prøv igen"
        }
    }
}
