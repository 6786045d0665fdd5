internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// The pages of a case, as tabs: each has an address of its own, and is there as soon as a room has something on it.
enum CaseTab: String, CaseIterable, Sendable {
    case timeline, plan, appointments, measures, medicine, decisions, network, documents, consents,
        complaints, records, access

    /// What its address ends with, after the number of the case; the timeline is the case itself.
    var address: String? {
        switch self {
        case .timeline: nil
        case .plan: "plan"
        case .appointments: "aftaler"
        case .measures: "maalinger"
        case .medicine: "medicin"
        case .decisions: "afgoerelser"
        case .network: "netvaerk"
        case .documents: "dokumenter"
        case .consents: "samtykker"
        case .complaints: "klager"
        case .records: "aktindsigt"
        case .access: "adgang"
        }
    }

    var title: String {
        switch self {
        case .timeline: "Tidslinje"
        case .plan: "Plan"
        case .appointments: "Aftaler"
        case .measures: "Målinger"
        case .medicine: "Medicin"
        case .decisions: "Afgørelser"
        case .network: "Netværk"
        case .documents: "Dokumenter"
        case .consents: "Samtykker"
        case .complaints: "Klager"
        case .records: "Aktindsigt"
        case .access: "Adgang"
        }
    }
}

/// What a room puts on the page of a case: its part of the page, made of what was read for it.
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

    enum Page: Hashable, Sendable {
        /// `/sager/{number}` and its tabs: those who read journals.
        case tab(CaseTab)
        /// `/henvendelser/{number}`: the reception.
        case enquiry

        /// The case's first page.
        static let journal = Page.tab(.timeline)
    }

    /// What a section may read from, beside the case itself: rooms with tables of their own ask them here.
    struct Source: Sendable {
        let house: House
        /// Opens what is sealed of this case.
        let token: AccessToken
    }

    typealias View = @Sendable (CasePageContext) -> HTML

    let place: Place
    let pages: Set<Page>
    private let prepare: @Sendable (CaseReading, Source, borrowing Connection) throws -> View

    /// A section made of the case alone.
    init(
        _ place: Place, on pages: Set<Page>,
        _ view: @escaping @Sendable (CaseReading, CasePageContext) -> HTML
    ) {
        self.place = place
        self.pages = pages
        prepare = { reading, _, _ in { page in view(reading, page) } }
    }

    /// A section for which the room reads something first.
    init<Value: Sendable>(
        _ place: Place, on pages: Set<Page>,
        reads: @escaping @Sendable (CaseReading, Source, borrowing Connection) throws -> Value,
        _ view: @escaping @Sendable (Value, CaseReading, CasePageContext) -> HTML
    ) {
        self.place = place
        self.pages = pages
        prepare = { reading, source, db in
            let value = try reads(reading, source, db)
            return { page in view(value, reading, page) }
        }
    }

    fileprivate func view(
        _ reading: CaseReading, _ source: Source, _ db: borrowing Connection
    ) throws -> View {
        try prepare(reading, source, db)
    }
}

/// The sections of one page of one case, everything read that they need.
struct PreparedSections: Sendable {
    private let views: [(place: CaseSection.Place, view: CaseSection.View)]

    init(
        _ sections: [CaseSection], on page: CaseSection.Page, _ reading: CaseReading,
        _ source: CaseSection.Source, in db: borrowing Connection
    ) throws {
        var views: [(place: CaseSection.Place, view: CaseSection.View)] = []
        for section in sections where section.pages.contains(page) {
            views.append((section.place, try section.view(reading, source, db)))
        }
        self.views = views
    }

    /// What stands in some places, in the order of the places.
    func shown(
        _ page: CasePageContext, in places: [CaseSection.Place] = CaseSection.Place.allCases
    ) -> HTML {
        places.reduce(.empty) { html, place in
            views.filter { $0.place == place }.reduce(html) { $0 + $1.view(page) }
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
    /// What the address asks for beside the case, each name once: a filter, a page of a list.
    var query: [String: String] = [:]

    /// Whether her role may do an act.
    func may(_ act: (some CaseAct).Type) -> Bool { act.roles.contains(role) }
}

extension StaffVisit {
    func casePage(_ acts: ActList) -> CasePageContext {
        CasePageContext(
            token: token, role: role, acts: acts,
            query: Dictionary(
                request.query.pairs.map { ($0.name, $0.value) },
                uniquingKeysWith: { first, _ in first }
            ))
    }
}
