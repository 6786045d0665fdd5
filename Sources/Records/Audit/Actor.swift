/// Who does something: a member of staff in a session, a citizen, or the house itself.
package struct Actor: Sendable {
    /// Nil for a citizen and for the house.
    package let staff: StaffID?
    /// The role she had then; `citizen` or `system`.
    package let role: String
    /// A short digest of the session: ties the entries of one session together, opens nothing.
    package let session: String

    package init(staff: StaffID?, role: String, session: String) {
        self.staff = staff
        self.role = role
        self.session = session
    }

    /// Somebody outside, on the public pages.
    package static let citizen = Actor(staff: nil, role: "citizen", session: "-")
    /// A command or a timer.
    package static let system = Actor(staff: nil, role: "system", session: "-")
}
