import Domain
import HTTP
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A treatment plan")
struct TreatmentPlanTests {
    let house: TestHouse
    let ref: CaseRef
    let client: Visitor

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 20, name: "Grethe Gran")
        client = try Visitor(house, as: .consultant)
    }

    private var tab: String { "/sager/\(ref.number)/plan" }

    private static let typed = [
        "egne-ord": "Jeg vil sove om natten", "m1-tekst": "Ingen alkohol på hverdage",
        "m1-slags": "less", "m1-d1-tekst": "Aftale med min søster", "m1-d1-hvem": "Grethe",
        "m1-d1-til": "01-12-2026", "m1-i1-hvad": "Individuelle samtaler", "m1-i1-hvem": "Anne",
        "m1-i1-tit": "hver uge", "m1-vide": "dagbog", "ses-igen": "03-02-2027",
    ]

    private func write(_ typed: [String: String] = typed) throws {
        try client.get("\(tab)/rediger")
        try client.fill("plan-formular", typed)
    }

    private func plans() throws -> [LedgerEntry] {
        try house.file(ref).current.filter { $0.isOwn(PlanWritten.self) }
    }

    @Test(
        "is written as a draft, shown with everything that was typed, once however often it is sent"
    )
    func written() throws {
        try client.get("\(tab)/rediger")
        let form = try #require(client.answer.form("plan-formular")).filled(Self.typed)
        try client.send(form, to: "\(tab)/rediger")
        #expect(client.address == tab)
        #expect(client.answer.words(of: "bekraeftelse")?.hasPrefix("Planen er gemt") == true)
        #expect(client.answer.words(of: "plan-tilstand") == "Kladde, ikke aftalt endnu")
        for words in [
            "Jeg vil sove om natten", "Ingen alkohol på hverdage", "Mål 1: Mindre",
            "Aftale med min søster, Grethe, indtil 01.12.2026",
            "Individuelle samtaler, Anne, hver uge", "dagbog", "onsdag den 3. februar 2027",
        ] {
            #expect(client.page.contains(words), "\(words)")
        }
        try client.send(form, to: "\(tab)/rediger")
        #expect(try plans().count == 1)
        #expect(try house.logCount(.planWritten) == 1)
        #expect(try plans()[0].keys["goals"] == nil, "what it says is sealed")
        #expect(try house.records.faults() == [])
    }

    @Test("takes one more line without saving, losing or judging anything")
    func grown() throws {
        try client.get("\(tab)/rediger")
        for (press, field) in [
            ("maal", "m2-tekst"), ("delmaal-1", "m1-d2-tekst"), ("indsats-1", "m1-i2-hvad"),
        ] {
            try client.fill(
                "plan-formular", ["m1-d1-til": "ikke en dato", "egne-ord": "Ord", "goer": press])
            #expect(client.status == 200 && client.answer.problems.isEmpty)
            let form = try #require(client.answer.form("plan-formular"))
            #expect(form[field] == "")
            #expect(form["egne-ord"] == "Ord" && form["m1-d1-til"] == "ikke en dato")
        }
        for _ in 0..<12 { try client.fill("plan-formular", ["goer": "maal"]) }
        #expect(client.answer.form("plan-formular")?["m\(PlanForm.goalsMax)-tekst"] == "")
        #expect(try plans().isEmpty)
    }

    @Test("comes back with what must be mended, in the order of the page, and everything typed")
    func faults() throws {
        try write(["egne-ord": "Ord"])
        #expect(client.status == 422)
        #expect(client.answer.problems == ["m1-tekst: Skriv mindst ét mål"])
        try write([
            "m1-d1-hvem": "Bo", "m1-i1-til": "31-11-2026",
            "m1-vide": String(repeating: "x", count: 301),
        ])
        #expect(
            client.answer.problems
                == [
                    "m1-tekst: Skriv målet", "m1-d1-tekst: Skriv delmålet",
                    "m1-i1-hvad: Skriv, hvad der gøres",
                    "m1-i1-til: 31-11-2026 findes ikke. Skriv en anden dato",
                    "m1-vide: Skriv højst 300 tegn",
                ].filter { !$0.hasPrefix("m1-i1-hvad") }, "\(client.answer.problems)")
        #expect(client.answer.form("plan-formular")?["m1-d1-hvem"] == "Bo")
    }

    @Test(
        "agreed with the citizen it is a fact of the case history, and the rules say when it is seen again"
    )
    func agreed() throws {
        try write()
        let trial = try ActTrial(
            AgreePlan.self, in: house, on: ref, ["aftalt-med": "Grethe og hendes søster"])
        try trial.expectWrittenOnce(
            saying: "Planen er aftalt med borgeren torsdag den 12. november.")
        #expect(try house.file(ref).current.last?.fact == .planAgreed)
        try client.get(tab)
        #expect(client.answer.words(of: "plan-tilstand") == "Aftalt 12.11.2026")
        // Lyngby-Taarbæk: at least every third month.
        #expect(client.answer.words(of: "plan-frister")?.contains("Senest 12.02.2027") == true)
        #expect(client.page.contains("hver 3. måned"))
        try trial.expectOnly(.clinical)
    }

    @Test(
        "seen again, or written anew and agreed again, is a review"
    )
    func reviewed() throws {
        try write()
        try house.act(.consultant, AgreePlan(day: house.today, how: .together, text: ""), on: ref)
        house.time.advance(days: 30)
        let trial = try ActTrial(
            ReviewPlan.self, in: house, on: ref, ["set-tekst": "Det går godt"])
        try trial.expectRefused(
            ["set-dato": "01-11-2026"],
            "set-dato: Planen blev aftalt 12-11-2026. Datoen kan ikke ligge før")
        try trial.expectFaults(["set-tekst": ""], ["set-tekst: Skriv, hvordan det går med målene"])
        try trial.expectWrittenOnce(saying: "Det er noteret, at planen er set igen")
        let client = trial.visitor
        try client.get(tab)
        #expect(client.page.contains("Sket i tide"))
        try client.get("\(tab)/rediger")
        try client.fill("plan-formular", ["m1-tekst": "Ingen alkohol"])
        try house.act(.consultant, AgreePlan(day: house.today, how: .phone, text: ""), on: ref)
        #expect(try house.file(ref).current.last?.fact == .planReviewed)
        try ActTrial(AgreePlan.self, in: house, on: ref).expectRefused(
            """
            aftalt-dato: Denne version blev aftalt 12-12-2026. Er den set igen, så brug \
            "Planen er set igen"
            """)
        try trial.expectOnly(.clinical)
    }

    @Test("after a discharge the next agreement lays a new plan")
    func newCourse() throws {
        try write()
        try house.act(.consultant, AgreePlan(day: house.today, how: .together, text: ""), on: ref)
        try house.act(
            .consultant, EndCase(ending: .discharge(.completed, on: house.today)), on: ref)
        house.time.advance(days: 40)
        try house.write(
            [
                NewFact(
                    .enquiry(Enquiry(wish: .treatment, by: .`self`, channel: .phone)),
                    on: house.today)
            ], to: ref)
        let client = try Visitor(house, as: .consultant)
        try client.get("\(tab)/rediger")
        try client.fill("plan-formular", ["m1-tekst": "Ingen alkohol"])
        #expect(client.address == tab, "\(client.answer.problems)")
        try house.act(.consultant, AgreePlan(day: house.today, how: .together, text: ""), on: ref)
        #expect(try house.file(ref).current.last?.fact == .planAgreed)
    }

    @Test("without a plan nothing is agreed and nothing is seen again")
    func none() throws {
        #expect(try client.get(tab).text.contains("Der er ingen behandlingsplan endnu."))
        try ActTrial(AgreePlan.self, in: house, on: ref).expectRefused(
            "aftalt-dato: Der er ingen plan endnu. Skriv den først under fanen Plan")
        try write()
        try ActTrial(ReviewPlan.self, in: house, on: ref, ["set-tekst": "x"]).expectRefused(
            "set-dato: Der er ingen plan endnu. Skriv den først under fanen Plan")
        #expect(try client.get("\(tab)/udskriv/findes-ikke").status == 404)
    }

    @Test(
        "a version a colleague wrote meanwhile is not written over: the difference is shown first")
    func overtaken() throws {
        try write()
        try client.get("\(tab)/rediger")
        let mine = try #require(client.answer.form("plan-formular"))
        let other = try Visitor(house, as: .leader)
        try other.get("\(tab)/rediger")
        try other.fill("plan-formular", ["m1-tekst": "Højst ti genstande om ugen"])
        try client.send(mine.filled(["m1-tekst": "Ingen alkohol overhovedet"]), to: mine.action)
        #expect(client.status == 422)
        #expect(
            client.answer.problems == [
                "egne-ord: Leader Medarbejder har ændret planen kl. 9.14. Se forskellen, før du gemmer"
            ])
        #expect(client.page.contains("Kollegaens version"))
        #expect(client.answer.form("plan-formular")?["m1-tekst"] == "Ingen alkohol overhovedet")
        #expect(try plans().count == 2)
        try client.fill("plan-formular")
        #expect(try plans().count == 3, "seen, she saves on top of it")
    }

    @Test("versions stand beside each other with what went and what came, and no word is lost")
    func versions() throws {
        try write()
        try write(["m1-tekst": "Højst ti genstande om ugen"])
        try client.get("\(tab)/versioner")
        #expect(client.page.contains("Version 1") && client.page.contains("Version 2"))
        #expect(client.page.contains("<del>") && client.page.contains("<ins>"))
        for query in ["?fra=1&til=9", "?fra=x&til=", "?fra=99999999999999999999"] {
            #expect(try client.get("\(tab)/versioner\(query)").status == 200)
        }
    }

    @Test("what is said to the citizen stands on the screen, and nothing else opens")
    func screen() throws {
        try write()
        try client.get(tab)
        try client.fill("vis-plan-formular")
        #expect(client.address == "/borgerskaerm/plan")
        #expect(client.page.contains("Du vil drikke mindre"))
        #expect(!client.page.contains("Gran") && !client.page.contains("\(ref.number)"))
        #expect(try client.get("/overblik").location == "/borgerskaerm/plan")
        #expect(try client.get("/borgerskaerm").location == "/borgerskaerm/plan")
        try client.visit("/borgerskaerm/plan")
        try client.fill("luk-formular", ["adgangskode": TestHouse.password])
        #expect(client.address == tab && client.page.contains("Grethe Gran"))
    }

    @Test("a case that was closed takes no new version")
    func closed() throws {
        try client.get("\(tab)/rediger")
        let form = try #require(client.answer.form("plan-formular"))
        try house.act(.consultant, EndCase(ending: .discharge(.moved, on: house.today)), on: ref)
        try client.send(form.filled(Self.typed), to: form.action)
        #expect(client.status == 422)
        #expect(client.answer.problems.first?.contains("Sagen er lukket i mellemtiden") == true)
        #expect(client.answer.form("plan-formular")?["m1-tekst"] == "Ingen alkohol på hverdage")
        #expect(try plans().isEmpty)
    }
}

