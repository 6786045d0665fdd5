internal import Domain
internal import Records
internal import SQLite

extension MeasureDesk {
    /// In the invented year: whoever begins treatment is assessed and measured, and measured again, so that curves have
    /// something to show; some do not answer everything.
    var scene: DemoScene {
        DemoScene(additions: { [self] story, random in
            guard let start = story.firstSession else { return [] }
            let last = story.acts.last?.at ?? start
            var acts = [enrolment(at: start), assessment(at: start, &random)]
            var state = random.number(45...75)
            for (number, moment) in moments(from: start, to: last).enumerated() {
                acts += measures(number, at: moment, state, &random)
                state = max(5, state - random.number(2...12) + random.number(0...6))
            }
            if random.chance(15) { acts += withdrawal(from: start, &random) }
            if random.chance(20) { acts += referral(at: start, &random) }
            return acts.filter { $0.at <= last }
        })
    }

    /// At the start, and about every fourth week.
    private func moments(from start: Instant, to last: Instant) -> [Instant] {
        stride(from: start.seconds, through: last.seconds, by: 28 * 86_400).prefix(6).map {
            Instant(seconds: $0)
        }
    }

    /// - Parameter state: how bad it is, 0–100.
    private func measures(
        _ number: Int, at moment: Instant, _ state: Int, _ random: inout DemoRandom
    ) -> [DemoAct] {
        var forms = [WHO5.instrument, FourScales.instrument(.wellbeing)]
        if number % 3 == 0 { forms.append(AUDIT.instrument) }
        if number == 0, random.chance(30) { forms.append(MDI.instrument) }
        return forms.enumerated().map { place, form in
            var answers = Self.answers(form, state, &random)
            if random.chance(4) { answers[random.number(0...(answers.count - 1))] = nil }
            return measure(
                form, answers, at: Instant(seconds: moment.seconds + (place + 1) * 240), .citizen)
        }
    }

    /// Answers about as bad as things are.
    private static func answers(
        _ form: Instrument, _ state: Int, _ random: inout DemoRandom
    ) -> [Int?] {
        let share = form.use.better == .lower ? state : 100 - state
        return form.items.map { item in
            let noisy = min(100, max(0, share + random.number(-20...20)))
            if let marks = item.marks { return marks.upperBound * noisy / 100 }
            let scores = item.choices.map(\.score).sorted()
            return scores[min(scores.count - 1, scores.count * noisy / 101)]
        }
    }

    private func withdrawal(from start: Instant, _ random: inout DemoRandom) -> [DemoAct] {
        var total = random.number(35...60)
        return (0..<4).map { number in
            total = max(10, total - random.number(5...18))
            return measure(
                CIWAAr.instrument, Self.answers(CIWAAr.instrument, total / 2, &random),
                at: Instant(seconds: start.seconds + (number + 2) * 4 * 3600), .staff)
        }
    }

    private func measure(
        _ form: Instrument, _ answers: [Int?], at moment: Instant, _ source: MeasureTaken.Source
    ) -> DemoAct {
        let answered = AnsweredForm(
            instrument: form, answers: answers, at: moment, source: source)
        return DemoAct(
            at: moment,
            kind: .own(
                DemoDeed(name: "\(form.code) \(moment.seconds)") { [self] stage, db in
                    guard let ref = stage.ref else { return }
                    let context = WriteContext(by: stage.consultant, at: moment)
                    _ = try write(answered, to: ref, context, in: db)
                }))
    }

    private func enrolment(at start: Instant) -> DemoAct {
        deed("enrolment", at: start, after: 60, Enrol(day: start.day, unit: nil))
    }

    private func assessment(at start: Instant, _ random: inout DemoRandom) -> DemoAct {
        var text = AssessmentText()
        for area in LifeArea.allCases {
            text.words[area] = random.one(of: DemoAssessment.words(of: area))
            if area.isJudged { text.severities[area] = random.number(0...7) }
        }
        text.severities[.alcohol] = random.number(4...8)
        return deed(
            "assessment", at: start, after: 120, WriteAssessment(day: start.day, text: text))
    }

    private func referral(at start: Instant, _ random: inout DemoRandom) -> [DemoAct] {
        let recipient = random.one(of: ReferredOut.Recipient.allCases)
        return [
            deed(
                "referral", at: start, after: 180,
                ReferOut(
                    recipient: recipient, text: "Opdigtet henvisning: beder om en vurdering.",
                    day: start.day))
        ]
    }

    private func deed(
        _ name: String, at start: Instant, after seconds: Int, _ act: some CaseAct
    ) -> DemoAct {
        let moment = Instant(seconds: start.seconds + seconds)
        return DemoAct(
            at: moment,
            kind: .own(
                DemoDeed(name: "\(name) \(moment.seconds)") { stage, db in
                    try stage.perform(act, at: moment, db)
                }))
    }
}

extension DemoStory {
    /// When treatment began; nil where it never did.
    var firstSession: Instant? {
        acts.first { act in
            if case .session = act.kind { true } else { false }
        }?.at
    }
}

/// What is found out about invented people.
private enum DemoAssessment {
    static func words(of area: LifeArea) -> [String] {
        switch area {
        case .background: ["Opdigtet: egen læge foreslog det.", "Opdigtet: partneren bad om det."]
        case .alcohol:
            [
                "Opdigtet: drikker fem dage om ugen, mest om aftenen.",
                "Opdigtet: drikker hver weekend, har prøvet at holde op to gange.",
            ]
        case .drugs: ["Opdigtet: ingen stoffer. Tager blodtryksmedicin.", "Opdigtet: ingen."]
        case .physical: ["Opdigtet: sover dårligt, ellers rask.", "Opdigtet: ondt i maven."]
        case .mental:
            ["Opdigtet: urolig, ingen selvmordstanker.", "Opdigtet: nedtrykt i perioder."]
        case .work: ["Opdigtet: i arbejde, sygemeldt på deltid.", "Opdigtet: på kontanthjælp."]
        case .home: ["Opdigtet: egen lejlighed.", "Opdigtet: bor til leje."]
        case .crime: ["Opdigtet: ingen.", "Opdigtet: en bøde for spirituskørsel."]
        case .network: ["Opdigtet: gift, ser sin bror.", "Opdigtet: bor alene, få venner."]
        case .children: ["Opdigtet: to børn, bor hjemme.", "Opdigtet: ingen børn."]
        case .resources: ["Opdigtet: vil gerne, har støtte hjemme.", "Opdigtet: møder stabilt."]
        }
    }
}
