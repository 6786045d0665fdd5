internal import HTML
internal import Records

/// The one list of rooms. Whoever needs all of something (export, erasure, verify, the menu, the access matrix, the query
/// plans) asks it.
enum Rooms {
    /// What each room is, in the order of the menu.
    static func descriptions(_ index: SearchIndex) -> [RoomDescription] {
        [
            SiteRoom.description, IntakeRoom.description, LoginRoom.description,
            GuaranteeRoom.description, SearchRoom.description(index), ReceptionRoom.description,
            CasesRoom.description, ReportsRoom.description, AccessLogRoom.description,
            RetentionRoom.description, OperationsRoom.description, StaffRoom.description,
        ]
    }

    /// The addresses of each room, made with the services they use.
    static func routes(_ centre: Services, _ acts: ActList, _ sections: [CaseSection])
        -> [CentreRoute]
    {
        let house = centre.house
        let (ledger, standards, audit) = (house.ledger, house.standards, house.audit)
        return SiteRoutes(intake: centre.intake, codeDoor: centre.codeDoor).all
            + EnquiryRoutes(intake: centre.intake, standards: standards).all
            + AppointmentRoutes(
                intake: centre.intake, door: centre.codeDoor, ledger: ledger,
                standards: standards, audit: audit
            ).all
            + LoginRoutes(staff: house.staff, audit: audit, writer: house.writer).all
            + OverviewRoutes(ledger: ledger, standards: standards).all
            + SearchRoutes(search: centre.search).all
            + QueueRoutes(ledger: ledger, standards: standards).all
            + DeskRoutes(desk: centre.desk, standards: standards).all
            + EnquiryPageRoutes(sections: sections, acts: acts).all
            + CasePageRoutes(sections: sections, acts: acts).all
            + ActRoutes(acts: acts, writer: centre.acts).all
            + ReportRoutes(
                reports: GuaranteeReports(ledger: ledger, standards: standards, audit: audit)
            ).all
            + LogReviewRoutes(
                review: LogReview(audit: audit), staff: house.staff, audit: audit,
                index: centre.index, actions: house.plan.actions,
                standing: {
                    ChainAnchor.standing(ChainAnchor.Place(house.vault, house.configuration))
                }
            ).all
            + RetentionRoutes(
                retention: centre.retention,
                forgetting: Forgetting(retention: centre.retention, house: house),
                staff: house.staff, standards: standards, tables: house.plan.tables
            ).all
            + OperationsRoutes(operations: centre.operations).all
            + HealthRoutes(operations: centre.operations).all
            + StaffDeskRoutes(staff: house.staff).all
    }

    /// What each room does in the demo's year.
    static func scenes(_ centre: Services) -> [DemoScene] {
        [centre.intake.scene, centre.desk.scene, CasesRoom.scene]
    }

    /// What the rooms tell the house of themselves.
    static func plan(_ rooms: [RoomDescription]) -> HousePlan {
        HousePlan(
            tables: rooms.flatMap(\.tables), facts: rooms.flatMap(\.facts),
            actions: rooms.flatMap(\.actions) + ActList(rooms.flatMap(\.acts)).all.map { $0.audit },
            hooks: rooms.flatMap(\.hooks), checks: rooms.flatMap(\.checks))
    }

    /// The same, for whoever makes or mends a house and serves nobody.
    static var plan: HousePlan { plan(descriptions(SearchIndex())) }
}
