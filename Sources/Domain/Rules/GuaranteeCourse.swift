/// What ended a wish for treatment, or the course it led to.
struct CourseEnding: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case withdrawal
        case discharge(DischargeReason)
        case outsideDuty(OutsideDutyReason)
    }

    let entry: CaseFacts.Entry
    /// When. A rule that enters into force ends a wish later than the fact it counts.
    let on: CalendarDay
    let kind: Kind
}

/// The life of one clock as the facts tell it, before it is judged.
struct GuaranteeCourse {
    typealias Entry = CaseFacts.Entry

    /// An offer and what answered it.
    struct AnsweredOffer {
        let offer: Entry
        let startsOn: CalendarDay
        let answer: Entry
    }

    let enquiry: Entry
    let lastDay: CalendarDay
    var start: (entry: Entry, service: Service)?
    /// What closed the clock before treatment began.
    var ending: CourseEnding?
    /// A withdrawal in time, after the clock was closed because the duty went elsewhere.
    var withdrawal: Entry?
    var latestOffer: (entry: Entry, offer: Offer)?
    var ownChoice: AnsweredOffer?
    var noShow: AnsweredOffer?
    /// The discharge that ended the treatment the clock led to.
    var discharge: CourseEnding?

    init(enquiry: Entry) {
        self.enquiry = enquiry
        lastDay = GuaranteeClock.lastDay(askedOn: enquiry.on)
    }

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
        Law.commencement(of: .outsideDuty) ?? CalendarDay(number: 19_967)

    private typealias Entry = CaseFacts.Entry

    private let facts: CaseFacts
    private(set) var courses: [GuaranteeCourse] = []
    /// Everything that ended a course or a wish, in order: each discharge, and each withdrawal that
    /// answers to a wish.
    private(set) var endings: [CourseEnding] = []
    private var isOpen = false
    private var isInTreatment = false
    /// The place of what last ended a wish or a course; what lies before it belongs there.
    private var lastCourseEnd = -1
    /// The last clock is not covered, and neither a start nor a new clock came since.
    private var mayStillWithdraw = false
    /// Why the duty lies elsewhere, in the order in which it went there; each reason for itself.
    private var outside: [(reason: OutsideDutyReason, entry: Entry)] = []
    private var isOutsideDutyInForce = false

    init(_ facts: CaseFacts) {
        self.facts = facts
        for place in facts.entries.indices { read(at: place) }
        enterForce(by: facts.asOf)
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
        case .withdrawal: withdraw(entry)
        case .discharge(let reason): discharge(entry, reason)
        case .outsideDuty(let reason, _):
            if !outside.contains(where: { $0.reason == reason }) { outside.append((reason, entry)) }
            touchByOutsideDuty(on: entry.on)
        case .outsideDutyEnded(let reason, _):
            outside.removeAll { reason == nil || $0.reason == reason }
        default: break
        }
    }

    private mutating func change(_ change: (inout GuaranteeCourse) -> Void) {
        guard isOpen else { return }
        change(&courses[courses.count - 1])
    }

    private mutating func wish(_ entry: Entry, at place: Int) {
        guard !isOpen, !isInTreatment, !facts.person(on: entry.on).relative else { return }
        courses.append(GuaranteeCourse(enquiry: entry))
        isOpen = true
        mayStillWithdraw = false
        touchByOutsideDuty(on: entry.on)
        if let earlier = startEarlierTheSameDay(before: place) {
            serve(earlier.entry, earlier.service)
        }
    }

    /// A start on the enquiry's own day counts whatever the order in the file; one that belongs
    /// to a course discharged that day does not.
    private func startEarlierTheSameDay(before place: Int) -> (entry: Entry, service: Service)? {
        let day = facts.entries[place].on
        var found: (entry: Entry, service: Service)?
        for entry in facts.entries[..<place].reversed() {
            guard entry.on == day, entry.place > lastCourseEnd else { break }
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

    // MARK: Ends

    /// Closes the open clock. One that was closed because the duty went elsewhere is withdrawn
    /// after all when that happens in time; a withdrawal that answers to no wish has no effect.
    private mutating func withdraw(_ entry: Entry) {
        let ending = CourseEnding(entry: entry, on: entry.on, kind: .withdrawal)
        if isOpen {
            close(ending)
            endings.append(ending)
        } else if mayStillWithdraw, let last = courses.last, entry.on <= last.lastDay {
            courses[courses.count - 1].withdrawal = entry
            mayStillWithdraw = false
            endings.append(ending)
        }
    }

    private mutating func discharge(_ entry: Entry, _ reason: DischargeReason) {
        let ending = CourseEnding(entry: entry, on: entry.on, kind: .discharge(reason))
        if isInTreatment {
            courses[courses.count - 1].discharge = ending
            isInTreatment = false
            lastCourseEnd = entry.place
        } else {
            close(ending)
        }
        endings.append(ending)
    }

    private mutating func close(_ ending: CourseEnding) {
        guard isOpen else { return }
        change { $0.ending = ending }
        isOpen = false
        lastCourseEnd = max(lastCourseEnd, ending.entry.place)
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
        guard isOutsideDutyInForce, isOpen, let first = outside.first, let course = courses.last,
            day <= course.lastDay
        else { return }
        close(CourseEnding(entry: first.entry, on: day, kind: .outsideDuty(first.reason)))
        mayStillWithdraw = true
    }
}
