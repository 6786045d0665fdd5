import HTML
import Records
import Testing

@testable import Centre
@testable import TestHouse

/// An act carried out through its page: what holds for every act, and what each act's own tests ask with it.
struct ActTrial<Act: CaseAct> {
    let house: TestHouse
    let ref: CaseRef
    let visitor: Visitor
    /// What is typed where all is well.
    let typed: [String: String]

    init(
        _ act: Act.Type, in house: TestHouse, on ref: CaseRef, as role: Role = .consultant,
        _ typed: [String: String] = [:]
    ) throws {
        self.house = house
        self.ref = ref
        self.typed = typed
        visitor = try Visitor(house, as: role)
    }

    private var address: String { Act.address(of: ref.number).text }

    /// How many entries the case has.
    private func entryCount() throws -> Int { try house.file(ref).entries.count }

    /// Written once, whoever presses twice; one line in the log; said once, on the page it leads to.
    func expectWrittenOnce(
        saying words: String, facts factCount: Int = 1,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let (entries, lines) = (try entryCount(), try house.logCount(Act.audit))
        let form = try visitor.form(of: Act.self, on: ref)
        let fields = form.filled(typed)
        try visitor.send(fields, to: form.action)
        #expect(visitor.status == 200, "\(visitor.answer.problems)", sourceLocation: location)
        let place = "/sager/\(ref.number)" + (Act.leadsTo.address.map { "/\($0)" } ?? "")
        #expect(visitor.address == place, sourceLocation: location)
        let said = visitor.answer.words(of: "bekraeftelse") ?? ""
        #expect(said.hasPrefix(words), "\(said)", sourceLocation: location)
        #expect(visitor.page.contains("role=\"status\""), sourceLocation: location)
        try visitor.get("/sager/\(ref.number)")
        #expect(visitor.answer.words(of: "bekraeftelse") == nil, sourceLocation: location)
        try visitor.send(fields, to: form.action)
        #expect(visitor.status == 200, "\(visitor.answer.problems)", sourceLocation: location)
        #expect(try entryCount() == entries + factCount, sourceLocation: location)
        #expect(try house.logCount(Act.audit) == lines + 1, sourceLocation: location)
        #expect(try house.records.faults() == [], sourceLocation: location)
    }

    /// Back, and something else typed over what was sent: refused, and still there to be sent as an act of its own.
    func expectNotTypedOver(
        _ others: [String: String], _ location: SourceLocation = #_sourceLocation
    ) throws {
        let form = try visitor.form(of: Act.self, on: ref)
        try visitor.send(form.filled(typed), to: form.action)
        let entries = try entryCount()
        let both = typed.merging(others) { $1 }
        try visitor.send(form.filled(both), to: form.action)
        #expect(visitor.status == 422, sourceLocation: location)
        #expect(
            visitor.answer.problems.contains { $0.contains("er gemt på sag \(ref.number)") },
            "\(visitor.answer.problems)", sourceLocation: location)
        #expect(try entryCount() == entries, sourceLocation: location)
        try expectTyped(both, location)
        #expect(try visitor.shownForm(of: Act.self)["id"] != form["id"], sourceLocation: location)
    }

    /// Comes back on the act's own page with these problems, in this order, and everything that was typed.
    func expectFaults(
        _ typed: [String: String], _ problems: [String],
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        try expectBack(self.typed.merging(typed) { $1 }, problems, location)
    }

    /// The case says no: nothing is written, and what was typed comes back.
    func expectRefused(
        _ typed: [String: String], _ problem: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        try expectBack(self.typed.merging(typed) { $1 }, [problem], location)
    }

    /// The same for what is typed where all is well.
    func expectRefused(
        _ problem: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        try expectBack(typed, [problem], location)
    }

    private func expectBack(
        _ typed: [String: String], _ problems: [String], _ location: SourceLocation
    ) throws {
        let (entries, lines) = (try entryCount(), try house.logCount(Act.audit))
        let form = try visitor.form(of: Act.self, on: ref)
        try visitor.send(form.filled(typed), to: form.action)
        #expect(visitor.status == 422, sourceLocation: location)
        #expect(visitor.address == address, sourceLocation: location)
        #expect(visitor.answer.problems == problems, sourceLocation: location)
        #expect(visitor.title.hasPrefix("Fejl: "), sourceLocation: location)
        for problem in problems {
            let field = problem.prefix { $0 != ":" }
            #expect(
                visitor.page.contains("id=\"\(field)\""), "\(field) is on the page",
                sourceLocation: location)
        }
        try expectTyped(typed, location)
        #expect(try entryCount() == entries, sourceLocation: location)
        #expect(try house.logCount(Act.audit) == lines, sourceLocation: location)
    }

    private func expectTyped(_ typed: [String: String], _ location: SourceLocation) throws {
        let shown = try visitor.shownForm(of: Act.self)
        for (name, value) in typed where !value.isEmpty && name != "id" {
            #expect(shown[name] == value, "\(name)", sourceLocation: location)
        }
    }

    /// Only these roles have its page and may send its form; to others there is no such address.
    func expectOnly(
        _ roles: Set<Role>, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let entries = try entryCount()
        #expect(Act.roles == roles, sourceLocation: location)
        for role in Role.allCases {
            let visitor = try Visitor(house, as: role)
            let status = try visitor.get(address).status
            #expect(
                status == (roles.contains(role) ? 200 : 404), "\(role)", sourceLocation: location)
            guard !roles.contains(role) else { continue }
            let id = EntryID.random().formText
            let sent = try visitor.post(address, typed.map { ($0, $1) } + [("id", id)])
            #expect(sent.status == 404, "\(role)", sourceLocation: location)
        }
        #expect(try entryCount() == entries, sourceLocation: location)
    }
}
