internal import HTML
internal import Records

// The room's invariants:
// - the days to answer in are the rules'; a late answer is told of before it is late, in a letter;
// - what is withheld is left out by its entry, with all its versions, before anything is made of the rest;
// - the bundle is in the log before its first byte is sent.

/// Access to records (aktindsigt): who asks, until when, what they are given, and what is kept out and why.
enum RecordsAccessRoom {
    static let description = RoomDescription(
        "RecordsAccess",
        sections: [CaseSection(.story, on: [.tab(.records)], recordsAccessSection)],
        acts: [
            RequestRecords.self, AnswerRecords.self, DelayRecords.self, WithholdEntry.self,
        ],
        actions: [.bundleMade])
}
