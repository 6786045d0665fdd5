internal import HTML
internal import HTTP
internal import Records

/// `/henvendelser/{number}`: one enquiry, as the reception sees it.
struct EnquiryPageRoutes: Sendable {
    let sections: [CaseSection]
    let acts: ActList

    var all: [CentreRoute] {
        [
            .staff(.get, "/henvendelser/{number}", .frontOffice) { visit, loop in
                try visit.withCase(loop) { ref in
                    visit.reading(ref, with: sections, on: .enquiry) { reading, sections in
                        visit.page(
                            "Henvendelse \(ref.number)", menu: "modtagelse",
                            back: "/henvendelser",
                            enquiryPage(reading, sections, visit.casePage(acts)))
                    }
                }
            }
        ]
    }
}
