internal import Records

/// What the rooms are made with: their services, each once. Only this folder names it.
struct Services: Sendable {
    let house: House
    let index: SearchIndex
    /// Every act of every room, and what carries them out.
    let acts: ActList
    let actWriter: ActWriter
    /// What the rooms put on the page of a case.
    let sections: [CaseSection]
    let desk: EnquiryDesk
    let calendar: CalendarBook
    let intake: IntakeService
    let ownTimes: OwnTimes
    let codeGuard = CodeGuard()
    let guestBrakes = GuestBrakes()
    let measures: MeasureDesk
    let plans: PlanDesk
    let search: CaseSearch
    let retention: RetentionService
    let operations: Operations

    init(_ house: House, _ index: SearchIndex, _ rooms: [Room]) {
        let (ledger, audit, standards) = (house.ledger, house.audit, house.standards)
        self.house = house
        self.index = index
        acts = rooms.acts
        actWriter = ActWriter(ledger: ledger, audit: audit, standards: standards)
        sections = rooms.sections
        desk = EnquiryDesk(writer: CaseWriter(ledger: ledger, audit: audit))
        calendar = CalendarBook(standards: standards)
        ownTimes = OwnTimes(
            calendar: calendar, writer: CaseWriter(ledger: ledger, audit: audit), ledger: ledger,
            standards: standards, audit: audit)
        let intake = IntakeService(vault: house.vault, ledger: ledger, audit: audit)
        self.intake = intake
        measures = MeasureDesk(ledger: ledger, audit: audit)
        plans = PlanDesk(ledger: ledger, audit: audit)
        search = CaseSearch(index: index, ledger: ledger, staff: house.staff) { typed, db in
            try intake.caseID(behindTyped: typed, in: db)
        }
        retention = RetentionService(
            ledger: ledger, audit: audit, standards: standards, staff: house.staff,
            erasure: house.erasure)
        operations = Operations(house, flood: guestBrakes.flood)
    }
}