@Suite("What a plan says")
struct PlanTextTests {
    /// A plan in which every field has words of its own.
    static let full: PlanText = {
        var plan = PlanText()
        plan.wish = "ønske"
        plan.goals = (1...3).map { number in
            PlanText.Goal(
                text: "mål-\(number)", kind: .stop,
                subGoals: [PlanText.SubGoal(text: "delmål-\(number)", who: "hvem-\(number)")],
                efforts: [
                    PlanText.Effort(
                        what: "indsats-\(number)", who: "behandler-\(number)",
                        howOften: "tit-\(number)", until: CalendarDay(number: 20_800 + number))
                ], sign: "tegn-\(number)")
        }
        plan.attention = [.children, .driving]
        plan.others = "søster"
        plan.socialPlan = .wanted
        plan.joint = PlanText.Joint(lead: "Jobcenter", whoDoesWhat: "roller", meetings: "møder")
        plan.nextLook = CalendarDay(number: 20_900)
        return plan
    }()

    @Test("is the same after it was kept, and none of its words is missing from its lines")
    func kept() {
        #expect(PlanText(Self.full.json) == Self.full)
        let lines = Self.full.lines
        for number in 1...3 {
            for word in ["mål", "delmål", "hvem", "indsats", "behandler", "tit", "tegn"] {
                #expect(lines.contains("\(word)-\(number)"))
            }
        }
        for word in ["ønske", "søster", "Jobcenter", "roller", "møder", "Kører bil"] {
            #expect(lines.contains(word))
        }
        #expect(PlanText(JSONObject()) == PlanText())
    }

