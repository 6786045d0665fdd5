internal import HTML
internal import Records

/// The case (sagen): its page, its notes, its story and its end.
enum CasesRoom {
    static let description = RoomDescription(
        "Cases",
        sections: [
            CaseSection(.notices, on: [.journal]) { reading, _ in noticeSection(reading) },
            CaseSection(.act, on: [.journal], lastNoteSection),
            CaseSection(.act, on: [.journal], noteSection),
            CaseSection(.deadlines, on: [.journal]) { reading, _ in deadlineList(reading) },
            CaseSection(.story, on: [.journal], timelineSection),
            CaseSection(.ending, on: [.journal], endingSection),
        ],
        acts: [WriteNote.self, EndCase.self, EditPerson.self],
        fieldLabels: ["grund": "Grund", "hvorfor": "Skriv grunden"])

    /// An entry in one line of Danish, as the timeline tells it.
    static func title(of entry: LedgerEntry, in reading: CaseReading, acts: ActList) -> String {
        entryTitle(
            entry, in: reading, CasePageContext(token: "", role: .consultant, acts: acts))
    }
}
