internal import HTML
internal import Records

/// What the centre says of itself (centrets egne oplysninger): edited by the administrator, every version kept, shown at once.
enum CentreFactsRoom {
    static let description = RoomDescription(
        "CentreFacts",
        menu: [MenuItem(id: "centret", label: "Centret", address: "/administration/centret")],
        actions: [.centreFactsChanged],
        fieldLabels: FactsFields.labels)
}

extension AuditAction {
    static let centreFactsChanged = AuditAction(
        "centre-facts-changed", "rettede centrets oplysninger")
}
