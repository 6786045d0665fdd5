internal import Records

/// Letters (breve) made from templates, kept as they were made.
enum LettersRoom {
    static let description = RoomDescription(
        "Letters",
        sections: [CaseSection(.corrections, on: [.journal, .enquiry], letterSection)],
        acts: [MakeLetter.self])
}
