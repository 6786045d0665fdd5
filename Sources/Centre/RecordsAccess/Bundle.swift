internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// What the citizen is given (mappen): her case as files she can read, packed as they are sent.
///
/// What is withheld is left out by its entry, before anything is made of it, so that no file can tell of it in any form.
struct Bundle {
    let reading: CaseReading
    let house: House
    let token: AccessToken
    let acts: ActList
    let review: LogReview
    let wording: LogWording

    private let given: [LedgerEntry]
    private let withheld: Set<EntryID>

    init(
        _ reading: CaseReading, _ house: House, _ token: AccessToken, acts: ActList,
        review: LogReview, wording: LogWording
    ) {
        self.reading = reading
        self.house = house
        self.token = token
        self.acts = acts
        self.review = review
        self.wording = wording
        let withheld = reading.file.withheld
        self.withheld = withheld
        given = reading.file.entries.filter { $0.isGiven && !withheld.contains($0.id) }
            .sorted { ($0.on, $0.position) < ($1.on, $1.position) }
    }

    /// Writes every file, one after the other.
    func write(to zip: ZipWriter, in db: borrowing Connection) throws {
        try writeCase(zip)
        try writeLetters(zip)
        try writeConsents(zip)
        try writeAccess(zip, db)
        try zip.begin("sagshistorie.json")
        try zip.write(historyBytes())
        try zip.finish()
    }

    // MARK: The case

    private func writeCase(_ zip: ZipWriter) throws {
        let replaced = Dictionary(
            reading.file.entries.filter { !withheld.contains($0.id) }
                .compactMap { entry in entry.corrects.map { ($0, entry) } },
            uniquingKeysWith: { $1 })
        try zip.begin("sagen.html")
        try zip.write(bundleHead("Sag \(text: reading.ref.number)").bytes)
        try zip.write(
            bundleIntroduction(
                profile: reading.state.standard.profile, number: reading.ref.number,
                madeAt: reading.state.now,
                withheld: reading.file.withholdings.map { fact, entry in
                    BundleWithheld(
                        on: reading.file.entries.first { $0.id == fact.entry }?.on,
                        ground: fact.ground.danishName, why: reading.body(of: entry).text ?? "")
                }
            ).bytes)
        for entry in given {
            try zip.write(bundleEntry(line(entry, replacedBy: replaced[entry.id])).bytes)
        }
        try zip.write(bundleTail.bytes)
    }

    private func line(_ entry: LedgerEntry, replacedBy later: LedgerEntry?) -> BundleLine {
        let body = reading.body(of: entry)
        return BundleLine(
            on: entry.on, at: entry.at,
            title: CasesRoom.title(of: entry, in: reading, acts: acts),
            words: body.everything.map {
                (BundleWords.label($0.key), BundleWords.value($0.key, $0.text))
            },
            author: entry.recordedBy.flatMap { reading.names[$0] } ?? "borgeren selv",
            writtenOn: entry.recordedAt.day == entry.on ? nil : entry.recordedAt.day,
            replaced: later.map { later in
                BundleLine.Replaced(
                    at: later.recordedAt, isGone: later.isOwn(EntryTakenAway.self),
                    why: (later.isOwn(EntryTakenAway.self)
                        ? reading.body(of: later).text : reading.body(of: later).why) ?? "")
            })
    }

    // MARK: Letters

    private func writeLetters(_ zip: ZipWriter) throws {
        let current = Set(reading.file.current.map(\.id))
        for (number, entry) in given.filter({ $0.isOwn(LetterMade.self) }).enumerated() {
            let text = try reading.body(of: entry).read(LetterText.self)
            try zip.begin("breve/\(number + 1)-\(entry.on.isoText).html")
            try zip.write(
                bundleLetter(text, on: entry.on, isGone: !current.contains(entry.id)).bytes)
        }
    }

    // MARK: Consents

    private func writeConsents(_ zip: ZipWriter) throws {
        let consents = reading.file.consents.filter { !withheld.contains($0.entry.id) }
        let told = given.filter { $0.isOwn(Disclosure.self) }
        try zip.begin("samtykker.html")
        try zip.write(
            bundleConsents(
                consents.map { given in
                    let words = reading.words(of: given)
                    let kind = Deadline.Kind.consentExpiry(id: given.consent.id)
                    let standing = reading.verdict.deadlines.first { $0.kind == kind }
                    return BundleConsent(
                        recipient: "\(given.recipient): \(words?.recipient ?? "")",
                        what: words?.what ?? "", purpose: words?.purpose ?? "",
                        givenOn: given.entry.on, lastDay: standing?.due,
                        isRevoked: standing?.state == .cancelled)
                },
                told.compactMap { entry in
                    let words = try? reading.body(of: entry).read(DisclosureWords.self)
                    return entry.own(Disclosure.self).map {
                        BundleDisclosure(
                            on: entry.on, recipient: "\($0.recipient): \(words?.recipient ?? "")",
                            what: words?.what ?? "", way: $0.way.danishName)
                    }
                }
            ).bytes)
    }

    // MARK: Who has looked

    /// Dates, roles and purposes; who it was by name, the municipality answers on request.
    private func writeAccess(_ zip: ZipWriter, _ db: borrowing Connection) throws {
        try zip.begin("adgangslog.html")
        try zip.write(bundleAccessHead.bytes)
        var filter = LogFilter(
            first: reading.file.entries.first?.recordedAt.day ?? reading.today, last: reading.today,
            number: reading.ref.number)
        while true {
            let (lines, next) = try review.lines(filter, in: db)
            let reasons = try review.reasons(of: lines, token)
            for line in lines {
                try zip.write(
                    bundleAccessLine(
                        at: line.at,
                        role: Role(rawValue: line.role)?.danishName ?? wording.actor(of: line),
                        action: wording.action(of: line), reason: reasons[line.seq] ?? ""
                    ).bytes)
            }
            guard let next else { break }
            filter.before = next
        }
        try zip.write(bundleAccessTail.bytes)
    }

    // MARK: The case history

    private func historyBytes() -> [UInt8] {
        let kept = CaseFile(
            ref: reading.ref, entries: reading.file.entries.filter { !withheld.contains($0.id) })
        var notes: [EntryID: String] = [:]
        for entry in kept.current { notes[entry.id] = reading.body(of: entry).text }
        // Who the person is may be what is withheld.
        let isKnown = kept.personEntry?.id == reading.file.personEntry?.id
        return JSONWriter.write(
            kept.history(person: isKnown ? reading.person : PersonDetails(), notes: notes).json,
            indented: true)
    }
}
