internal import Domain
internal import HTML
internal import Records

extension Frame {
    /// `/faa-hjaelp`: what is going to happen, before the first question.
    /// `wasForgotten`: an earlier draft has died; it says so, kindly. `concern`: the door she came by has answered the first
    /// question, and it is not asked again.
    func enquiryStartPage(
        wasForgotten: Bool = false, about concern: EnquiryAnswers.Concern? = nil
    ) -> HTML {
        page(
            PublicPage(
                title: "Få hjælp", back: "/",
                content: """
                    \(wasForgotten ? forgottenNotice : .empty)\
                    <h1>Få hjælp</h1>
                    <p>Du får kun ét spørgsmål ad gangen. Det tager cirka 3 minutter. Du behøver \
                    ikke skrive dit navn eller dit cpr-nummer. Du kan stoppe når som helst. Det, \
                    du har skrevet, bliver først sendt, når du trykker Send.</p>
                    <p>Er du under 18? <a href="/unge">Læs det her først</a>.</p>
                    \(concern.map { known in
                        form(
                            "/faa-hjaelp/hvem", id: "trin",
                            """
                            <div hidden>\(hiddenField("hvem", known.rawValue))</div>
                            \(button("Start", id: "start"))
                            """)
                    } ?? """
                        <p class="buttons">\(buttonLink("Start", to: "/faa-hjaelp/hvem", id: "start"))</p>
                        """)
                    <p>Vil du hellere ringe? Ring til os på \
                    <a href="\(profile.phoneLink)">\(profile.phone)</a>.</p>
                    """))
    }

    private var forgottenNotice: HTML {
        """
        <div class="notice">
        <h2>Vi har ikke dine svar mere</h2>
        <p>Der gik måske mere end 60 minutter. Så sletter vi din kladde. Det kan også være, at din \
        browser ikke gemmer cookies. Ingen har læst dine svar. Du kan begynde igen, eller du kan \
        ringe.</p>
        </div>
        """
    }

    /// One of the first four steps, with what was typed and what must be mended.
    func enquiryStepPage(
        _ step: EnquiryStep, _ answers: EnquiryAnswers, faults: [EnquiryFault] = [],
        token: String? = nil, returnsToCheck: Bool = false
    ) -> HTML {
        let problems = faults.map(problem)
        let question = self.question(step, answers, problems)
        let action: Address =
            returnsToCheck
            ? "/faa-hjaelp/\(word: step.slug)?ret=ja" : "/faa-hjaelp/\(word: step.slug)"
        return page(
            PublicPage(
                title: "\(caption(step)) – \(title(of: step))",
                back: returnsToCheck ? "/faa-hjaelp/tjek" : backAddress(from: step),
                problems: problems,
                content: """
                    <p class="caption">\(caption(step))</p>
                    \(form(action, id: "trin", token: token, """
                        \(question)
                        \(button("Fortsæt", id: "fortsaet"))
                        """))
                    """))
    }

    /// `/faa-hjaelp/tjek`: everything once more, before anything is sent.
    func enquiryCheckPage(
        _ answers: EnquiryAnswers, promisedBy: CalendarDay, token: String
    ) -> HTML {
        page(
            PublicPage(
                title: "\(caption(.check)) – Tjek dine svar", back: backAddress(from: .check),
                content: """
                    <p class="caption">\(caption(.check))</p>
                    <h1>Tjek dine svar</h1>
                    \(summaryList(summaryRows(answers), id: "svar"))
                    <p>\(promise(answers, by: promisedBy))</p>
                    \(form("/faa-hjaelp/tjek", id: "send-formular", token: token, """
                        \(button("Send", id: "send"))
                        <p>Det er først sendt, når du har trykket Send.</p>
                        """))
                    """))
    }

    private func caption(_ step: EnquiryStep) -> String {
        "Trin \(step.rawValue) af \(EnquiryStep.allCases.count)"
    }

    private func backAddress(from step: EnquiryStep) -> Address {
        step.before.map { "/faa-hjaelp/\(word: $0.slug)" } ?? "/faa-hjaelp"
    }
}

// MARK: The questions

extension Frame {
    private func title(of step: EnquiryStep) -> String {
        switch step {
        case .who: "Hvem vil du have hjælp til?"
        case .age: "Hvor gammel er du?"
        case .situation: "Hvad ønsker du?"
        case .contact: "Hvordan må vi kontakte dig?"
        case .check: "Tjek dine svar"
        }
    }

    private func question(
        _ step: EnquiryStep, _ answers: EnquiryAnswers, _ problems: [FormProblem]
    ) -> HTML {
        switch step {
        case .who: whoQuestion(answers, problems)
        case .age: ageQuestion(answers)
        case .situation: situationQuestion(answers, problems)
        case .contact: contactQuestion(answers, problems)
        case .check: .empty
        }
    }

