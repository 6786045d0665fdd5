extension BuildingBlock {
    static var formBlocks: [BuildingBlock] { [fields, faults, slots, files] }

    private static var fields: BuildingBlock {
        BuildingBlock(
            "felter", "Felter", "Navn, hjælp, fejl og felt i den rækkefølge.",
            [
                Example(
                    "Uden fejl",
                    """
                    <div class="columns">
                    \(textField("felt-dato", label: "Dato", value: "12-11-2026", width: .eleven))
                    \(textField("felt-tid", label: "Klokken", value: "9.30", width: .eight))
                    </div>
                    \(radios(
                        "felt-kom", legend: "Kom borgeren?",
                        choices: [Choice("ja", "Ja"), Choice("nej", "Kom ikke"), Choice("af", "Aflyste")],
                        chosen: "ja", isInline: true))
                    \(select(
                        "felt-ydelse", label: "Ydelse",
                        choices: [Choice("a", "Individuel samtale"), Choice("b", "Gruppe")],
                        prompt: "Vælg"))
                    \(textArea("felt-notat", label: "Notat", rows: 3, isOptional: true))
                    \(checkbox("felt-plan", label: "Behandlingsplanen blev begyndt i udredningen"))
                    <div class="buttons">
                    \(button("Gem notat", id: "felt-gem"))
                    \(button("Gem og book", .secondary))
                    \(button("Kassér", .quiet))
                    </div>
                    """)
            ])
    }

    private static var faults: BuildingBlock {
        let problems = [
            FormProblem(field: "fejl-dato", message: "31-11-2026 findes ikke. Skriv en anden dato"),
            FormProblem(
                field: "fejl-telefon", message: "Telefonnummeret skal have 8 tal. Du har skrevet 7"),
            FormProblem(field: "fejl-hvem", message: "Vælg, hvem der henvender sig"),
        ]
        let fields: HTML = """
            \(textField(
                "fejl-dato", label: "Dato", value: "31-11-2026", width: .eleven, problems: problems))
            \(radios(
                "fejl-hvem", legend: "Hvem henvender sig?",
                choices: [
                    Choice("selv", "Borgeren selv"),
                    Choice("anden", "En anden", hint: "Du kan få råd uden at sige, hvem det er."),
                ], problems: problems))
            \(textField(
                "fejl-telefon", label: "Telefon", value: "2030405", kind: .tel, width: .eleven,
                hint: "Skriv nummeret, som du vil", problems: problems))
            """
        return BuildingBlock(
            "fejlene", "Fejl", "De samme ord ved feltet og øverst, i felternes rækkefølge.",
            [Example("Tre fejl", "\(errorSummary(problems, on: fields))\(fields)")])
    }

    private static var slots: BuildingBlock {
        let days = [
            SlotDay(
                "Fredag den 13. november",
                [Slot("s1", "kl. 13.00", detail: "Per"), Slot("s2", "kl. 14.30", detail: "Anne")]),
            SlotDay(
                "Mandag den 16. november, sidste dag", [Slot("s3", "kl. 9.00", detail: "Anne")]),
            SlotDay(
                "Tirsdag den 17. november",
                [Slot("s4", "kl. 10.00", detail: "Anne", isLate: true)]),
        ]
        return BuildingBlock(
            "tider", "Ledige tider", "Vælg en tid; dem efter sidste dag siger det selv.",
            [
                Example(
                    "Valgt",
                    slotPicker(
                        "tid-a", legend: "Næste ledige første samtale", days: days, chosen: "s1",
                        whenEmpty: "")),
                Example(
                    "Fejl",
                    slotPicker(
                        "tid-b", legend: "Næste ledige første samtale, igen", days: days,
                        problems: [FormProblem(field: "tid-b", message: "Vælg en tid")],
                        whenEmpty: "")),
                Example(
                    "Ingen",
                    slotPicker(
                        "tid-c", legend: "Ledige tider", days: [],
                        whenEmpty: "Der er ingen ledige tider inden sidste dag. Skriv en tid selv.")
                ),
            ])
    }

    private static var files: BuildingBlock {
        BuildingBlock(
            "filer", "Fil", "Formularen skal kunne bære filer.",
            [
                Example(
                    "Uden fejl",
                    fileField(
                        "fil-a", label: "Vedhæft", accept: [".pdf", ".png"], allowsMany: true,
                        hint: "Pdf eller billede, højst 10 MB", isOptional: true)),
                Example(
                    "Fejl",
                    fileField(
                        "fil-b", label: "Samtykke",
                        problems: [
                            FormProblem(field: "fil-b", message: "Filen er større end 10 MB")
                        ])),
            ])
    }
}
