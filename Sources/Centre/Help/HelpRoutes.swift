internal import HTML
internal import HTTP

/// `/hjaelp/byggeklodser`: every component with all its states, with invented content: the pattern for whoever builds a page.
struct HelpRoutes: Sendable {
    var all: [CentreRoute] {
        [
            .staff(.get, "/hjaelp/byggeklodser") { visit, _ in
                .now(visit.page("Byggeklodser", buildingBlocks()))
            }
        ]
    }
}

/// What helps staff, and those who build for them.
enum HelpRoom {
    static let description = RoomDescription("Help")
}
