internal import HTTP
internal import SQLite

/// `GET /sundhed`: for whoever watches the machine. It does what every page needs (a read, with the key that fits)
/// and says in one line what is wrong. Nothing in it tells who comes or what is kept.
enum HealthRoutes {
    static var all: [CentreRoute] {
        [
            .open(.get, "/sundhed") { visit, loop in
                .now(answer { try Opening.check(visit.centre.vault, loop.db) })
            }
        ]
    }

    static func answer(_ check: () throws -> Void) -> Response {
        do {
            try check()
            return .text("i orden\n")
        } catch let error as SQLiteError {
            return trouble("databasen svarer ikke (SQLite \(error.code))")
        } catch is OpeningFailure {
            return trouble("nøglen passer ikke til databasen")
        } catch {
            return trouble("ukendt fejl")
        }
    }

    private static func trouble(_ words: String) -> Response {
        .text(words + "\n", status: .serviceUnavailable).setting("Retry-After", "30")
    }
}
