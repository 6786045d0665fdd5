internal import HTTP

extension EnquiryAnswers {
    /// The answers with what one page of the form says now; the other pages' stay as they were.
    /// A value that is on none of our forms is no answer.
    func filled(from form: Fields, at step: EnquiryStep) -> EnquiryAnswers {
        var answers = self
        switch step {
        case .who: answers.concern = form["hvem"].flatMap(Concern.init)
        case .age: answers.age = form["alder"].flatMap(AgeGroup.init)
        case .situation:
            let facts = Set(form.all("mere"))
            answers.wish = form["oenske"].flatMap(Wish.init)
            answers.isPregnant = facts.contains("gravid")
            answers.hasChildren = facts.contains("boern")
            answers.message = (form["besked"] ?? "").trimmed
        case .contact:
            answers.contact = form["kontakt"].flatMap(Contact.init)
            answers.phone = Self.line(form["telefon"])
            answers.mobile = Self.line(form["mobil"])
            answers.hours = Set(form.all("hvornaar").compactMap(PartOfDay.init))
            answers.isDiscreet = form["diskret"] != nil
            answers.alias = Self.line(form["kaldenavn"])
        case .check: break
        }
        return answers
    }

    /// One line of ordinary length: more was never typed into a field of one line.
    private static func line(_ text: String?) -> String {
        String((text ?? "").trimmed.unicodeScalars.prefix(shortTextLengthMax))
    }
}
