internal import Domain
internal import Records

extension IntakeService {
    /// In the invented year: somebody fills in the citizen's form and sends it.
    var scene: DemoScene {
        DemoScene(play: { [self] act, stage, db in
            guard case .enquiry(let asked) = act.kind, asked.isOnWeb else { return (false, nil) }
            let person = stage.story.person
            var draft = EnquiryDraft()
            draft.answers.concern = asked.isRelative ? .another : .myself
            draft.answers.age = .adult
            draft.answers.wish = asked.wish == .treatment ? .treatment : .talk
            draft.answers.message = asked.words
            draft.answers.contact = .call
            draft.answers.phone = person.phone
            draft.answers.alias = person.isAnonymous ? "" : person.name
            let key = DraftKey.random()
            try keep(draft, key, at: act.at, in: db)
            _ = try send(key, token: draft.token, under: stage.standard, at: act.at, in: db)
            return (true, try ledger.writtenCase(draft.entryID, in: db))
        })
    }
}