    private func whoQuestion(_ answers: EnquiryAnswers, _ problems: [FormProblem]) -> HTML {
        radios(
            "hvem", legend: "\(title(of: .who))",
            choices: EnquiryAnswers.Concern.allCases.map { concern in
                Choice(
                    concern.rawValue, "\(words(concern))",
                    hint: concern == .another
                        ? "Du kan få råd uden at sige, hvem det er." : nil)
            },
            chosen: answers.concern?.rawValue, problems: problems, isRequired: true, as: .heading)
    }

    private func ageQuestion(_ answers: EnquiryAnswers) -> HTML {
        radios(
            "alder", legend: "\(title(of: .age))",
            choices: AgeGroup.allCases.map { age in
                Choice(age.rawValue, "\(words(age))", hint: ageHint(age))
            },
            chosen: answers.age?.rawValue, as: .heading)
    }

    private func ageHint(_ age: AgeGroup) -> HTML? {
        switch age {
        case .adult, .untold: nil
        case .youth:
            """
            Du kan tale med os én eller to gange uden at sige dit navn. Hvis du vil i gang med et \
            forløb, skal dine forældre vide det. Vi aftaler sammen, hvordan de får det at vide.
            """
        case .child:
            """
            Du kan tale med os én eller to gange uden at sige dit navn. Før du kan begynde i et \
            forløb, skal dine forældre sige ja. Vi hjælper dig med at tale med dem.
            """
        }
    }

    private func situationQuestion(
        _ answers: EnquiryAnswers, _ problems: [FormProblem]
    ) -> HTML {
        let isAboutAnother = answers.concern == .another
        return """
            \(radios(
                "oenske", legend: "\(title(of: .situation))",
                choices: EnquiryAnswers.Wish.allCases.map { wish in
                    Choice(wish.rawValue, "\(words(wish, isAboutAnother: isAboutAnother))")
                },
                chosen: answers.wish?.rawValue, problems: problems, isRequired: true,
                as: .heading))
            \(checkboxes(
                "mere", legend: "Er der noget, vi skal tage hensyn til?",
                choices: [
                    Choice("gravid", isAboutAnother ? "Den, jeg er bekymret for, er gravid" : "Jeg er gravid"),
                    Choice(
                        "boern",
                        isAboutAnother
                            ? "Der bor børn hos den, jeg er bekymret for" : "Der bor børn hos mig"),
                ],
                chosen: chosenFacts(answers), isOptional: true))
            \(textArea(
                "besked", label: "Vil du skrive lidt om det?", value: answers.message,
                hint: "Du kan skrive med dine egne ord. Stavefejl gør ikke noget.",
                problems: problems, lengthMax: EnquiryAnswers.messageLengthMax, isOptional: true))
            """
    }

    private func chosenFacts(_ answers: EnquiryAnswers) -> Set<String> {
        var chosen: Set<String> = []
        if answers.isPregnant { chosen.insert("gravid") }
        if answers.hasChildren { chosen.insert("boern") }
        return chosen
    }

    private func contactQuestion(_ answers: EnquiryAnswers, _ problems: [FormProblem]) -> HTML {
        """
        \(radios(
            "kontakt", legend: "\(title(of: .contact))",
            choices: [
                Choice("ring", "Ring til mig", fields: callFields(answers, problems)),
                Choice("sms", "Skriv en sms", fields: textField(
                    "mobil", label: "Mobilnummer", value: answers.mobile, kind: .tel,
                    width: .eleven, problems: problems, autocomplete: "tel")),
                Choice("selv", "Jeg kontakter selv jer", hint: "Du får en kode."),
            ],
            chosen: answers.contact?.rawValue, problems: problems, isRequired: true, as: .heading))
        \(textField(
            "kaldenavn", label: "Hvad skal vi kalde dig?", value: answers.alias,
            width: .twentySeven, hint: "Det behøver ikke være dit rigtige navn.", problems: problems,
            autocomplete: "nickname", isOptional: true))
        """
    }

    private func callFields(_ answers: EnquiryAnswers, _ problems: [FormProblem]) -> HTML {
        """
        \(textField(
            "telefon", label: "Telefonnummer", value: answers.phone, kind: .tel, width: .eleven,
            problems: problems, autocomplete: "tel"))
        \(checkboxes(
            "hvornaar", legend: "Hvornår passer det?",
            choices: EnquiryAnswers.PartOfDay.allCases.map { part in
                Choice(part.rawValue, "\(words(part))")
            },
            chosen: Set(answers.hours.map(\.rawValue)), isOptional: true))
        \(checkbox(
            "diskret", label: "I må ikke lægge besked eller sige, hvor I ringer fra",
            isChecked: answers.isDiscreet))
        """
    }
}
