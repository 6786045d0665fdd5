internal import Domain
internal import HTML
internal import Records

/// The only place where a citizen's answers and what is wrong with them become Danish.
extension Frame {
    func words(_ concern: EnquiryAnswers.Concern) -> String {
        switch concern {
        case .myself: "Mig selv"
        case .another: "En, jeg holder af"
        case .unsure: "Jeg ved det ikke / noget andet"
        }
    }

    func words(_ age: AgeGroup) -> String {
        switch age {
        case .adult: "18 år eller mere"
        case .youth: "15-17 år"
        case .child: "Under 15 år"
        case .untold: "Det vil jeg ikke sige"
        }
    }

    /// The drinker's own wish, as the one who writes reports it.
    func words(_ wish: EnquiryAnswers.Wish, isAboutAnother: Bool) -> String {
        switch wish {
        case .treatment where isAboutAnother:
            "Den, jeg er bekymret for, vil gerne i gang med behandling"
        case .treatment: "Jeg vil gerne i gang med behandling"
        case .talk where isAboutAnother: "Jeg vil gerne tale med nogen om det"
        case .talk: "Jeg vil først tale med nogen"
        case .unsure: "Jeg ved det ikke endnu"
        }
    }

    func words(_ part: EnquiryAnswers.PartOfDay) -> String {
        switch part {
        case .morning: "Formiddag"
        case .afternoon: "Eftermiddag"
        case .evening: "Aften"
        }
    }

    /// What is wrong, as an instruction. The same words stand at the field and in the summary.
    func problem(_ fault: EnquiryFault) -> FormProblem {
        switch fault {
        case .concernMissing:
            FormProblem(field: "hvem", message: "Vælg, hvem du vil have hjælp til")
        case .wishMissing: FormProblem(field: "oenske", message: "Vælg, hvad du ønsker")
        case .contactMissing:
            FormProblem(field: "kontakt", message: "Vælg, hvordan vi må kontakte dig")
        case .phoneMissing:
            FormProblem(
                field: "telefon", message: "Skriv et telefonnummer, vi kan ringe til dig på")
        case .mobileMissing:
            FormProblem(field: "mobil", message: "Skriv et mobilnummer, vi kan skrive til dig på")
        case .phoneLength(.phone, let digits):
            FormProblem(
                field: "telefon",
                message: "Telefonnummeret skal have 8 tal. Du har skrevet \(digits)")
        case .phoneLength(.mobile, let digits):
            FormProblem(
                field: "mobil", message: "Mobilnummeret skal have 8 tal. Du har skrevet \(digits)")
        case .messageTooLong(let lengthMax):
            FormProblem(field: "besked", message: "Skriv højst \(lengthMax) tegn")
        case .aliasTooLong(let lengthMax):
            FormProblem(field: "kaldenavn", message: "Skriv højst \(lengthMax) tegn")
        }
    }

    /// The lines of the check page. What was not answered says so.
    func summaryRows(_ answers: EnquiryAnswers) -> [SummaryRow] {
        let isAboutAnother = answers.concern == .another
        let notTold: HTML = "Ikke oplyst"
        return [
            SummaryRow(
                "Hjælp til", answers.concern.map { "\(words($0))" } ?? notTold,
                change: ("/faa-hjaelp/hvem?ret=ja", "hvem du vil have hjælp til")),
            SummaryRow(
                "Alder", answers.age.map { "\(words($0))" } ?? notTold,
                change: ("/faa-hjaelp/alder?ret=ja", "alder")),
            SummaryRow(
                "Ønske",
                answers.wish.map { "\(words($0, isAboutAnother: isAboutAnother))" } ?? notTold,
                change: ("/faa-hjaelp/situation?ret=ja", "ønske")),
            SummaryRow(
                "Hensyn", factsInWords(answers) ?? notTold,
                change: ("/faa-hjaelp/situation?ret=ja#mere", "hensyn")),
            SummaryRow(
                "Det, du skrev", answers.message.isEmpty ? notTold : "\(answers.message)",
                change: ("/faa-hjaelp/situation?ret=ja#besked", "det, du skrev")),
            SummaryRow(
                "Kontakt", contactInWords(answers),
                change: ("/faa-hjaelp/kontakt?ret=ja", "kontakt")),
            SummaryRow(
                "Kaldenavn", answers.alias.isEmpty ? notTold : "\(answers.alias)",
                change: ("/faa-hjaelp/kontakt?ret=ja#kaldenavn", "kaldenavn")),
        ]
    }

    private func factsInWords(_ answers: EnquiryAnswers) -> HTML? {
        switch (answers.isPregnant, answers.hasChildren) {
        case (true, true): "Gravid. Der bor børn i hjemmet"
        case (true, false): "Gravid"
        case (false, true): "Der bor børn i hjemmet"
        case (false, false): nil
        }
    }

    private func contactInWords(_ answers: EnquiryAnswers) -> HTML {
        switch answers.contact {
        case nil: "Ikke oplyst"
        case .comesSelf: "Jeg kontakter selv jer"
        case .text: "Skriv en sms til \(dialled(answers.mobile))"
        case .call:
            """
            Ring \(dialled(answers.phone))\(hoursInWords(answers.hours))\
            \(answers.isDiscreet ? "\nLæg ikke besked, og sig ikke, hvor I ringer fra" : "")
            """
        }
    }

    private func hoursInWords(_ hours: Set<EnquiryAnswers.PartOfDay>) -> String {
        EnquiryAnswers.PartOfDay.allCases.filter(hours.contains).map { ", \($0.rawValue)" }
            .joined()
    }

    private func dialled(_ typed: String) -> String {
        PhoneNumber.inPairs(PhoneNumber.kept(typed) ?? typed)
    }

    /// What we promise, and by when: the same sentence on the check page and the receipt.
    func promise(_ answers: EnquiryAnswers, by day: CalendarDay) -> HTML {
        switch answers.contact {
        case .call: "Vi ringer senest \(day.nearInWords)."
        case .text: "Vi skriver senest \(day.nearInWords)."
        case .comesSelf, nil: "Du får en kode, når du har sendt."
        }
    }
}
