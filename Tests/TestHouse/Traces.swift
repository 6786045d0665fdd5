import Records
import SQLite

extension Connection {
    /// Every table in which a number stands somewhere.
    func tables(holding number: Int64) throws -> [String] {
        try tableNames().filter { table in
            var isFound = false
            try forEachRow(ofTable: table) { row in
                isFound = isFound || (0..<row.count).contains { row.value($0) == .integer(number) }
            }
            return isFound
        }
    }
}

extension [RecordTable] {
    /// The tables that go on pointing at a case when it is erased.
    var remainingOfACase: Set<String> {
        Set(
            compactMap { table in
                guard case .remainsOfCase = table.owner else { return nil }
                return "\(table.name)"
            })
    }
}
