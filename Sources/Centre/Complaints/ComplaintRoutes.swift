internal import Domain
internal import HTTP
internal import Records
internal import SQLite

// The complaints room's invariants:
// - a complaint is never turned away at the door: one that came too late is written down and looked at;
// - where it goes and how long the citizen has, the rules say; the day we promise an answer is ours to keep;
// - what is learned is read together by the leader, without names.

/// `/klager`: the complaints of all cases, those that wait first, and what was learned from those that are over.
struct ComplaintRoutes: Sendable {
    let ledger: Ledger

    var all: [CentreRoute] { [.staff(.get, "/klager", [.leader], show)] }

    private func show(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let refs = try loop.db.rows(ComplaintSQL.casesWithComplaints, []) { Ledger.ref($0) }
        var files: [CaseFile] = []
        for ref in refs {
            let file = try ledger.file(ref, in: loop.db)
            if !file.complaints.isEmpty { files.append(file) }
        }
        let shown = files
        return visit.logged(.listRead, cases: shown.map(\.ref)) { token, _ in
            var lines: [ComplaintLine] = []
            for file in shown {
                for complaint in file.complaints {
                    lines.append(
                        ComplaintLine(
                            ref: file.ref, complaint: complaint,
                            answer: try complaint.conclusion.map {
                                try ledger.body(of: $0, in: file.ref, token)
                                    .read(ComplaintAnswer.self)
                            }))
                }
            }
            return visit.page("Klager", menu: "klager", complaintListPage(lines, on: visit.today))
        }
    }
}

/// A complaint in the leader's list.
struct ComplaintLine: Sendable {
    let ref: CaseRef
    let complaint: WrittenComplaint
    let answer: ComplaintAnswer?
}
