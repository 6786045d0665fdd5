internal import HTML
internal import Records

/// A room of the house: what it is, its addresses, made with the services they use, and its scene in the demo.
struct Room: Sendable {
    let description: RoomDescription
    let routes: @Sendable (Services) -> [CentreRoute]
    let scene: (@Sendable (Services) -> DemoScene)?

    init(
        _ description: RoomDescription,
        routes: @escaping @Sendable (Services) -> [CentreRoute] = { _ in [] },
        scene: (@Sendable (Services) -> DemoScene)? = nil
    ) {
        self.description = description
        self.routes = routes
        self.scene = scene
    }
}

extension Room {
    /// The one list of rooms, in the order of the menu. Whoever needs all of something (export, erasure, verify, the menu,
    /// the access matrix, the query plans) asks it.
    static func all(_ index: SearchIndex) -> [Room] {
        [
            Room(SiteRoom.description) {
                SiteRoutes(intake: $0.intake, codeGuard: $0.codeGuard).all
            },
            Room(
                IntakeRoom.description,
                routes: {
                    EnquiryRoutes(intake: $0.intake, standards: $0.house.standards).all
                        + AppointmentRoutes(
                            intake: $0.intake, door: $0.codeGuard, ledger: $0.house.ledger,
                            standards: $0.house.standards, audit: $0.house.audit,
                            times: $0.ownTimes
                        ).all
                        + OwnTimeRoutes(times: $0.ownTimes, door: $0.codeGuard).all
                }, scene: { $0.intake.scene }),
            Room(LoginRoom.description) {
                LoginRoutes(
                    staff: $0.house.staff, audit: $0.house.audit, writer: $0.house.writer
                ).all
            },
            Room(
                GuaranteeRoom.description,
                routes: {
                    OverviewRoutes(
                        ledger: $0.house.ledger, standards: $0.house.standards,
                        forecasts: ForecastKeeper($0.calendar)
                    ).all
                }, scene: { _ in GuaranteeRoom.scene }),
            Room(SearchRoom.description(index)) { SearchRoutes(search: $0.search).all },
            Room(
                ReceptionRoom.description,
                routes: {
                    QueueRoutes(ledger: $0.house.ledger, standards: $0.house.standards).all
                        + DeskRoutes(desk: $0.desk, standards: $0.house.standards).all
                        + EnquiryPageRoutes(sections: $0.sections, acts: $0.acts).all
                }, scene: { $0.desk.scene }),
            Room(
                CasesRoom.description,
                routes: {
                    CasePageRoutes(sections: $0.sections, acts: $0.acts).all
                        + ActRoutes(acts: $0.acts, writer: $0.actWriter).all
                }, scene: { _ in CasesRoom.scene }),
            Room(
                CalendarRoom.description,
                routes: {
                    let (house, book) = ($0.house, $0.calendar)
                    return CalendarRoutes(book: book, ledger: house.ledger, staff: house.staff).all
                        + FindTimeRoutes(book: book).all
                        + FeedRoutes(feeds: CalendarFeeds(audit: house.audit), book: book).all
                        + GroupRoutes(
                            groups: GroupDesk(
                                writer: CaseWriter(ledger: house.ledger, audit: house.audit),
                                ledger: house.ledger, standards: house.standards),
                            book: book, desk: CalendarDesk(audit: house.audit)
                        ).all
                        + RotaRoutes(
                            book: book, desk: CalendarDesk(audit: house.audit), staff: house.staff
                        ).all
                }, scene: { $0.calendar.scene }),
            Room(HandoverRoom.description) {
                let house = $0.house
                return HandoverRoutes(
                    desk: HandoverDesk(
                        writer: CaseWriter(ledger: house.ledger, audit: house.audit),
                        ledger: house.ledger),
                    book: $0.calendar, ledger: house.ledger, staff: house.staff
                ).all
            },
            Room(
                TreatmentPlansRoom.description, routes: { PlanRoutes(desk: $0.plans).all },
                scene: { $0.plans.scene }),
            Room(
                FollowUpRoom.description,
                routes: {
                    FollowUpRoutes(
                        ledger: $0.house.ledger, standards: $0.house.standards,
                        audit: $0.house.audit
                    ).all
                }, scene: { _ in FollowUpRoom.scene }),
            Room(ConsentsRoom.description, scene: { _ in ConsentsRoom.scene }),
            Room(
                ComplaintsRoom.description,
                routes: { ComplaintRoutes(ledger: $0.house.ledger).all },
                scene: { _ in ComplaintsRoom.scene }),
            Room(
                RecordsAccessRoom.description,
                routes: {
                    RecordsAccessRoutes(
                        acts: $0.acts, review: LogReview(audit: $0.house.audit),
                        actions: $0.house.plan.actions
                    ).all
                }, scene: { _ in RecordsAccessRoom.scene }),
            Room(
                VisitationRoom.description,
                routes: { MeetingRoutes(meetings: $0.meetings).all },
                scene: { VisitationScene(meetings: $0.meetings).scene }),
            Room(LettersRoom.description) {
                LetterRoutes(senderCVR: $0.house.configuration.senderCVR).all
            },
            Room(ReportsRoom.description) {
                ReportRoutes(
                    reports: GuaranteeReports(
                        ledger: $0.house.ledger, standards: $0.house.standards,
                        audit: $0.house.audit)
                ).all
            },
            Room(
                AssessmentRoom.description,
                routes: {
                    MeasureRoutes(desk: $0.measures).all + ScreenRoutes(desk: $0.measures).all
                        + InstrumentRoutes(audit: $0.house.audit).all
                }, scene: { $0.measures.scene }),
            Room(
                AdviceRoom.description,
                routes: { AdviceRoutes(book: AdviceBook(audit: $0.house.audit)).all },
                scene: { AdviceBook(audit: $0.house.audit).scene }),
            Room(AccessLogRoom.description) { services in
                let house = services.house
                return LogReviewRoutes(
                    review: LogReview(audit: house.audit), staff: house.staff, audit: house.audit,
                    index: services.index, actions: house.plan.actions,
                    status: {
                        ChainAnchor.status(ChainAnchor.Place(house.vault, house.configuration))
                    }
                ).all
            },
            Room(RetentionRoom.description) {
                RetentionRoutes(
                    retention: $0.retention,
                    erasure: ErasureApproval(retention: $0.retention, house: $0.house),
                    staff: $0.house.staff, standards: $0.house.standards,
                    tables: $0.house.plan.tables
                ).all
            },
            Room(OperationsRoom.description) {
                OperationsRoutes(operations: $0.operations).all
                    + HealthRoutes(operations: $0.operations).all
            },
            Room(StaffRoom.description) { StaffDeskRoutes(staff: $0.house.staff).all },
            Room(
                CentreFactsRoom.description,
                routes: {
                    FactsRoutes(
                        standards: $0.house.standards, staff: $0.house.staff,
                        audit: $0.house.audit
                    ).all
                }, scene: { _ in CentreFactsRoom.scene }),
            Room(HelpRoom.description) { _ in HelpRoutes().all },
        ]
    }
}

extension [Room] {
    /// What the rooms tell the house of themselves.
    var plan: HousePlan {
        let rooms = map(\.description)
        return HousePlan(
            tables: rooms.flatMap(\.tables),
            facts: rooms.flatMap(\.facts) + acts.all.flatMap { $0.ownFacts },
            actions: rooms.flatMap(\.actions) + acts.all.map { $0.audit },
            hooks: rooms.flatMap(\.hooks), checks: rooms.flatMap(\.checks))
    }

    /// Every act of every room.
    var acts: ActList { ActList(map(\.description).flatMap(\.acts)) }

    /// What the rooms put on the page of a case.
    var sections: [CaseSection] { map(\.description).flatMap(\.sections) }
}

extension HousePlan {
    /// What the rooms tell the house, for whoever makes or mends one and serves nobody.
    static var ofAllRooms: HousePlan { Room.all(SearchIndex()).plan }
}
