internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/sager/{number}/aktindsigt/mappe`: the bundle, packed while it is sent.
struct RecordsAccessRoutes: Sendable {
    let acts: ActList
    let review: LogReview
    let actions: [AuditAction]

    var all: [CentreRoute] {
        [.staff(.post, "/sager/{number}/aktindsigt/mappe", .clinical, bundle)]
    }

    private func bundle(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try visit.withCase(loop) { ref in
            visit.logged(.bundleMade, cases: [ref]) { token, _ in
                let house = visit.visit.web.house
                return Response.stream(contentType: "application/zip") { stream in
                    let reader = try house.reader()
                    try reader.snapshot {
                        let reading = try CaseReading(ref, token, house, at: visit.now, in: reader)
                        let bundle = Bundle(
                            reading, house, token, acts: acts, review: review,
                            wording: LogWording(actions: actions, names: reading.names))
                        let zip = try ZipWriter(at: ZipWriter.Moment(visit.now)) {
                            try stream.write($0)
                        }
                        try bundle.write(to: zip, in: reader)
                    }
                }.asAttachment(named: "aktindsigt-\(ref.number).zip")
            }
        }
    }
}

extension AuditAction {
    /// The records of a case were packed for the citizen.
    static let bundleMade = AuditAction("bundle-made", "hentede en mappe til aktindsigt")
}

extension ZipWriter.Moment {
    /// What the clock shows in Denmark.
    init(_ moment: Instant) {
        let (day, hour, minute, _) = moment.copenhagen
        self.init(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute)
    }
}
