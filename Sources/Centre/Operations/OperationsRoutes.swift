internal import HTTP

/// `/drift`: how the house is.
enum OperationsRoutes {
    static let all: [CentreRoute] = [
        .staff(.get, "/drift", [.administrator]) { visit, _ in
            .slow {
                do {
                    let reader = try Loop(databaseFile: visit.centre.configuration.databaseFile)
                    let state = try HouseState(visit.centre, in: reader.db)
                    return visit.page("Drift", menu: "drift", operationsPage(state))
                } catch {
                    return visit.visit.failure(error)
                }
            }
        }
    ]
}
