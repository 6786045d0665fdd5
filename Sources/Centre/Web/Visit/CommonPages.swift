internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// One loop's pages that are the same for everybody. What they tell follows from the standard in force, what the
/// centre says of itself, and the minute (the door opens and closes on whole minutes), so they are made once a minute.
final class CommonPages {
    private struct Moment: Equatable {
        let minute: Int
        let standard: StandardID?
        let factsVersion: Int64
    }

    private var moment: Moment?
    private var made: [String: Response] = [:]

    /// The page of a path, as it stands now.
    func page(_ path: String, for visit: Visit, _ make: (Frame) -> HTML) -> Response {
        let standard = visit.web.house.standards.inForce(on: visit.today)
        let moment = Moment(
            minute: visit.now.seconds / 60, standard: standard?.id,
            factsVersion: visit.web.house.standards.factsVersion)
        if moment != self.moment {
            self.moment = moment
            made = [:]
        }
        if let page = made[path] { return page }
        let page = visit.page(make(visit.frame)).allowingCompression()
        made[path] = page
        return page
    }
}
