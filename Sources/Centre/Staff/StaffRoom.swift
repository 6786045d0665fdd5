internal import HTML
internal import Records

/// Who works here (brugere): added, given a new password, locked out; never deleted.
enum StaffRoom {
    static let description = RoomDescription(
        "Staff",
        menu: [MenuItem(id: "brugere", label: "Brugere", address: "/administration/brugere")],
        fieldLabels: ["login": "Brugernavn", "rolle": "Rolle"])
}
