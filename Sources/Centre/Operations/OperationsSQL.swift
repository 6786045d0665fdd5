internal import Records

/// What the page for whoever runs the house reads.
enum OperationsSQL: String, StatementList {
    case migrations = "SELECT number, name, applied_at FROM migration_receipt ORDER BY number"
}
