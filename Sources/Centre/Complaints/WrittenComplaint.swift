internal import Domain
internal import HTML
internal import Records

/// How a complaint came.
enum ComplaintChannel: String, CaseIterable, Sendable {
    case inPerson = "in-person"
    case phone, letter
    case digitalPost = "digital-post"
    case email

    /// As staff say it.
    var danishName: String {
        switch self {
        case .inPerson: "Fremmøde"
        case .phone: "Telefon"
        case .letter: "Brev"
        case .digitalPost: "Digital Post"
        case .email: "Mail"
        }
    }
}

/// Who complains.
enum Complainant: String, CaseIterable, Sendable {
    case citizen, relative, representative

    /// As staff say it.
    var danishName: String {
        switch self {
        case .citizen: "Borgeren selv"
        case .relative: "En pårørende"
        case .representative: "En partsrepræsentant"
        }
    }
}

extension ComplaintSubject {
    /// As staff say it.
    var danishName: String {
        switch self {
        case .decision: "En afgørelse"
        case .service: "Hvordan man er blevet mødt"
        case .health: "Den sundhedsfaglige behandling"
        }
    }
}

/// A complaint (klage) as the ledger has it, with what became of it.
struct WrittenComplaint: Sendable {
    let entry: LedgerEntry
    let complaint: Complaint
    /// Whether one that came late is looked at all the same.
    fileprivate(set) var assessment: LedgerEntry?
    fileprivate(set) var conclusion: LedgerEntry?

    /// Nil for an entry that is none.
    init?(_ entry: LedgerEntry) {
        guard case .complaint(let complaint) = entry.fact else { return nil }
        self.entry = entry
        self.complaint = complaint
    }

    static let channelKey = "channel"
    static let complainantKey = "from"
    static let answerByKey = "answerBy"

    var channel: ComplaintChannel? {
        entry.details[Self.channelKey]?.string.flatMap { ComplaintChannel(rawValue: $0) }
    }

    var complainant: Complainant? {
        entry.details[Self.complainantKey]?.string.flatMap { Complainant(rawValue: $0) }
    }

    /// The day the citizen was promised an answer by.
    var answerBy: CalendarDay? {
        entry.details[Self.answerByKey]?.string.flatMap { CalendarDay(isoText: $0) }
    }

    var isRefusedAsLate: Bool { assessment?.own(ComplaintAssessed.self)?.isTaken == false }

    /// The day it was over; nil while it waits.
    var endedOn: CalendarDay? { conclusion?.on ?? (isRefusedAsLate ? assessment?.on : nil) }

    var isOpen: Bool { endedOn == nil }

    /// How the promise of an answer stands.
    func standing(on day: CalendarDay) -> DeadlineState? {
        answerBy.map { promisedAnswer(by: $0, answeredOn: endedOn, on: day) }
    }
}

extension CaseFile {
    /// Every complaint that counts, in the order in which they were written, each with what became of it.
    var complaints: [WrittenComplaint] {
        var all = current.compactMap { WrittenComplaint($0) }
        for entry in current {
            let about =
                entry.own(ComplaintAssessed.self)?.complaint
                ?? entry.own(ComplaintConcluded.self)?.complaint
            guard let about, let place = all.firstIndex(where: { isSame($0.entry.id, about) })
            else { continue }
            if entry.isOwn(ComplaintAssessed.self) { all[place].assessment = entry }
            if entry.isOwn(ComplaintConcluded.self) { all[place].conclusion = entry }
        }
        return all
    }

    /// The complaint with this entry, however often it was mended since.
    func complaint(_ id: EntryID) -> WrittenComplaint? {
        complaints.first { isSame($0.entry.id, id) }
    }

    /// Whether an entry is another one, mended.
    private func isSame(_ entry: EntryID, _ earlier: EntryID) -> Bool {
        var id: EntryID? = entry
        while let one = id {
            if one == earlier { return true }
            id = entries.first { $0.id == one }?.corrects
        }
        return false
    }
}

extension CaseState {
    /// Why a complaint came too late; nil for one that came in time.
    func lateness(of complaint: WrittenComplaint) -> Reason? {
        let events = file.chronological.filter { $0.fact != nil }
        return verdict(of: file.history(), under: standard.standard, on: today).notices
            .filter { $0.code == .lateComplaint }.flatMap(\.because)
            .first { reason in
                reason.facts.contains {
                    events.indices.contains($0) && events[$0].id == complaint.entry.id
                }
            }
    }

    /// The choices of an act about a complaint.
    func complaintChoices(_ isShown: (WrittenComplaint) -> Bool) -> [Choice] {
        file.complaints.filter(isShown).map {
            Choice(
                $0.entry.id.formText,
                "\($0.entry.on.danishDigits): \($0.complaint.about.danishName)")
        }
    }
}
