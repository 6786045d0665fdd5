/// What the page for whoever runs the house reads.
enum OperationsSQL: String, CaseIterable {
    case migrations = "SELECT number, name, applied_at FROM migration_receipt ORDER BY number"
}
