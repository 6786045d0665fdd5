import HTTP
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What a citizen answers is read kindly and never lost")
struct EnquiryAnswersTests {
    @Test(
        "a telephone number is read in every usual form",
        arguments: [
            ("20304050", PhoneNumber.number("20304050")), ("20 30 40 50", .number("20304050")),
            ("+45 20 30 40 50", .number("20304050")), ("0045 20304050", .number("20304050")),
            ("(+45) 20-30-40-50", .number("20304050")), ("45 20304050", .number("20304050")),
            ("20.30.40.50 efter kl", .number("20304050")), ("tlf. 20304050", .number("20304050")),
            ("+46 70 123 45 67", .number("+46701234567")),
            ("0046701234567", .number("+46701234567")),
            ("20 30 40 5", .wrongLength(digits: 7)), ("203040506", .wrongLength(digits: 9)),
            ("+45 20 30", .wrongLength(digits: 4)), ("", .nothing), ("ved ikke", .nothing),
            ("٢٠٣٠٤٠٥٠", .nothing),
        ])
    func phoneNumbers(typed: String, expected: PhoneNumber) {
        #expect(PhoneNumber.read(typed) == expected)
    }

    @Test("only three answers are needed: who, what, and how to reach her or that she comes")
    func threeAnswers() {
        var answers = EnquiryAnswers()
        #expect(answers.firstOpenStep == .who)
        answers.concern = .unsure
        #expect(answers.firstOpenStep == .situation)
        answers.wish = .unsure
        #expect(answers.firstOpenStep == .contact)
        answers.contact = .comesSelf
        #expect(answers.firstOpenStep == nil)
    }

    @Test("a number is asked for only where it is used")
    func numberWhereUsed() {
        var answers = EnquiryAnswers(contact: .call)
        #expect(answers.faults(in: .contact) == [.phoneMissing])
        answers.phone = "20 30 40 5"
        #expect(answers.faults(in: .contact) == [.phoneLength(field: .phone, digits: 7)])
        answers.contact = .text
        #expect(answers.faults(in: .contact) == [.mobileMissing])
        answers.mobile = "20304050"
        #expect(answers.faults(in: .contact) == [])
        answers.contact = .comesSelf
        answers.mobile = "1"
        #expect(answers.faults(in: .contact) == [])
    }

    @Test("a page changes its own answers and no others; a strange value is no answer")
    func filling() {
        let form = Fields([
            ("hvem", "selv"), ("alder", "15-17"), ("oenske", "behandling"), ("mere", "gravid"),
            ("mere", "boern"), ("besked", " hej\r\n "), ("kontakt", "sms"), ("mobil", " 20304050 "),
            ("hvornaar", "aften"), ("hvornaar", "nat"), ("kaldenavn", "Bo"),
        ])
        let who = EnquiryAnswers().filled(from: form, at: .who)
        #expect(who == EnquiryAnswers(concern: .myself))
        var all = who
        for step in EnquiryStep.allCases { all = all.filled(from: form, at: step) }
        #expect(
            all
                == EnquiryAnswers(
                    concern: .myself, age: .youth, wish: .treatment, isPregnant: true,
                    hasChildren: true, message: "hej", contact: .text, mobile: "20304050",
                    hours: [.evening], isDiscreet: false, alias: "Bo"))
        let strange = all.filled(from: Fields([("hvem", "<script>")]), at: .who)
        #expect(strange.concern == nil)
    }

    @Test("five thousand characters fit; more is said, and kept")
    func longMessage() {
        var answers = EnquiryAnswers(wish: .talk)
        answers.message = String(repeating: "ø", count: 5_000)
        #expect(answers.faults(in: .situation) == [])
        answers.message += "ø"
        #expect(answers.faults(in: .situation) == [.messageTooLong(lengthMax: 5_000)])
    }

    @Test("a name that is too long is said and kept, and nothing in it turns the writing around")
    func alias() {
        let typed = "Bo\u{202E}neddob\u{0007}" + String(repeating: "ø", count: 200)
        let answers = EnquiryAnswers().filled(
            from: Fields([("kontakt", "selv"), ("kaldenavn", typed)]), at: .contact)
        #expect(answers.alias == "Boneddob" + String(repeating: "ø", count: 200))
        #expect(answers.faults(in: .contact) == [.aliasTooLong(lengthMax: 200)])
    }

    @Test("a draft comes back from its seal as it was, and only under its own key")
    func draftSeal() throws {
        var draft = EnquiryDraft()
        draft.answers = CitizenPages.filled
        let key = DraftKey.random()
        let sealed = try key.seal(draft)
        #expect(try key.open(sealed) == draft)
        #expect(throws: (any Error).self) { try DraftKey.random().open(sealed) }
        #expect(DraftKey(cookie: key.text)?.rowID == key.rowID)
        #expect(key.rowID.count == 32)
        #expect(DraftKey(cookie: nil) == nil)
        #expect(DraftKey(cookie: key.text.uppercased() + "'") == nil)

        draft.answers = EnquiryAnswers()
        draft.receipt = Receipt(
            code: ["lampe", "fugle", "sommer", "sne"], contact: .call, isDiscreet: true,
            promisedBy: CitizenPages.monday, lastDay: nil)
        #expect(try key.open(key.seal(draft)) == draft)
    }
}
