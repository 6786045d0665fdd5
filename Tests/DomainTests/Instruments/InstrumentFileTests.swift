import Domain
import Testing

/// Instruments are data: what is compiled in can be written as a file, and a centre's own file is judged whole.
@Suite("An instrument's file")
struct InstrumentFileTests {
    @Test("says everything of every instrument that is compiled in", arguments: Instrument.shipped)
    func roundTrip(instrument: Instrument) throws {
        #expect(try Instrument(json: JSONWriter.write(instrument.json)) == instrument)
        #expect(!instrument.origin.source.isEmpty && !instrument.origin.licence.isEmpty)
    }

    private static let small = """
        {"format":"fjorten-instrument/1","code":"trang","version":1,"name":"Trang",
        "introduction":"I dag","source":"Egen","licence":"Egen","filledBy":"citizen","better":"lower",
        "items":[{"number":1,"text":"Hvor stor er trangen?","marks":[0,10]}],
        "editions":[{"id":"egen","source":"Egen","bands":[
        {"range":[0,4],"code":"low","name":"lav"},{"range":[5,10],"code":"high","name":"høj"}]}]}
        """

    @Test("of a centre's own is read and scored")
    func own() throws {
        let own = try Instrument(json: Array(Self.small.utf8))
        #expect(try own.score([7]).band?.name == "høj")
        #expect(throws: InstrumentFault.notAllowed(item: "1", answer: 11)) { try own.score([11]) }
    }

    @Test(
        "is refused with the place and the fault",
        arguments: [
            ("\"marks\":[0,10]", "\"marks\":[10,0]", "items[0].marks: two whole numbers"),
            ("[5,10],\"code\"", "[6,10],\"code\"", "editions[0].bands: no band holds 5"),
            ("[5,10],\"code\"", "[4,10],\"code\"", "editions[0].bands: two bands hold 4"),
            ("\"code\":\"trang\"", "\"code\":\"Trang 1\"", "code: small letters"),
            ("\"licence\":\"Egen\",", "", "licence: missing key"),
            ("\"better\":\"lower\"", "\"better\":\"left\"", "better: one of higher, lower"),
            ("\"version\":1", "\"version\":0", "version: a whole number from 1"),
            ("\"name\":\"Trang\"", "\"name\":\"Trang\",\"colour\":1", "colour: unknown key"),
            ("fjorten-instrument/1", "fjorten-instrument/2", "format: "),
            ("{\"format\"", "[{\"format\"", "$"),
        ])
    func refused(place: String, changed: String, fault: String) throws {
        let text = Self.small.replacing(place, with: changed)
        do {
            _ = try Instrument(json: Array(text.utf8))
            Issue.record("taken")
        } catch {
            #expect(
                error.all.contains { $0.description.hasPrefix(fault) },
                "\(error.all.map(\.description))")
        }
    }

    @Test("every fault is told at once, and nothing makes the reader stop")
    func everyFault() {
        #expect(throws: InstrumentFaults.self) { try Instrument(json: Array("{}".utf8)) }
        for bytes in [[], Array("[]".utf8), Array("{\"items\":[{}]}".utf8), [0xFF]] {
            do {
                _ = try Instrument(json: bytes)
                Issue.record("taken")
            } catch {
                #expect(!error.all.isEmpty)
            }
        }
    }

    @Test("a shipped instrument cut or changed at any place is refused or read, never a crash")
    func mutilated() {
        let bytes = JSONWriter.write(AUDIT.auditC.json)
        for place in stride(from: 0, to: bytes.count, by: 7) {
            _ = try? Instrument(json: Array(bytes[..<place]))
            for byte in [UInt8(ascii: "0"), UInt8(ascii: "9"), UInt8(ascii: "]")] {
                var changed = bytes
                changed[place] = byte
                _ = try? Instrument(json: changed)
            }
        }
    }
}

@Suite("A change between two totals")
struct TotalChangeTests {
    @Test("is read by what is better, and by how much is more than chance")
    func readings() {
        let form = FourScales.instrument(.wellbeing)
        #expect(TotalChange(from: 175, to: 230, in: form, edition: "adult").reading == .better)
        #expect(!TotalChange(from: 175, to: 230, in: form, edition: "adult").changesBand)
        #expect(TotalChange(from: 175, to: 260, in: form, edition: "adult").changesBand)
        #expect(TotalChange(from: 260, to: 215, in: form).reading == .unsure)
        #expect(TotalChange(from: 260, to: 205, in: form).reading == .worse)
        #expect(TotalChange(from: 20, to: 10, in: AUDIT.instrument).reading == .unknown)
    }

    @Test("totals of tenths are written with a comma")
    func tenths() {
        let form = FourScales.instrument(.wellbeing)
        #expect(form.text(ofTotal: 175) == "17,5")
        #expect(form.text(ofTotal: -5) == "-0,5")
        #expect(AUDIT.instrument.text(ofTotal: 19) == "19")
    }

    @Test("the four lines read by age: a child's line lies higher")
    func ages() {
        let form = FourScales.instrument(.wellbeing)
        #expect(
            [8, 15, 40].map { form.edition(for: nil, age: $0)?.band(of: 300)?.code } == [
                "below", "above", "above",
            ])
        #expect(form.edition(for: nil, age: nil)?.id == "adult")
    }

    @Test("withdrawal is measured again: the worse it is, the sooner")
    func again() throws {
        let moment = try #require(Instant(rfc3339: "2026-11-12T09:00:00+01:00"))
        let hours = ["mild", "moderate", "severe"].map {
            CIWAAr.instrument.nextTime(after: $0, at: moment).map { $0.seconds - moment.seconds }
        }
        #expect(hours == [8 * 3600, 4 * 3600, 3600])
        #expect(AUDIT.instrument.nextTime(after: "harmful", at: moment) == nil)
    }
}
