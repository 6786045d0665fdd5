internal import HTML
internal import Records

/// What was done, said on the page it leads to; with the way back where there is one.
func confirmationView(_ confirmation: Confirmation, token: String) -> HTML {
    confirmationBanner(
        "\(confirmation.words)", next: confirmation.next.map { "\($0)" },
        undo: confirmation.undo.map { undo($0, token: token) })
}

private func undo(_ undo: Confirmation.Undo, token: String) -> HTML {
    form(
        "/sager/\(word: undo.number.description)/\(word: Confirmation.Undo.step)",
        id: "fortryd-formular", token: token,
        """
        \(hiddenField("id", EntryID.random().formText))
        \(hiddenField(Confirmation.Undo.entryField, undo.entry.formText))
        \(hiddenField(Confirmation.Undo.whyField, "Fortrudt med det samme"))
        \(button("Fortryd", .quiet, id: "fortryd"))
        """)
}
