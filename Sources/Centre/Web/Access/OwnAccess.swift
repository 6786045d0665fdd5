internal import HTML
internal import HTTP
internal import Records

/// The addresses of her own access (min adgang), which the gate of every route knows.
enum OwnAccess {
    static let address: Address = "/min-adgang"
    static let passwordAddress: Address = "/min-adgang/adgangskode"
    static let proofAddress: Address = "/min-adgang/bekraeft"
}

extension Visit {
    /// Asks for the password before what reaches far; what she sent is kept in the page.
    func proveItself(
        _ session: Session, kept: SavedForm? = nil, wayBack: String? = nil,
        problems: [FormProblem] = []
    ) -> Response {
        let kept = kept ?? (request.method == .post ? SavedForm(refused: request) : nil)
        let back = wayBack ?? (request.method == .post ? nil : WayBack.of(request))
        let reader = StaffVisit(visit: self, session: session)
        return reader.page(
            "Skriv din adgangskode", problems: problems,
            status: problems.isEmpty ? .forbidden : .unprocessable,
            proofPage(
                carried: kept?.carried(web.house.vault), wayBack: back, problems,
                token: session.formToken))
    }
}
