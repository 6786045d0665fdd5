internal import HTML
internal import HTTP

/// `/hjaelp/byggeklodser`: every component with all its states, with invented content: the pattern for whoever builds a
/// page. `/hjaelp/tastatur`: what the keys do.
struct HelpRoutes: Sendable {
    var all: [CentreRoute] {
        [
            .staff(.get, "/hjaelp/byggeklodser") { visit, _ in
                .now(visit.page("Byggeklodser", buildingBlocks()))
            },
            .staff(.get, "/hjaelp/tastatur") { visit, _ in
                .now(
                    visit.page("Genveje", keyboardPage(visit.visit.web.menu.keys(for: visit.role))))
            },
        ]
    }
}

/// What helps staff, and those who build for them.
enum HelpRoom {
    static let description = RoomDescription("Help")
}
