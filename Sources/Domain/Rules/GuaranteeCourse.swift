/// The life of one clock as the facts tell it, before it is judged.
struct GuaranteeCourse {
    typealias Entry = CaseFacts.Entry

    /// How a clock closed before treatment began.
    enum Ending {
        case withdrawal
        case discharge(DischargeReason)
        case outsideDuty(OutsideDutyReason)
    }

    /// An offer and what answered it.
    struct AnsweredOffer {
        let offer: Entry
        let startsOn: CalendarDay
        let answer: Entry
    }

    let enquiry: Entry
    let lastDay: CalendarDay
    var start: (entry: Entry, service: Service)?
    var ending: (entry: Entry, on: CalendarDay, kind: Ending)?
    var latestOffer: (entry: Entry, offer: Offer)?
    var ownChoice: AnsweredOffer?
    var noShow: AnsweredOffer?
    var discharge: Entry?

    /// The latest offer, if a start in time was offered in time.
    private var timelyOffer: (entry: Entry, offer: Offer)? {
        guard let latestOffer, latestOffer.offer.startsOn <= lastDay,
            latestOffer.entry.on <= lastDay
        else { return nil }
        return latestOffer
    }

    /// The citizen declined by own choice; an oral choice counts as a written one.
    mutating func decline(_ answer: Entry) {
        guard let timelyOffer else { return }
        ownChoice = AnsweredOffer(
            offer: timelyOffer.entry, startsOn: timelyOffer.offer.startsOn, answer: answer)
    }

    /// The citizen did not come: on the offered day or later, that answers the latest offer.
    mutating func miss(_ answer: Entry) {
        guard let timelyOffer, answer.on >= timelyOffer.offer.startsOn, noShow == nil else {
            return
        }
        noShow = AnsweredOffer(
            offer: timelyOffer.entry, startsOn: timelyOffer.offer.startsOn, answer: answer)
    }
}

/// Reads the facts once, from the first to the last, and finds every clock with what befell it.
///
/// At most one clock is open. It closes with the start of treatment, a withdrawal, a discharge, or
/// when the municipality has no duty any more; from the start to the next discharge the citizen is
/// in treatment, and an enquiry starts no clock.
struct GuaranteeReader {
    /// - Law: Sundhedsloven § 141, stk. 1, 2nd sentence (lov nr. L 126, 2023-24).
    static let outsideDutyInForce =
        CalendarDay(isoText: "2024-09-01")
        ?? CalendarDay(number: 19_967)

    private typealias Entry = CaseFacts.Entry

    private let facts: CaseFacts
    private let limitDays: Int
    private var courses: [GuaranteeCourse] = []
    private var isOpen = false
    private var isInTreatment = false
    /// The last clock is not covered, and neither a start nor a new clock came since.
    private var mayStillWithdraw = false
    private var outside: (entry: Entry, reason: OutsideDutyReason)?
    private var isOutsideDutyInForce = false

    static func courses(_ facts: CaseFacts, limitDays: Int) -> [GuaranteeCourse] {
        var reader = GuaranteeReader(facts: facts, limitDays: limitDays)
        for place in facts.entries.indices { reader.read(at: place) }
        reader.enterForce(by: facts.asOf)
        return reader.courses
    }

    private init(facts: CaseFacts, limitDays: Int) {
        self.facts = facts
        self.limitDays = limitDays
    }

    private mutating func read(at place: Int) {
        let entry = facts.entries[place]
        enterForce(by: entry.on)
        switch entry.fact {
        case .enquiry(let enquiry) where enquiry.asksForTreatment: wish(entry, at: place)
        case .treatmentWish: wish(entry, at: place)
        case .service(let service): serve(entry, service)
        case .noShow: change { $0.miss(entry) }
        case .offer(let offer): change { $0.latestOffer = (entry, offer) }
        case .offerDeclined(.ownChoice, _): change { $0.decline(entry) }
        case .withdrawal: giveUp(entry, .withdrawal)
        case .discharge(let reason): discharge(entry, reason)
        case .outsideDuty(let reason, _):
            outside = (entry, reason)
            touchByOutsideDuty(on: entry.on)
        case .outsideDutyEnded: outside = nil
        default: break
        }
    }

    private mutating func change(_ change: (inout GuaranteeCourse) -> Void) {
        guard isOpen else { return }
        change(&courses[courses.count - 1])
    }

    private mutating func wish(_ entry: Entry, at place: Int) {
        guard !isOpen, !isInTreatment, !facts.person(on: entry.on).relative else { return }
        courses.append(
            GuaranteeCourse(enquiry: entry, lastDay: entry.on.adding(days: limitDays)))
        isOpen = true
        mayStillWithdraw = false
        touchByOutsideDuty(on: entry.on)
        if isOpen, let earlier = startEarlierTheSameDay(before: place) {
            serve(earlier.entry, earlier.service)
        }
    }

    /// A start on the enquiry's own day counts whatever the order in the file; one that belongs
    /// to a course discharged that day does not.
    private func startEarlierTheSameDay(before place: Int) -> (entry: Entry, service: Service)? {
        let day = facts.entries[place].on
        var found: (entry: Entry, service: Service)?
        for entry in facts.entries[..<place].reversed() {
            guard entry.on == day else { break }
            if case .discharge = entry.fact { break }
            if case .service(let service) = entry.fact, service.beginsTreatment {
                found = (entry, service)
            }
        }
        return found
    }

    private mutating func serve(_ entry: Entry, _ service: Service) {
        if service.beginsTreatment {
            mayStillWithdraw = false
            guard isOpen else { return }
            change { $0.start = (entry, service) }
            isOpen = false
            isInTreatment = true
        } else if !service.attended {
            change { $0.miss(entry) }
        }
    }

    private mutating func discharge(_ entry: Entry, _ reason: DischargeReason) {
        if isInTreatment {
            courses[courses.count - 1].discharge = entry
            isInTreatment = false
        } else {
            giveUp(entry, .discharge(reason))
        }
    }

    /// Closes the open clock. One that is closed because the duty went elsewhere is withdrawn
    /// after all when that happens in time: withdrawn comes before not covered.
    private mutating func giveUp(_ entry: Entry, _ kind: GuaranteeCourse.Ending) {
        if mayStillWithdraw, let last = courses.last, entry.on <= last.lastDay {
            courses[courses.count - 1].ending = (entry, entry.on, kind)
        }
        mayStillWithdraw = false
        close(entry, on: entry.on, kind)
    }

    private mutating func close(
        _ entry: Entry, on day: CalendarDay, _ kind: GuaranteeCourse.Ending
    ) {
        change { $0.ending = (entry, day, kind) }
        isOpen = false
    }

    // MARK: Outside the municipal duty

    /// What began before the rule was in force counts from the day it was.
    private mutating func enterForce(by day: CalendarDay) {
        guard !isOutsideDutyInForce, day >= Self.outsideDutyInForce else { return }
        isOutsideDutyInForce = true
        touchByOutsideDuty(on: Self.outsideDutyInForce)
    }

    /// Closes the open clock, unless its last day has passed.
    private mutating func touchByOutsideDuty(on day: CalendarDay) {
        guard isOutsideDutyInForce, isOpen, let outside, let course = courses.last,
            day <= course.lastDay
        else { return }
        close(outside.entry, on: day, .outsideDuty(outside.reason))
        mayStillWithdraw = true
    }
}
