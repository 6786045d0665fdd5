internal import HTML
internal import HTTP

extension Visit {
    /// What stands around every page.
    var frame: Frame { centre.frame }

    /// A page as an answer. The server's own headers keep it out of every cache.
    func page(_ page: HTML, status: Status = .ok) -> Response {
        .html(page.bytes, status: status)
    }
}
