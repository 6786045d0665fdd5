internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// The plan as it is typed: a page of its own, with as many goals, sub-goals and efforts as there are.
struct PlanForm: Sendable {
    struct SubGoal: Sendable {
        var text = ""
        var who = ""
        var until = ""
    }

    struct Effort: Sendable {
        var what = ""
        var who = ""
        var howOften = ""
        var until = ""
    }

    struct Goal: Sendable {
        var text = ""
        var kind = ""
        var sign = ""
        var subGoals: [SubGoal] = [SubGoal()]
        var efforts: [Effort] = [Effort()]
    }

    /// What the pressed button asks for.
    enum Press: Hashable, Sendable {
        case save
        case addGoal
        /// To the goal at this place.
        case addSubGoal(Int)
        case addEffort(Int)
    }

    var wish = ""
    var goals: [Goal] = [Goal()]
    var attention: Set<String> = []
    var others = ""
    var socialPlan = ""
    var lead = ""
    var whoDoesWhat = ""
    var meetings = ""
    var nextLook = ""
    var id = EntryID.random()
    /// The version it was written on from; nil where there was none.
    var base: EntryID?
    var press = Press.save

    static let goalsMax = 6
    static let rowsMax = 8
    static let textLengthMax = 5_000
    static let lineLengthMax = 300

    init() {}

    /// Written on from a version.
    init(_ plan: PlanText, base: EntryID) {
        wish = plan.wish
        goals = plan.goals.map { goal in
            Goal(
                text: goal.text, kind: goal.kind?.rawValue ?? "", sign: goal.sign,
                subGoals: goal.subGoals.map {
                    SubGoal(text: $0.text, who: $0.who, until: $0.until?.fieldText ?? "")
                },
                efforts: goal.efforts.map {
                    Effort(
                        what: $0.what, who: $0.who, howOften: $0.howOften,
                        until: $0.until?.fieldText ?? "")
                })
        }
        attention = Set(plan.attention.map(\.rawValue))
        others = plan.others
        socialPlan = plan.socialPlan?.rawValue ?? ""
        lead = plan.joint.lead
        whoDoesWhat = plan.joint.whoDoesWhat
        meetings = plan.joint.meetings
        nextLook = plan.nextLook?.fieldText ?? ""
        self.base = base
        fillUp()
    }

    /// As it was sent.
    init(_ fields: Fields) {
        func field(_ name: String) -> String { fields.written(name) }
        wish = field("egne-ord")
        goals = (1...Self.goalsMax).compactMap { goal in
            guard fields.text("m\(goal)-tekst") != nil else { return nil }
            return Goal(
                text: field("m\(goal)-tekst"), kind: field("m\(goal)-slags"),
                sign: field("m\(goal)-vide"),
                subGoals: (1...Self.rowsMax).compactMap { row in
                    guard fields.text("m\(goal)-d\(row)-tekst") != nil else { return nil }
                    return SubGoal(
                        text: field("m\(goal)-d\(row)-tekst"), who: field("m\(goal)-d\(row)-hvem"),
                        until: field("m\(goal)-d\(row)-til"))
                },
                efforts: (1...Self.rowsMax).compactMap { row in
                    guard fields.text("m\(goal)-i\(row)-hvad") != nil else { return nil }
                    return Effort(
                        what: field("m\(goal)-i\(row)-hvad"), who: field("m\(goal)-i\(row)-hvem"),
                        howOften: field("m\(goal)-i\(row)-tit"),
                        until: field("m\(goal)-i\(row)-til"))
                })
        }
        attention = Set(fields.words("opmaerksom"))
        others = field("andre")
        socialPlan = field("social-plan")
        lead = field("faelles-leder")
        whoDoesWhat = field("faelles-hvem")
        meetings = field("faelles-moeder")
        nextLook = field("ses-igen")
        id = EntryID(formText: field("id")) ?? id
        base = EntryID(formText: field("grundlag"))
        press = Self.press(field("goer"))
        fillUp()
    }

    private static func press(_ word: String) -> Press {
        let parts = word.split(separator: "-")
        let place = parts.count == 2 ? Int(parts[1].prefix(2)) : nil
        switch (parts.first, place) {
        case ("maal", nil): return .addGoal
        case ("delmaal", let place?): return .addSubGoal(place - 1)
        case ("indsats", let place?): return .addEffort(place - 1)
        default: return .save
        }
    }

    /// There is always a line to write in.
    private mutating func fillUp() {
        if goals.isEmpty { goals = [Goal()] }
        for place in goals.indices {
            if goals[place].subGoals.isEmpty { goals[place].subGoals = [SubGoal()] }
            if goals[place].efforts.isEmpty { goals[place].efforts = [Effort()] }
        }
    }

