internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// `/sager/{number}/breve/{brev}`: a letter as it was made, to be read and printed; and its file for Digital Post.
struct LetterRoutes: Sendable {
    /// The municipality's CVR number; nil where nothing is sent with Digital Post.
    let senderCVR: String?

    var all: [CentreRoute] {
        [
            .staff(.get, "/sager/{number}/breve/{brev}", .frontOffice) { visit, loop in
                try visit.withCase(loop) { ref in
                    visit.reading(ref) { reading in try page(reading, visit) }
                }
            },
            .staff(.get, "/sager/{number}/breve/{brev}/digital-post", .frontOffice) { visit, loop in
                try visit.withCase(loop) { ref in
                    // What leaves the house as a file is in the log as that.
                    visit.logged(.exported, cases: [ref]) { token, loop in
                        try file(visit.caseReading(ref, token, in: loop.db), visit)
                    }
                }
            },
        ]
    }

    private func found(
        _ reading: CaseReading, _ visit: StaffVisit
    ) throws -> (entry: LedgerEntry, text: LetterText)? {
        guard let id = visit.path.word("brev").flatMap({ EntryID(formText: $0) }),
            let entry = reading.file.entries.first(where: { $0.id == id }),
            let text = try reading.letter(of: entry)
        else { return nil }
        return (entry, text)
    }

    private func page(_ reading: CaseReading, _ visit: StaffVisit) throws -> Response {
        guard let (entry, text) = try found(reading, visit) else { return visit.visit.notFound() }
        return visit.page(
            "Brev · \(reading.ref.number)", back: visit.place(of: reading.ref),
            letterPage(text, entry, reading, obstacle: obstacle(reading)))
    }

    /// Why a letter of this case cannot go with Digital Post; nil where it can.
    private func obstacle(_ reading: CaseReading) -> DigitalPostObstacle? {
        if reading.file.isAnonymous { return .anonymous }
        if reading.person.cpr == nil { return .noCPR }
        return senderCVR == nil ? .noSender : nil
    }

    private func file(_ reading: CaseReading, _ visit: StaffVisit) throws -> Response {
        guard let (entry, text) = try found(reading, visit) else { return visit.visit.notFound() }
        guard let senderCVR, let cpr = reading.person.cpr, obstacle(reading) == nil else {
            // The page of the letter says why not.
            let number = reading.ref.number.description
            return .seeOther(
                Address("/sager/\(word: number)/breve/\(word: entry.id.formText)").text)
        }
        let writer = entry.recordedBy.flatMap { reading.names[$0] }
        let message = MeMo(
            page: letterDocument(reading.letter(text, dated: entry.on, by: writer)),
            recipient: cpr, senderCVR: senderCVR,
            sender: reading.state.standard.profile.municipality,
            isLegalNotification: !text.guidance.isEmpty, id: entry.id, createdAt: entry.recordedAt)
        return Response.bytes(message.bytes, contentType: "application/xml")
            .asAttachment(named: "brev-\(reading.ref.number)-\(entry.id.formText).xml")
    }
}

/// Why a letter cannot go with Digital Post.
enum DigitalPostObstacle: Sendable {
    /// She has given no name to send to.
    case anonymous
    case noCPR
    /// The centre was not told its CVR number.
    case noSender
}
