internal import Domain
internal import Records
internal import SQLite

/// One act of an invented course: when it was done, and what it says.
struct DemoAct: Hashable, Sendable {
    var at: Instant
    var kind: Kind

    enum Kind: Hashable, Sendable {
        /// Somebody writes on the web form or rings; nil: nobody wishes treatment yet.
        case enquiry(Asked)
        /// A consultant takes the case.
        case taken
        case offer(startsOn: CalendarDay)
        case declined
        /// She did not come to the time that was offered.
        case noShow
        case withdrawn
        /// The region takes over: the person is in hospital.
        case outsideDuty
        case informationTalk
        case assessment
        case session(minutes: Int)
        /// In the midst of treatment she did not come.
        case missedSession
        case discharged(DischargeReason)
        /// Nothing more comes of it, and there was no course to be discharged from.
        case closed
        /// What a room adds to the stories of its own.
        case own(DemoDeed)
    }

    /// What an enquiry asks for, and how it came.
    struct Asked: Hashable, Sendable {
        var wish: Wish
        var isRelative = false
        var isOnWeb: Bool
        var words: String
    }
}

/// One invented person's course with the centre, told as dated acts.
///
/// The stories are named after what the guarantee's clock says of them in the end.
struct DemoStory: Hashable, Sendable {
    var person: DemoPerson
    var outcome: Outcome
    var acts: [DemoAct]
    /// What the rooms have added.
    var added: [DemoAct] = []

    /// The eight outcomes of the guarantee, and the enquiry that starts no clock.
    enum Outcome: String, CaseIterable, Hashable, Sendable {
        case running, met, overdue, late
        case offeredNoShow = "offered-no-show"
        case ownChoice = "own-choice"
        case withdrawn
        case notCovered = "not-covered"
        case advice
    }
}

/// Something a room does in a story that the stories themselves know nothing of.
struct DemoDeed: Hashable, Sendable {
    /// Names it and what it is about, so that two of them can be told apart.
    let name: String
    let perform: @Sendable (DemoStage, borrowing Connection) throws -> Void

    static func == (one: DemoDeed, other: DemoDeed) -> Bool { one.name == other.name }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Where an act of the invented year is carried out: in which case, and by whom.
struct DemoStage: Sendable {
    let writer: ActWriter
    let standard: AdoptedStandard
    let story: DemoStory
    let receptionist: Actor
    let consultant: Actor
    /// Nil until somebody has asked.
    let ref: CaseRef?

    /// Does to the case what one of the consultants would.
    func perform(_ act: some CaseAct, at time: Instant, _ db: borrowing Connection) throws {
        guard let ref else { return }
        try writer.write(
            act, in: ref, WriteContext(by: consultant, at: time), as: .consultant, db)
    }
}

/// The invented centre on its first morning, before anybody has asked for help.
struct DemoOpening: Sendable {
    let house: House
    let staff: [StaffMember]
    let now: Instant
    /// The last day of the invented year.
    let lastDay: CalendarDay

    /// Those of a role.
    func staff(_ role: Role) -> [StaffMember] { staff.filter { $0.role == role } }

    /// The one who sets things up.
    var administrator: Actor {
        Actor(
            staff: staff(.administrator).first?.id, role: Role.administrator.rawValue,
            session: "demo")
    }
}

/// What a room does in the invented year.
struct DemoScene: Sendable {
    /// Sets the room up before the year begins.
    var begin: @Sendable (DemoOpening, borrowing Connection) throws -> Void = { _, _ in }
    /// Carries out an act that is this room's.
    ///
    /// - Returns: whether it was, and the case that it opened.
    var play:
        @Sendable (DemoAct, DemoStage, borrowing Connection) throws -> (
            isMine: Bool, opened: CaseRef?
        ) = { _, _, _ in (false, nil) }
    /// What the room adds to a story of its own.
    var additions: @Sendable (DemoStory, inout DemoRandom) -> [DemoAct] = { _, _ in [] }
}
