internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// `/sager/{number}/breve/{brev}`: a letter as it was made, to be read and printed.
struct LetterRoutes: Sendable {
    var all: [CentreRoute] {
        [
            .staff(.get, "/sager/{number}/breve/{brev}", .frontOffice) { visit, loop in
                try visit.withCase(loop) { ref in
                    guard let id = visit.path["brev"].flatMap({ EntryID(formText: $0) }) else {
                        return .now(visit.visit.notFound())
                    }
                    return visit.reading(ref) { reading in try page(id, reading, visit) }
                }
            }
        ]
    }

    private func page(
        _ id: EntryID, _ reading: CaseReading, _ visit: StaffVisit
    ) throws -> Response {
        guard let entry = reading.file.entries.first(where: { $0.id == id }),
            let text = try reading.letter(of: entry)
        else { return visit.visit.notFound() }
        return visit.page(
            "Brev · \(reading.ref.number)", back: visit.place(of: reading.ref),
            letterPage(text, entry, reading))
    }
}
