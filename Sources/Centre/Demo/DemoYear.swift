internal import Domain

/// A year of a middle-sized centre, invented from a seed: who asked for help, and what came of it. With a few courses
/// from long before, whose time in the house is over.
///
/// Pure: the same seed and the same last day give the same stories. ``DemoWriter`` lives them through
/// the services that real people's acts go through.
struct DemoYear: Sendable {
    let lastDay: CalendarDay
    private(set) var stories: [DemoStory]

    /// Enquiries of a year whose fourteen days are over, by outcome.
    private static let past: [(DemoStory.Outcome, Int)] = [
        (.met, 96), (.late, 11), (.offeredNoShow, 7), (.ownChoice, 6), (.withdrawn, 8),
        (.notCovered, 3), (.advice, 22),
    ]
    /// Courses so old that they need not be kept any longer.
    private static let old: [(DemoStory.Outcome, Int)] = [(.met, 5), (.withdrawn, 2), (.advice, 1)]
    /// How many days ago they began: everything in them is more than five years old.
    private static let oldDays = 2_250...2_400
    /// What is open on the last day.
    private static let present: [(DemoStory.Outcome, Int)] = [
        (.running, 9), (.overdue, 2), (.advice, 2),
    ]

    init(seed: UInt64, lastDay: CalendarDay) {
        var random = DemoRandom(seed: seed)
        var stories: [DemoStory] = []
        for (outcome, count) in Self.past {
            for _ in 0..<count {
                let received = lastDay.adding(days: -random.number(40...360))
                stories.append(
                    Self.story(outcome, received, lastDay, number: stories.count, &random))
            }
        }
        for (outcome, count) in Self.present {
            for index in 0..<count {
                let daysAgo = outcome == .overdue ? 16 + 3 * index : (index * 3) % 13
                stories.append(
                    Self.story(
                        outcome, lastDay.adding(days: -daysAgo), lastDay, number: stories.count,
                        &random))
            }
        }
        for (outcome, count) in Self.old {
            for _ in 0..<count {
                let received = lastDay.adding(days: -random.number(Self.oldDays))
                stories.append(
                    Self.story(outcome, received, lastDay, number: stories.count, &random))
            }
        }
        self.lastDay = lastDay
        self.stories = stories
    }

    /// What the rooms add to the stories of their own. Each story has its own chance, so that one room's additions do not
    /// change another's.
    mutating func add(_ scenes: [DemoScene], seed: UInt64) {
        for (room, scene) in scenes.enumerated() {
            for number in stories.indices {
                let own = seed &+ UInt64(room + 1) &* 1_000_003 &+ UInt64(number) &* 7_919
                var random = DemoRandom(seed: own)
                stories[number].added += scene.additions(stories[number], &random)
            }
        }
    }

    /// Everything that happened up to the last moment, in the order it happened.
    func acts(before end: Instant) -> [(story: Int, act: DemoAct)] {
        stories.enumerated().flatMap { number, story in
            (story.acts + story.added).filter { $0.at < end }.map { (number, $0) }
        }.sorted { ($0.1.at, $0.0) < ($1.1.at, $1.0) }
    }

    private static func story(
        _ outcome: DemoStory.Outcome, _ received: CalendarDay, _ lastDay: CalendarDay,
        number: Int, _ random: inout DemoRandom
    ) -> DemoStory {
        let person = DemoPerson(number: number, using: &random)
        var course = DemoCourse(received: received, lastDay: lastDay, random: random)
        course.live(outcome)
        random = course.random
        return DemoStory(person: person, outcome: outcome, acts: course.acts)
    }
}

/// Builds the acts of one course, day by day. Offices are open on working days; the web form always is.
struct DemoCourse {
    let received: CalendarDay
    let lastDay: CalendarDay
    var random: DemoRandom
    private(set) var acts: [DemoAct] = []
    private let isOnWeb: Bool

    /// The guarantee's own number stands in the rules; here it only spreads the stories to both sides.
    private static let promisedDays = 14

    init(received: CalendarDay, lastDay: CalendarDay, random: DemoRandom) {
        self.received = received
        self.lastDay = lastDay
        var random = random
        // Nobody answers the telephone on a Sunday; the web form is always open.
        let isClosed = !WorkingDays.statutory.isWorking(received)
        isOnWeb = random.chance(45) || isClosed
        self.random = random
    }

    mutating func live(_ outcome: DemoStory.Outcome) {
        switch outcome {
        case .running: beRunning()
        case .met: beTreated(startingOn: openDay(after: random.number(2...9)))
        case .late: beTreated(startingOn: openDay(after: random.number(16...24)))
        case .overdue: beOverdue()
        case .offeredNoShow: stayAway()
        case .ownChoice: chooseALaterDay()
        case .withdrawn: withdraw()
        case .notCovered: beInHospital()
        case .advice: askForAdvice()
        }
    }

