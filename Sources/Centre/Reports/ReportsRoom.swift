internal import HTML
internal import Records

/// Figures without names (rapporter), and the lists behind them.
enum ReportsRoom {
    static let description = RoomDescription(
        "Reports",
        menu: [MenuItem(id: "rapporter", label: "Rapporter", address: "/rapporter/garanti")],
        fieldLabels: ["fra": "Fra og med", "til": "Til og med"])
}
