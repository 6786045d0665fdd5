import Domain
import Records

@testable import Centre

// What staff do most, with what a test does not care about left out.

extension OfferTime {
    /// Outpatient, at our own place.
    init(startsAt time: Instant, why: String = "") {
        self.init(startsAt: time, modality: .outpatient, provider: .own, why: why)
    }
}

extension RecordOutcome {
    /// Said, not written.
    init(_ outcome: Outcome, on day: CalendarDay) {
        self.init(outcome: outcome, day: day, isInWriting: false, text: "")
    }
}

extension WriteNote {
    /// A service that was delivered.
    init(_ code: ServiceCode, minutes: Int = 60, at time: Instant, text: String = "") {
        self.init(content: .service(Service(code, minutes: minutes), at: time), text: text)
    }

    /// Words only.
    init(_ text: String, on day: CalendarDay) {
        self.init(content: .words(on: day), text: text)
    }
}

extension TestHouse {
    /// A first draft of a treatment plan, with one goal in the citizen's words.
    func writePlan(_ words: String, on ref: CaseRef) throws {
        var plan = PlanText()
        plan.wish = words
        plan.goals = [PlanText.Goal(text: words)]
        let (desk, context, written) = (centre.services.plans, try context(.consultant), plan)
        try perform { db in try desk.write(written, onto: nil, in: ref, context, db) }
    }
}
