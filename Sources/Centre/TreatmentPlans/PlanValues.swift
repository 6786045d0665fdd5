internal import Domain
internal import Records

/// What stands in a template's fields, for one plan of one case. What nobody has written is empty, never invented.
struct PlanValues: Sendable {
    let plan: PlanVersion
    let reading: CaseReading
    private let assessment: AssessmentText

    init(_ plan: PlanVersion, _ reading: CaseReading) {
        self.plan = plan
        self.reading = reading
        assessment =
            reading.file.current.last { $0.isOwn(AssessmentWritten.self) }
            .flatMap { try? reading.body(of: $0).read(AssessmentText.self) } ?? AssessmentText()
    }

    /// The words of a field; empty where there are none.
    func words(_ field: PlanField) -> String {
        switch field {
        case .caseNumber: reading.ref.number.description
        case .enquiredOn: reading.state.projection?.receivedOn.danishDigits ?? ""
        case .name: reading.person.name ?? (reading.file.isAnonymous ? "Anonym" : "")
        case .cpr: reading.file.isAnonymous ? "" : reading.person.cpr?.hyphenated ?? ""
        case .phone: reading.person.phone ?? ""
        case .writtenBy: plan.entry.recordedBy.flatMap { reading.names[$0] } ?? ""
        case .date: plan.entry.on.danishDigits
        case .agreedOn: plan.agreed?.on.danishDigits ?? ""
        case .wish: plan.text.wish
        case .goals: goals
        case .subGoals: subGoals
        case .efforts: efforts
        case .signs: plan.text.goals.map(\.sign).filter { !$0.isEmpty }.joined(separator: "\n")
        case .timeframe: timeframe
        case .nextLook: plan.text.nextLook?.danishDigits ?? ""
        case .attention:
            PlanText.Attention.allCases.filter(plan.text.attention.contains).map(\.danishName)
                .joined(separator: ", ")
        case .others: plan.text.others
        case .socialPlan: plan.text.socialPlan?.danishName ?? ""
        case .jointLead: plan.text.joint.lead
        case .jointRoles: plan.text.joint.whoDoesWhat
        case .jointMeetings: plan.text.joint.meetings
        case .severities: severities
        case .area(let area): assessment.words[area] ?? ""
        }
    }

    private var goals: String {
        plan.text.goals.map { goal in
            goal.kind.map { "\($0.danishName): \(goal.text)" } ?? goal.text
        }.joined(separator: "\n")
    }

    private var subGoals: String {
        plan.text.goals.flatMap(\.subGoals).map { step in
            [step.text, step.who, step.until.map { "indtil \($0.danishDigits)" } ?? ""]
                .filter { !$0.isEmpty }.joined(separator: ", ")
        }.joined(separator: "\n")
    }

    private var efforts: String {
        plan.text.goals.flatMap(\.efforts).map { effort in
            [
                effort.what, effort.who, effort.howOften,
                effort.until.map { "indtil \($0.danishDigits)" } ?? "",
            ].filter { !$0.isEmpty }.joined(separator: ", ")
        }.joined(separator: "\n")
    }

    /// The last day that anything of it lasts to.
    private var timeframe: String {
        let days = plan.text.goals.flatMap { goal in
            goal.subGoals.compactMap(\.until) + goal.efforts.compactMap(\.until)
        }
        return days.max().map { "Til \($0.danishDigits)" } ?? ""
    }

    private var severities: String {
        LifeArea.allCases.compactMap { area in
            assessment.severities[area].map { "\(area.title): \($0), \(Severity.words($0))" }
        }.joined(separator: "\n")
    }
}
