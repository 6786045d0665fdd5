package import Domain

/// What the centre says of itself (centrets egne oplysninger): how to reach it, when its doors are open, where it is, who
/// works together, when it is closed. The administrator edits it; each version is the whole of it, and the latest counts.
package struct CentreFacts: Hashable, Sendable {
    package var unit: String
    /// Written as it is read aloud: `12 34 56 78`.
    package var phone: String
    package var email: String
    package var street: String
    package var town: String
    /// When the telephone is answered and talks are held (åbningstid).
    package var openHours: OpeningHours
    /// When anybody may come without an appointment (åben rådgivning).
    package var walkInHours: OpeningHours
    package var sites: [Site] = []
    package var teams: [Team] = []
    package var closings: [Closing] = []
    /// What stands on the front page for a while; empty for nothing.
    package var notice = ""
    /// How to find the door, told to who has an appointment; empty for nothing.
    package var directions = ""

    /// A place where talks are held (adresse), and its rooms.
    package struct Site: Hashable, Sendable {
        /// Random; a site that changes its name is the same site.
        package var id: String
        package var name: String
        package var street: String
        package var town: String
        package var rooms: [Room]

        package init(id: String, name: String, street: String, town: String, rooms: [Room]) {
            self.id = id
            self.name = name
            self.street = street
            self.town = town
            self.rooms = rooms
        }
    }

    /// A room for talks (samtalelokale).
    package struct Room: Hashable, Sendable {
        /// Random; another name is another room.
        package var id: String
        package var name: String

        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// Colleagues who take the same citizens (team): by age, and perhaps at one site.
    package struct Team: Hashable, Sendable {
        package var id: String
        package var name: String
        /// In whole years, both ends included; nil where there is no limit.
        package var ageMin: Int?
        package var ageMax: Int?
        /// Nil where they work at every site.
        package var site: String?
        package var members: [StaffID]

        package init(
            id: String, name: String, ageMin: Int?, ageMax: Int?, site: String?,
            members: [StaffID]
        ) {
            self.id = id
            self.name = name
            self.ageMin = ageMin
            self.ageMax = ageMax
            self.site = site
            self.members = members
        }

        /// Whether somebody of this age is theirs; an age nobody knows is everybody's.
        package func takes(age: ClosedRange<Int>?) -> Bool {
            guard let age else { return true }
            return (ageMin ?? 0) <= age.upperBound && age.lowerBound <= (ageMax ?? .max)
        }
    }

    /// Days on which nobody is here, beside the public holidays (lukkedage).
    package struct Closing: Hashable, Sendable {
        package var first: CalendarDay
        package var last: CalendarDay
        package var words: String

        package init(first: CalendarDay, last: CalendarDay, words: String) {
            self.first = first
            self.last = last
            self.words = words
        }
    }

    /// What the standard and the program know before anybody has written anything.
    package init(_ profile: CentreProfile) {
        unit = profile.unit
        phone = profile.phone
        email = profile.email
        street = profile.street
        town = profile.town
        openHours = OpeningHours([:])
        walkInHours = profile.hours
    }

    /// The closing that a day lies in.
    package func closing(on day: CalendarDay) -> Closing? {
        closings.first { $0.first <= day && day <= $0.last }
    }

    package func site(_ id: String) -> Site? {
        sites.first { $0.id.utf8.elementsEqual(id.utf8) }
    }

    /// The room, and the site it lies at.
    package func room(_ id: String) -> (room: Room, site: Site)? {
        for site in sites {
            if let room = site.rooms.first(where: { $0.id.utf8.elementsEqual(id.utf8) }) {
                return (room, site)
            }
        }
        return nil
    }

    /// The teams somebody works in.
    package func teams(of staff: StaffID) -> [Team] {
        teams.filter { $0.members.contains(staff) }
    }
}

extension CentreProfile {
    /// The same centre, as it says of itself now.
    package func saying(_ facts: CentreFacts?) -> CentreProfile {
        guard let facts else { return self }
        var profile = self
        profile.unit = facts.unit
        profile.phone = facts.phone
        profile.email = facts.email
        profile.street = facts.street
        profile.town = facts.town
        let closed = facts.closings.map { $0.first...$0.last }
        profile.hours = OpeningHours(facts.walkInHours.spans, closed: closed)
        profile.openHours = OpeningHours(facts.openHours.spans, closed: closed)
        profile.notice = facts.notice
        profile.directions = facts.directions
        return profile
    }
}
