internal import Domain
internal import HTML
internal import Records

extension CaseReading {
    /// A letter of this case as it lies in the envelope: who sends it is the centre the standard speaks for.
    func sheet(
        of text: LetterText, dated day: CalendarDay, by writer: String?, status: HTML? = nil
    ) -> HTML {
        letterSheet(letter(text, dated: day, by: writer, status: status))
    }

    /// The same, for the sheet and for the file.
    func letter(
        _ text: LetterText, dated day: CalendarDay, by writer: String?, status: HTML? = nil
    ) -> Letter {
        let profile = state.standard.profile
        return Letter(
            sender: [
                "\(profile.municipality)", "\(profile.unit)", "\(profile.street)",
                "\(profile.town)",
            ],
            recipient: text.recipient.map { "\($0)" },
            facts: [
                ("Dato", "\(day.danishText)"), ("Sag", "\(text: ref.number)"),
                ("Telefon", "\(profile.phone)"),
            ],
            subject: "\(text.subject)",
            HTML(paragraphs: text.paragraphs),
            decision: text.decision.isEmpty ? nil : HTML(paragraphs: text.decision),
            guidance: text.guidance.isEmpty
                ? nil
                : Letter.ComplaintGuidance(
                    "\(LetterText.guidanceHeading)", HTML(paragraphs: text.guidance)),
            closing: ["Venlig hilsen", "\(writer ?? profile.unit)", "\(profile.unit)"],
            status: status)
    }

    /// The letter as it will be, before anybody has sent it.
    func draft(of text: LetterText, by staff: StaffID?) -> HTML {
        sheet(of: text, dated: today, by: staff.flatMap { names[$0] }, status: "Udkast")
    }

    /// The way to a letter, with its day.
    func letterLink(_ entry: LedgerEntry) -> HTML {
        let address: Address =
            "/sager/\(word: ref.number.description)/breve/\(word: entry.id.formText)"
        return "<a href=\"\(address)\">\(entry.letterTitle ?? "Brev"), \(entry.on.danishDigits)</a>"
    }
}
