import HTML
import Records

@testable import Centre

// What staff do to a case through the page of an act.

extension Visitor {
    /// The form of an act on its own page, as it is before anybody types; about an entry where one is corrected.
    func form<Act: CaseAct>(
        of act: Act.Type, on ref: CaseRef, about entry: EntryID? = nil
    ) throws -> TestForm {
        try get(Act.address(of: ref.number).text + (entry.map { "?post=\($0.formText)" } ?? ""))
        return try shownForm(of: act)
    }

    /// The form of an act as it stands in the page she sees.
    func shownForm<Act: CaseAct>(of act: Act.Type) throws -> TestForm {
        guard let form = answer.form("\(Act.address)-formular") else {
            throw NoForm(name: Act.address)
        }
        return form
    }

    /// Goes to the page of an act, types into its form, sends it, and goes on.
    @discardableResult
    func carryOut<Act: CaseAct>(
        _ act: Act.Type, on ref: CaseRef, about entry: EntryID? = nil,
        _ typed: [String: String] = [:]
    ) throws -> Visitor {
        let form = try form(of: act, on: ref, about: entry)
        return try send(form.filled(typed), to: form.action)
    }

    /// What has happened in a case, newest first, as its page tells it.
    func timeline(of ref: CaseRef) throws -> [String] {
        try get("/sager/\(ref.number)").lines(of: "tidslinje")
    }
}
