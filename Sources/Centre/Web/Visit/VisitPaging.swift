internal import HTML
internal import HTTP

extension Paging {
    /// The page that stands in the address, `?side=2`; the first where none does.
    init(_ visit: StaffVisit, size: Int, total: Int) {
        let page = visit.request.query.word("side").flatMap { Int($0) } ?? 1
        self.init(page: page, size: size, total: total)
    }
}
