internal import Domain
internal import HTML
internal import Records

/// A letter on the screen, and on paper as it lies in the envelope.
func letterPage(_ text: LetterText, _ entry: LedgerEntry, _ reading: CaseReading) -> HTML {
    let profile = reading.state.standard.profile
    let writer = entry.recordedBy.flatMap { reading.names[$0] } ?? profile.unit
    return """
        <div class="buttons">\(printButton("Udskriv brevet"))</div>
        \(letterSheet(
            Letter(
                sender: [
                    "\(profile.municipality)", "\(profile.unit)", "\(profile.street)",
                    "\(profile.town)",
                ],
                recipient: text.recipient.map { "\($0)" },
                facts: [
                    ("Dato", "\(entry.on.danishText)"),
                    ("Sag", "\(text: reading.ref.number)"),
                    ("Telefon", "\(profile.phone)"),
                ],
                subject: "\(text.subject)",
                HTML(paragraphs: text.paragraphs),
                closing: ["Venlig hilsen", "\(writer)", "\(profile.unit)"])))
        """
}

extension HTML {
    fileprivate init(paragraphs: [String]) {
        self = paragraphs.reduce(.empty) { $0 + "<p>\($1)</p>\n" }
    }
}

/// The letters of a case, newest first, and a new one.
func letterSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let letters = reading.file.current.filter { $0.isOwn(LetterMade.self) }.reversed()
    let number = reading.ref.number.description
    let list: HTML =
        letters.isEmpty
        ? .empty
        : """
        <ul class="links" id="breve">
        \(letters.map { letter in
            let address: Address =
                "/sager/\(word: number)/breve/\(word: letter.id.formText)"
            return "<li><a href=\"\(address)\">\(title(letter)), \(letter.on.danishDigits)</a></li>\n"
        })\
        </ul>
        """
    return fold(
        "brevene", "Breve\(letters.isEmpty ? "" : " (\(letters.count))")",
        "\(list)\(actForm(MakeLetter.self, reading, page))")
}

private func title(_ letter: LedgerEntry) -> String {
    letter.own(LetterMade.self).flatMap { LetterKinds.kind($0.kind)?.title } ?? "Brev"
}
