/// The pages that only inform, and the way out.
enum SiteRoom {
    static let description = RoomDescription("Site")
}