    private mutating func askForTreatment() {
        let asked = DemoAct.Asked(
            wish: .treatment, isOnWeb: isOnWeb, words: random.one(of: DemoWords.wishes))
        add(received, askingHour(), .enquiry(asked))
        add(WorkingDays.statutory.adding(1, to: received), 8, .taken)
    }

    private mutating func beTreated(startingOn start: CalendarDay) {
        askForTreatment()
        let offered = offerDay
        if offered < start { add(offered, 9, .offer(startsOn: start)) }
        if random.chance(30), offered < start { add(offered, 10, .informationTalk) }
        goOn(from: start)
    }

    /// Talks, usually weekly, until the course is over or the year is.
    private mutating func goOn(from start: CalendarDay) {
        add(start, random.number(9...12), .session(minutes: 60))
        var day = start
        for number in 1...random.number(6...20) {
            day = WorkingDays.statutory.onOrAfter(day.adding(days: random.one(of: [7, 7, 7, 14])))
            if random.chance(8) {
                add(day, 10, .missedSession)
            } else if number == 2 {
                add(day, 10, .assessment)
            } else {
                add(day, random.number(9...13), .session(minutes: random.one(of: [45, 60, 60])))
            }
        }
        let reasons: [DischargeReason] = [
            .completed, .completed, .completed, .noShow, .againstAdvice, .moved,
        ]
        add(day, 14, .discharged(random.one(of: reasons)))
    }

    private mutating func beRunning() {
        askForTreatment()
        let offered = offerDay
        guard random.chance(70), offered < lastDay else { return }
        let start = WorkingDays.statutory.onOrAfter(lastDay.adding(days: random.number(1...4)))
        guard received.days(until: start) <= Self.promisedDays else { return }
        add(offered, 11, .offer(startsOn: start))
    }

    private mutating func beOverdue() {
        askForTreatment()
        add(WorkingDays.statutory.adding(3, to: received), 10, .informationTalk)
    }

    private mutating func stayAway() {
        askForTreatment()
        let start = openDay(after: random.number(3...9))
        add(offerDay, 9, .offer(startsOn: start))
        add(start, 11, .noShow)
        if random.chance(50) {
            goOn(from: openDay(after: random.number(17...30)))
        } else {
            add(openDay(after: 35), 12, .discharged(.noShow))
        }
    }

    private mutating func chooseALaterDay() {
        askForTreatment()
        let offered = offerDay
        let later = openDay(after: random.number(18...30))
        add(offered, 9, .offer(startsOn: openDay(after: random.number(4...9))))
        add(offered, 10, .declined)
        add(offered, 11, .offer(startsOn: later))
        goOn(from: later)
    }

    private mutating func withdraw() {
        askForTreatment()
        let offered = offerDay
        add(offered, 9, .offer(startsOn: openDay(after: 9)))
        add(WorkingDays.statutory.adding(1, to: offered), 13, .withdrawn)
        add(openDay(after: 16), 9, .closed)
    }

    private mutating func beInHospital() {
        askForTreatment()
        add(WorkingDays.statutory.adding(2, to: received), 9, .outsideDuty)
        add(openDay(after: 30), 9, .closed)
    }

    private mutating func askForAdvice() {
        let isRelative = random.chance(70)
        let asked = DemoAct.Asked(
            wish: .advice, isRelative: isRelative, isOnWeb: isOnWeb,
            words: random.one(of: isRelative ? DemoWords.relatives : DemoWords.advice))
        add(received, askingHour(), .enquiry(asked))
        add(WorkingDays.statutory.adding(2, to: received), 13, .informationTalk)
        add(openDay(after: random.number(5...20)), 14, .closed)
    }

    private mutating func askingHour() -> Int {
        isOnWeb ? random.number(7...22) : random.number(8...13)
    }

    /// The day the case was taken: the earliest for an offer.
    private var offerDay: CalendarDay { WorkingDays.statutory.adding(1, to: received) }

    /// The first working day, so many days after the enquiry.
    private func openDay(after days: Int) -> CalendarDay {
        WorkingDays.statutory.onOrAfter(received.adding(days: days))
    }

    private mutating func add(_ day: CalendarDay, _ hour: Int, _ kind: DemoAct.Kind) {
        let minute = random.number(0...59)
        acts.append(DemoAct(at: Instant(day: day, hour: hour, minute: minute), kind: kind))
    }
}
