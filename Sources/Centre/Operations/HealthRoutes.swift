internal import HTTP
internal import Records
internal import SQLite

/// `GET /sundhed`: for whoever watches the machine. It does what every page needs (a read, with the key that fits), asks
/// whether anything can be written, and says in one line what is wrong. Nothing in it tells who comes or what is kept.
struct HealthRoutes: Sendable {
    let operations: Operations

    var all: [CentreRoute] {
        [
            .open(.get, "/sundhed") { _, loop in
                .now(
                    Self.answer(HouseFault.find(operations)) {
                        try Opening.check(operations.house.vault, loop.db)
                    })
            }
        ]
    }

    /// - Parameter found: what is wrong however the read goes; it explains more than a read that fails.
    static func answer(_ found: HouseFault?, _ check: () throws -> Void) -> Response {
        let failure: String?
        do {
            try check()
            failure = nil
        } catch let error as SQLiteError {
            failure = "databasen svarer ikke (SQLite \(error.code))"
        } catch is OpeningError {
            failure = "nøglen passer ikke til databasen"
        } catch {
            failure = "ukendt fejl"
        }
        return (found?.danishWords ?? failure).map(trouble) ?? .text("i orden\n")
    }

    private static func trouble(_ words: String) -> Response {
        .text(words + "\n", status: .serviceUnavailable).setting("Retry-After", "30")
    }
}

extension HouseFault {
    fileprivate var danishWords: String {
        switch self {
        case .databaseMoved: "databasefilen er flyttet eller skiftet ud"
        case .keyMissing: "en nøglefil mangler"
        case .diskFull: "disken er fuld"
        case .cannotWrite(let code): "der kan ikke skrives (SQLite \(code))"
        }
    }
}