    @Test("comes through its form as it was")
    func form() throws {
        let day = CalendarDay(number: 20_769)
        let form = PlanForm(Self.full, base: EntryID(1))
        #expect(try form.read(on: day).get() == Self.full)
    }
}

@Suite("The templates a plan is printed in")
struct PlanTemplateTests {
    @Test("every file is a template, with an id of its own", arguments: PlanTemplate.files)
    func valid(file: String) throws {
        let template = try PlanTemplate(json: Array(file.utf8))
        #expect(PlanTemplate.shipped.contains(template))
        #expect(PlanTemplate.shipped.count(where: { $0.id == template.id }) == 1)
    }

    @Test(
        "what is wrong in one is told with its place",
        arguments: [
            ("{}", "format: "), ("{\"format\":\"fjorten-plan-template/1\"}", "id: "),
            (
                """
                {"format":"fjorten-plan-template/1","id":"a","title":"A","source":"B",
                "sections":[{"heading":"C","from":"colour"}]}
                """, "sections[0].from: "
            ),
        ])
    func refused(file: String, fault: String) {
        do {
            _ = try PlanTemplate(json: Array(file.utf8))
            Issue.record("taken")
        } catch {
            #expect(error.description.hasPrefix(fault), "\(error)")
        }
    }

    @Test(
        "Egedal's, Horsens' and KL's are filled from the same plan; what nobody wrote is left to write"
    )
    func printed() throws {
        let house = try TestHouse()
        let ref = try house.enquiry(daysAgo: 5, name: "Grethe Gran")
        var text = AssessmentText()
        text.words[.children] = "To børn hos deres far"
        text.severities[.alcohol] = 6
        try house.act(.consultant, WriteAssessment(day: house.today, text: text), on: ref)
        try house.writePlan("Ingen alkohol på hverdage", on: ref)
        let client = try Visitor(house, as: .consultant)
        for (id, words) in [
            ("egedal", ["Egedal Kommune", "Henvendelsesdato", "07.11.2026", "6. Børn"]),
            ("horsens", ["Horsens Kommune", "Alkohol: 6, betydeligt problem", "Afdelingsleder"]),
            ("kl", ["tovholder", "To børn hos deres far"]), ("borger", ["Det vil du"]),
        ] {
            let page = try client.get("/sager/\(ref.number)/plan/udskriv/\(id)").text
            for word in words + ["Ingen alkohol på hverdage", "Kladde: ikke aftalt"] {
                #expect(page.contains(word), "\(id): \(word)")
            }
            #expect(page.contains("…") || id == "borger")
        }
        try house.act(.consultant, AgreePlan(day: house.today, how: .together, text: ""), on: ref)
        let page = try client.get("/sager/\(ref.number)/plan/udskriv/kl").text
        #expect(page.contains("12.11.2026") && !page.contains("Kladde: ikke aftalt"))
        #expect(try Visitor(house, as: .reception).get("/sager/\(ref.number)/plan").status == 404)
    }
}
