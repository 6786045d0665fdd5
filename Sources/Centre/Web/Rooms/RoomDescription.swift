internal import HTML
internal import Records

/// Everything the house must know of a room but its routes, which are made with the services they use. Listed once, in
/// `App/Rooms.swift`; whoever needs all of something asks that list.
struct RoomDescription: Sendable {
    /// As its folder is called.
    let name: String
    /// Its lines in the staff's menu.
    var menu: [MenuItem] = []
    /// What it puts on the page of a case.
    var sections: [CaseSection] = []
    /// What staff do to a case in it.
    var acts: [any CaseAct.Type] = []
    /// Every statement it may run.
    var statements: [any StatementList.Type] = []
    var tables: [RecordTable] = []
    /// The facts of the house's own that it writes beside those of its acts.
    var facts: [any HouseFact.Type] = []
    /// What it notes in the audit log beside its acts.
    var actions: [AuditAction] = []
    /// What it does when the house opens, when keys change, and after a commit.
    var hooks: [HouseHook] = []
    /// What it proves of its own tables.
    var checks: [VerifyCheck] = []
    /// What happens by itself, now and then.
    var jobs: [Job] = []
    /// What the fields of its forms are called, beside those of its acts.
    var fieldLabels: [String: HTML] = [:]

    init(
        _ name: String, menu: [MenuItem] = [], sections: [CaseSection] = [],
        acts: [any CaseAct.Type] = [], statements: [any StatementList.Type] = [],
        tables: [RecordTable] = [], facts: [any HouseFact.Type] = [],
        actions: [AuditAction] = [], hooks: [HouseHook] = [], checks: [VerifyCheck] = [],
        jobs: [Job] = [], fieldLabels: [String: HTML] = [:]
    ) {
        self.name = name
        self.menu = menu
        self.sections = sections
        self.acts = acts
        self.statements = statements
        self.tables = tables
        self.facts = facts
        self.actions = actions
        self.hooks = hooks
        self.checks = checks
        self.jobs = jobs
        self.fieldLabels = fieldLabels
    }
}
