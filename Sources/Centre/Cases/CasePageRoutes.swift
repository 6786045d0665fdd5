internal import HTML
internal import HTTP
internal import Records

/// `/sager/{number}` and its tabs: the case, for those who read journals; and the question why, before one that ended
/// long ago.
struct CasePageRoutes: Sendable {
    let sections: [CaseSection]
    let acts: ActList

    var all: [CentreRoute] {
        shownTabs.map(page) + [
            .staff(.post, "/sager/{number}/hvorfor", .frontOffice) { visit, loop in
                try visit.giveReason(loop)
            },
            .staff(.post, "/sager/{number}/cpr", .frontOffice) { visit, loop in
                try visit.withCase(loop) { ref in showCPR(of: ref, visit) }
            },
        ]
    }

    /// The whole number, in answer to a press: the log says who saw it and when.
    private func showCPR(of ref: CaseRef, _ visit: StaffVisit) -> Answer {
        visit.logged(.cprShown, cases: [ref]) { token, loop in
            let reading = try visit.caseReading(ref, token, in: loop.db)
            guard let cpr = reading.person.cpr else { return visit.visit.notFound() }
            return visit.page(
                "Cpr-nummer · \(ref.number)", back: visit.place(of: ref),
                cprPage(cpr, reading, token: visit.token))
        }
    }

    /// A tab is there as soon as a room has something on it.
    private var shownTabs: [CaseTab] {
        CaseTab.allCases.filter { tab in sections.contains { $0.pages.contains(.tab(tab)) } }
    }

    private func page(_ tab: CaseTab) -> CentreRoute {
        let pattern = "/sager/{number}" + (tab.address.map { "/\($0)" } ?? "")
        return .staff(.get, pattern, .clinical) { visit, loop in
            try visit.withCase(loop) { ref in
                visit.reading(ref, with: sections, on: .tab(tab)) { reading, sections in
                    visit.page(
                        tab == .timeline
                            ? "Sag \(ref.number)" : "\(tab.title) · sag \(ref.number)",
                        back: "/overblik",
                        casePage(
                            reading, CaseTabs(shown: shownTabs, current: tab), sections,
                            visit.casePage(acts)))
                }
            }
        }
    }
}

/// Which tabs a case has, and on which of them she stands.
struct CaseTabs: Sendable {
    let shown: [CaseTab]
    let current: CaseTab
}
