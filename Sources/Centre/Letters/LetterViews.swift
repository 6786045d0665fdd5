internal import Domain
internal import HTML
internal import Records

/// A letter on the screen, and on paper as it lies in the envelope.
func letterPage(_ text: LetterText, _ entry: LedgerEntry, _ reading: CaseReading) -> HTML {
    let writer = entry.recordedBy.flatMap { reading.names[$0] }
    return """
        <div class="buttons">\(printButton("Udskriv brevet"))</div>
        \(reading.sheet(of: text, dated: entry.on, by: writer))
        """
}

/// The letters of a case, newest first, and a new one.
func letterSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let letters = reading.file.current.filter { $0.letterTitle != nil }.reversed()
    let list: HTML =
        letters.isEmpty
        ? .empty
        : """
        <ul class="links" id="breve">
        \(letters.map { "<li>\(reading.letterLink($0))</li>\n" })\
        </ul>
        """
    return fold(
        "brevene", "Breve\(letters.isEmpty ? "" : " (\(letters.count))")",
        "\(list)\(actForm(MakeLetter.self, reading, page))")
}
