internal import HTTP
internal import Records

extension EnquiryAnswers {
    /// The answers with what one page of the form says now; the other pages' stay as they were.
    /// A value that is on none of our forms is no answer.
    func filled(from form: Fields, at step: EnquiryStep) -> EnquiryAnswers {
        var answers = self
        switch step {
        case .who: answers.concern = form.word("hvem").flatMap(Concern.init)
        case .age: answers.age = form.word("alder").flatMap { AgeGroup(rawValue: $0) }
        case .situation:
            let facts = Set(form.words("mere"))
            answers.wish = form.word("oenske").flatMap(Wish.init)
            answers.isPregnant = facts.contains("gravid")
            answers.hasChildren = facts.contains("boern")
            answers.message = form.written("besked")
        case .contact:
            answers.contact = form.word("kontakt").flatMap { ContactWay(rawValue: $0) }
            answers.phone = Self.number(form.text("telefon"))
            answers.mobile = Self.number(form.text("mobil"))
            answers.hours = Set(form.words("hvornaar").compactMap(PartOfDay.init))
            answers.isDiscreet = form.text("diskret") != nil
            answers.alias = plainLine(form.text("kaldenavn"))
        case .check: break
        }
        return answers
    }

    /// A number with a word beside it; what is longer holds no number anybody has.
    private static func number(_ text: OutsideText?) -> String {
        String(plainLine(text).unicodeScalars.prefix(shortTextLengthMax))
    }
}
