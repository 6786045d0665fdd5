internal import HTML
internal import Records

/// Who has what (fordeling): how much each colleague has, and handing over one case or a whole list when somebody is away.
enum HandoverRoom {
    static let description = RoomDescription(
        "Handover",
        menu: [MenuItem(id: "fordeling", label: "Fordeling", address: "/fordeling")],
        actions: [.caseHandedOver],
        fieldLabels: ["alle-til": "Alle til", "overdraget-fordi": "Hvorfor?"])
}

extension AuditAction {
    static let caseHandedOver = AuditAction("case-handed-over", "overdrog en sag")
}
