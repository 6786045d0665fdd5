internal import HTML
internal import HTTP
internal import Records

/// Who takes over what, as it was chosen: all to one, but for those that go to another or stay.
struct HandoverForm: Sendable {
    /// To whom all go; empty for nobody.
    var everything = ""
    var why = ""
    /// By number of the case; what is not in it follows all the others.
    var chosen: [String: String] = [:]

    static let whyLengthMax = 500
    /// A case that stays where it is.
    static let stays = "bliver"

    init() {}

    init(_ visit: StaffVisit, _ numbers: [CaseNumber]) {
        everything = visit.field("alle-til")
        why = visit.field("overdraget-fordi")
        for number in numbers.map(\.description) {
            chosen[number] = visit.field("til-\(number)")
        }
    }

    /// Who takes each case.
    func takers(_ refs: [CaseRef], _ colleagues: [StaffMember]) -> [(ref: CaseRef, to: StaffID)] {
        func member(_ text: String) -> StaffID? {
            colleagues.first { String($0.id.rawValue) == text }?.id
        }
        return refs.compactMap { ref in
            let own = chosen[ref.number.description] ?? ""
            guard own != Self.stays else { return nil }
            return (member(own) ?? (own.isEmpty ? member(everything) : nil)).map { (ref, $0) }
        }
    }

    func problems(_ takers: [(ref: CaseRef, to: StaffID)]) -> [FormProblem] {
        var problems: [FormProblem] = []
        if takers.isEmpty {
            problems.append(
                FormProblem(
                    field: "alle-til",
                    message: "Vælg, hvem der overtager, for alle eller for en sag"))
        }
        if why.isEmpty {
            problems.append(
                FormProblem(field: "overdraget-fordi", message: "Skriv hvorfor, for eksempel ferie")
            )
        }
        if why.unicodeScalars.count > Self.whyLengthMax {
            problems.append(
                FormProblem(
                    field: "overdraget-fordi", message: "Skriv højst \(Self.whyLengthMax) tegn"))
        }
        return problems
    }
}