    /// One more line, where the button asked for one and there is room.
    mutating func grow() {
        switch press {
        case .save: break
        case .addGoal:
            if goals.count < Self.goalsMax { goals.append(Goal()) }
        case .addSubGoal(let place):
            guard goals.indices.contains(place), goals[place].subGoals.count < Self.rowsMax else {
                return
            }
            goals[place].subGoals.append(SubGoal())
        case .addEffort(let place):
            guard goals.indices.contains(place), goals[place].efforts.count < Self.rowsMax else {
                return
            }
            goals[place].efforts.append(Effort())
        }
    }

    // MARK: Reading

    /// What the plan says, or what must be mended first. Lines left empty are no lines.
    func read(on today: CalendarDay) -> Result<PlanText, FieldFaults> {
        var problems: [FormProblem] = []
        var plan = PlanText()
        plan.wish = text(wish, "egne-ord", &problems)
        for (place, typed) in goals.enumerated() {
            let goal = goal(typed, "m\(place + 1)", today, &problems)
            if !goal.isEmpty { plan.goals.append(goal) }
        }
        if plan.goals.isEmpty, problems.isEmpty {
            problems.append(.init(field: "m1-tekst", message: "Skriv mindst ét mål"))
        }
        plan.attention = Set(attention.compactMap { PlanText.Attention(rawValue: $0) })
        plan.others = text(others, "andre", &problems)
        plan.socialPlan = PlanText.SocialPlan(rawValue: socialPlan)
        plan.joint = PlanText.Joint(
            lead: line(lead, "faelles-leder", &problems),
            whoDoesWhat: text(whoDoesWhat, "faelles-hvem", &problems),
            meetings: text(meetings, "faelles-moeder", &problems))
        plan.nextLook = day(nextLook, "ses-igen", today, &problems)
        return problems.isEmpty ? .success(plan) : .failure(FieldFaults(problems))
    }

    private func goal(
        _ typed: Goal, _ name: String, _ today: CalendarDay, _ problems: inout [FormProblem]
    ) -> PlanText.Goal {
        var goal = PlanText.Goal(
            text: text(typed.text, "\(name)-tekst", &problems),
            kind: PlanText.GoalKind(rawValue: typed.kind))
        for (row, step) in typed.subGoals.enumerated() {
            let field = "\(name)-d\(row + 1)"
            let read = PlanText.SubGoal(
                text: line(step.text, "\(field)-tekst", &problems),
                who: line(step.who, "\(field)-hvem", &problems),
                until: day(step.until, "\(field)-til", today, &problems))
            if read.isEmpty { continue }
            if read.text.isEmpty {
                problems.append(.init(field: "\(field)-tekst", message: "Skriv delmålet"))
            }
            goal.subGoals.append(read)
        }
        for (row, effort) in typed.efforts.enumerated() {
            let field = "\(name)-i\(row + 1)"
            let read = PlanText.Effort(
                what: line(effort.what, "\(field)-hvad", &problems),
                who: line(effort.who, "\(field)-hvem", &problems),
                howOften: line(effort.howOften, "\(field)-tit", &problems),
                until: day(effort.until, "\(field)-til", today, &problems))
            if read.isEmpty { continue }
            if read.what.isEmpty {
                problems.append(.init(field: "\(field)-hvad", message: "Skriv, hvad der gøres"))
            }
            goal.efforts.append(read)
        }
        goal.sign = line(typed.sign, "\(name)-vide", &problems)
        if !goal.isEmpty, goal.text.isEmpty {
            problems.append(.init(field: "\(name)-tekst", message: "Skriv målet"))
        }
        return goal
    }

    private func text(
        _ typed: String, _ field: String, _ problems: inout [FormProblem]
    ) -> String {
        check(typed, field, lengthMax: Self.textLengthMax, &problems)
    }

    private func line(
        _ typed: String, _ field: String, _ problems: inout [FormProblem]
    ) -> String {
        check(plainLine(typed), field, lengthMax: Self.lineLengthMax, &problems)
    }

    private func check(
        _ typed: String, _ field: String, lengthMax: Int, _ problems: inout [FormProblem]
    ) -> String {
        if typed.unicodeScalars.count > lengthMax {
            problems.append(.init(field: field, message: "Skriv højst \(lengthMax) tegn"))
        }
        return typed
    }

    private func day(
        _ typed: String, _ field: String, _ today: CalendarDay, _ problems: inout [FormProblem]
    ) -> CalendarDay? {
        switch TypedDay.read(typed, on: today) {
        case .day(let day): return day
        case .nothing: return nil
        case .notInCalendar:
            problems.append(
                .init(field: field, message: "\(typed) findes ikke. Skriv en anden dato"))
        case .unreadable:
            problems.append(
                .init(field: field, message: "Skriv datoen som 19-11-2026, +30 eller fre"))
        }
        return nil
    }
}
