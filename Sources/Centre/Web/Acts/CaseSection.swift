internal import HTML
internal import Records

/// What a room puts on the page of a case, or on the enquiry's page that the reception sees.
struct CaseSection: Sendable {
    /// Where it stands; the page shows the places in this order, and within a place the rooms in theirs.
    enum Place: Int, CaseIterable, Sendable {
        /// What must be seen first.
        case notices
        /// What people came for.
        case act
        /// The next time.
        case appointments
        case deadlines
        case corrections
        case story
        case ending
    }

    enum Page: Sendable {
        /// `/sager/{number}`: those who read journals.
        case journal
        /// `/henvendelser/{number}`: the reception.
        case enquiry
    }

    let place: Place
    let pages: Set<Page>
    let view: @Sendable (CaseReading, CasePageContext) -> HTML

    init(
        _ place: Place, on pages: Set<Page>,
        _ view: @escaping @Sendable (CaseReading, CasePageContext) -> HTML
    ) {
        self.place = place
        self.pages = pages
        self.view = view
    }
}

extension [CaseSection] {
    /// The sections of a page, in the order of their places.
    func shown(
        on page: CaseSection.Page, _ reading: CaseReading, _ context: CasePageContext
    ) -> HTML {
        CaseSection.Place.allCases.reduce(.empty) { html, place in
            filter { $0.place == place && $0.pages.contains(page) }
                .reduce(html) { $0 + $1.view(reading, context) }
        }
    }
}

/// For whom the page of a case is made.
struct CasePageContext: Sendable {
    /// Stands in every form.
    let token: String
    let role: Role
    /// Every act there is.
    let acts: ActList

    /// Whether her role may do an act.
    func may(_ act: (some CaseAct).Type) -> Bool { act.roles.contains(role) }
}

extension StaffVisit {
    func casePage(_ acts: ActList) -> CasePageContext {
        CasePageContext(token: token, role: role, acts: acts)
    }
}
