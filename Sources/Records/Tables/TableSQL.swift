/// The statements that follow from a table's declaration. A test prepares all of them against the newest schema.
package struct TableSQL: Sendable {
    let table: RecordTable

    package init(_ table: RecordTable) {
        self.table = table
    }

    /// Takes the rows of a case (?1); nil where none go with it.
    package var take: String? {
        table.caseColumn.map { "DELETE FROM \(table.name) WHERE \($0) = ?1" }
    }

    /// How many rows a case (?1) has.
    package var count: String? {
        table.caseColumn.map { "SELECT count(*) FROM \(table.name) WHERE \($0) = ?1" }
    }

    /// The numbers of cases that are erased but have rows left.
    package var left: String? {
        table.caseColumn.map { column in
            """
            SELECT DISTINCT c.year, c.serial FROM \(table.name) t
            JOIN care_case c ON c.id = t.\(column) WHERE c.erased_at IS NOT NULL
            """
        }
    }

    /// The highest slot it holds.
    package var highestSlot: String? {
        table.slotColumn.map { "SELECT coalesce(max(\($0)), 0) FROM \(table.name)" }
    }

    /// Every slot it holds that is not the centre's.
    package var slots: String? {
        table.slotColumn.map { "SELECT \($0) FROM \(table.name) WHERE \($0) > 0" }
    }

    /// Key, slot, sealed value, year and serial of the case (zeros where there is none): every value that is sealed in a
    /// column and whose key lives.
    package func sealed(_ column: SealedColumn) -> String {
        let (name, key, value) = (table.name, column.key, column.name)
        switch column.slots {
        case .ofTheCentre:
            return """
                SELECT t.\(key), 0, t.\(value), 0, 0 FROM \(name) t
                WHERE t.\(value) IS NOT NULL ORDER BY t.\(key)
                """
        case .ofItsCase:
            return """
                SELECT t.\(key), c.key_slot, t.\(value), c.year, c.serial FROM \(name) t
                JOIN care_case c ON c.id = t.\(table.caseColumn ?? "case_id")
                WHERE t.\(value) IS NOT NULL AND c.erased_at IS NULL ORDER BY t.\(key)
                """
        case .ofTheCaseOfAnEntry:
            return """
                SELECT t.\(key), c.key_slot, t.\(value), c.year, c.serial FROM \(name) t
                JOIN audit_subject_case s ON s.subject_id = t.subject
                JOIN care_case c ON c.id = s.case_id
                WHERE t.\(value) IS NOT NULL AND c.erased_at IS NULL ORDER BY t.\(key)
                """
        }
    }

    /// All of them.
    package var all: [String] {
        [take, count, left, highestSlot, slots].compactMap(\.self) + table.sealed.map(sealed)
    }
}
