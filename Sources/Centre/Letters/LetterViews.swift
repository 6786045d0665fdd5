internal import Domain
internal import HTML
internal import Records

/// A letter on the screen, and on paper as it lies in the envelope.
///
/// - Parameter obstacle: why it cannot go with Digital Post; nil where it can.
func letterPage(
    _ text: LetterText, _ entry: LedgerEntry, _ reading: CaseReading,
    obstacle: DigitalPostObstacle?
) -> HTML {
    let writer = entry.recordedBy.flatMap { reading.names[$0] }
    let file: Address =
        "/sager/\(word: reading.ref.number.description)/breve/\(word: entry.id.formText)/digital-post"
    return """
        <div class="buttons">
        \(printButton("Udskriv brevet"))
        \(obstacle == nil
            ? buttonLink("Hent til Digital Post", to: file, .secondary, id: "digital-post") : .empty)
        </div>
        \(obstacle.map { "<p class=\"hint\" id=\"digital-post\">\($0.words)</p>\n" })\
        \(reading.sheet(of: text, dated: entry.on, by: writer))
        """
}

extension DigitalPostObstacle {
    fileprivate var words: String {
        switch self {
        case .anonymous: "Borgeren er anonym. Brevet gives i hånden."
        case .noCPR: "Der er ikke noget cpr-nummer i sagen. Send brevet med posten."
        case .noSender: "Digital Post er ikke sat op her. Send brevet med posten."
        }
    }
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
