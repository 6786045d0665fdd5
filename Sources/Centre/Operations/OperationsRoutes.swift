internal import HTTP
internal import Records

/// `/drift`: how the house is.
struct OperationsRoutes: Sendable {
    let operations: Operations

    var all: [CentreRoute] {
        [
            .staff(.get, "/drift", [.administrator]) { visit, _ in
                visit.slowRead { db in
                    visit.page(
                        "Drift", menu: "drift",
                        operationsPage(try HouseState(operations, in: db)))
                }
            }
        ]
    }
}
