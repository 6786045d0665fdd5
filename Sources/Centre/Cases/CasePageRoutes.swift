internal import HTML
internal import HTTP
internal import Records

/// `/sager/{number}`: the case, for those who read journals; and the question why, before one that ended long ago.
struct CasePageRoutes: Sendable {
    let sections: [CaseSection]
    let acts: ActList

    var all: [CentreRoute] {
        [
            .staff(.get, "/sager/{number}", .clinical) { visit, loop in
                try visit.withCase(loop) { ref in
                    visit.reading(ref) { reading in
                        visit.page(
                            "Sag \(ref.number)", back: "/overblik",
                            casePage(reading, sections, visit.casePage(acts)))
                    }
                }
            },
            .staff(.post, "/sager/{number}/hvorfor", .frontOffice) { visit, loop in
                try visit.giveReason(loop)
            },
        ]
    }
}
