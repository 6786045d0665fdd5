import Domain
import Records

@testable import Centre
@testable import TestHouse

/// A case whose social records ended long before the house's clock, and one that is still kept.
struct OldCases {
    static let years = 6

    /// An enquiry so many years ago, a talk, a discharge; all written as it happened.
    static func add(
        to house: TestHouse, yearsAgo: Int = years, by role: Role = .consultant,
        text: String = Secret.words, isOpen: Bool = false
    ) throws -> CaseRef {
        let day = house.today.adding(years: -yearsAgo)
        let then = Instant(day: day, hour: 10, minute: 0)
        let ref = try house.register(
            .test(receivedAt: then, name: Secret.name, phone: Secret.phone, text: text),
            house.context(role, at: then))
        try house.act(
            role, WriteNote(.individualSession, at: then, text: text), on: ref, at: then)
        if !isOpen {
            try house.act(
                role, EndCase(ending: .discharge(.completed, on: day)), on: ref, at: then)
        }
        return ref
    }
}
