internal import HTML
internal import Records

/// Every act of every room, as the list of rooms gives them.
struct ActList: Sendable {
    let all: [any CaseAct.Type]

    init(_ acts: [any CaseAct.Type]) {
        all = acts + [TakeBack.self]
    }

    /// The act that has written an entry.
    func act(writing entry: LedgerEntry) -> (any CaseAct.Type)? {
        all.first { $0.writes(entry) }
    }

    /// Whether somebody of this role may take an entry away.
    func mayTakeAway(_ entry: LedgerEntry, _ role: Role) -> Bool {
        act(writing: entry).map { !$0.isFinal && $0.roles.contains(role) } ?? false
    }

    /// What the fields of all of them are called.
    ///
    /// - Parameter state: of a case that does not exist: nothing in a label depends on it.
    func fieldLabels(_ state: CaseState) -> [String: HTML] {
        var labels: [String: HTML] = [
            ActForm.Correction.whyField: ActForm.Correction.whyLabel
        ]
        for act in all {
            for field in act.fields(state) where !field.isHidden {
                labels[field.name] = field.label
            }
        }
        return labels
    }
}
