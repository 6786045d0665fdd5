internal import HTML
internal import Records

/// One box (søg) for names, telephones, numbers and codes.
enum SearchRoom {
    /// - Parameter index: hears of every change of a person.
    static func description(_ index: SearchIndex) -> RoomDescription {
        RoomDescription(
            "Search",
            menu: [
                MenuItem(
                    id: "soeg", label: "Navn, telefon, cpr eller sag",
                    address: "/soeg", accessKey: "2", isSearch: true)
            ],
            actions: [.searched, .indexBuilt],
            hooks: [
                HouseHook(
                    whenPersonChanges: { index.touch($0) },
                    whenCommitted: { ledger, db in index.catchUp(ledger, db) })
            ],
            fieldLabels: ["ord": "Søgt efter"])
    }
}

extension AuditAction {
    static let searched = AuditAction("searched", "søgte")
    static let indexBuilt = AuditAction("index-built", "lavede søgeindeks")
}
