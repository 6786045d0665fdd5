internal import HTML
internal import Records

/// The guarantee's overview (overblik): who waits, and how long there is.
enum GuaranteeRoom {
    static let description = RoomDescription(
        "Guarantee",
        menu: [
            MenuItem(id: "overblik", label: "Overblik", address: "/overblik", accessKey: "1")
        ],
        sections: [
            CaseSection(.notices, on: [.journal, .enquiry], delaySection),
            CaseSection(.deadlines, on: [.journal]) { reading, _ in milestoneSection(reading) },
        ],
        acts: [ExplainDelay.self])
}
