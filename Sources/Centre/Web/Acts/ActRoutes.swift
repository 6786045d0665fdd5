internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// The addresses of all acts, `/sager/{number}/…`: each has a page of its own with its form, and takes what is sent.
struct ActRoutes: Sendable {
    let acts: ActList
    let writer: ActWriter

    var all: [CentreRoute] { acts.all.flatMap { routes($0) } }

    private func routes<Act: CaseAct>(_ act: Act.Type) -> [CentreRoute] {
        let pattern = "/sager/{number}/\(Act.address)"
        return [
            .staff(.get, pattern, Act.roles) { visit, loop in
                try visit.withCase(loop) { ref in try show(act, ref, visit, loop) }
            },
            .staff(.post, pattern, Act.roles) { visit, loop in
                try visit.withCase(loop) { ref in try carryOut(act, ref, visit, loop) }
            },
        ]
    }

    // MARK: The page of an act

    private func show<Act: CaseAct>(
        _ act: Act.Type, _ ref: CaseRef, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        let about = visit.request.query["post"].flatMap { EntryID(formText: $0) }
        return visit.reading(ref) { reading in
            var typed = ActForm(fields: Act.fields(reading.state), id: .random())
            if let standing = Act.standing(reading) { typed.fields = standing.filled(typed.fields) }
            if let about {
                guard let entry = reading.file.current.first(where: { $0.id == about }),
                    prepare(&typed, act, entry, reading, visit.role)
                else { return visit.visit.notFound() }
            }
            return page(act, reading, typed, visit)
        }
    }

    /// Puts into the form what it is about: the entry that is corrected, or taken away.
    private func prepare<Act: CaseAct>(
        _ typed: inout ActForm, _ act: Act.Type, _ entry: LedgerEntry, _ reading: CaseReading,
        _ role: Role
    ) -> Bool {
        if Act.self is TakeBack.Type {
            guard acts.mayTakeAway(entry, role) else { return false }
            typed.fields = FieldValues(["post": [entry.id.formText]]).filled(typed.fields)
            return true
        }
        if let values = Act.about(entry, reading.state) {
            typed.fields = values.filled(typed.fields)
            return true
        }
        guard let values = Act.values(of: entry, reading.body(of: entry)) else { return false }
        typed.fields = values.filled(typed.fields)
        typed.correcting = ActForm.Correction(entry: entry.id)
        return true
    }

    private func page<Act: CaseAct>(
        _ act: Act.Type, _ reading: CaseReading, _ typed: ActForm, _ visit: StaffVisit
    ) -> Response {
        visit.page(
            "\(Act.title) · \(reading.ref.number)",
            back: visit.place(of: reading.ref, Act.leadsTo), problems: typed.problems,
            status: typed.problems.isEmpty ? .ok : .unprocessable,
            actPage(act, reading, typed, token: visit.token))
    }

    // MARK: Carrying it out

    private func carryOut<Act: CaseAct>(
        _ act: Act.Type, _ ref: CaseRef, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        let file = try writer.ledger.file(ref, in: loop.db)
        let state = try CaseState(file, writer.standards, by: visit.actor.staff, at: visit.now)
        var fields = Act.fields(state)
        let sent = FieldValues(visit.request.form, of: fields)
        fields = sent.filled(fields)
        var form = ActForm(fields: fields, id: EntryID(formText: visit.field("id")) ?? .random())
        var faults: [FormProblem] = []
        form.correcting = correction(visit, &faults)
        let corrected = file.entries.first { $0.id == form.correcting?.entry }
        var typed = TypedForm(
            sent, of: fields, by: visit.role, at: visit.now, correcting: corrected)
        do throws(FieldFaults) {
            let act = try Act(&typed, state)
            guard mayDo(act, in: file, visit.role) else { return .now(visit.visit.notFound()) }
            guard faults.isEmpty else { throw FieldFaults(faults) }
            if Act.isChecked, visit.field(ActForm.lookedField) != ActForm.isFine {
                return look(act, form, state, visit)
            }
            return try write(act, form, ref, visit, loop)
        } catch {
            // A form without what it is about is no form of ours.
            guard !(error.all + faults).isEmpty else { return .now(visit.visit.notFound()) }
            form.problems = error.all + (faults.isEmpty || error.all == faults ? [] : faults)
            form.fields = form.fields.map { field in
                var field = field
                if error.asked.contains(field.name) { field.isAsked = true }
                return field
            }
            let again = form
            return visit.reading(ref) { reading in page(act, reading, again, visit) }
        }
    }

    /// Shows what an act will write; or its form again, with everything typed, where she wants to mend it or the case
    /// says no.
    private func look<Act: CaseAct>(
        _ act: Act, _ form: ActForm, _ state: CaseState, _ visit: StaffVisit
    ) -> Answer {
        var form = form
        var refusal: ActRefusal?
        do throws(ActRefusal) { try act.require(state) } catch { refusal = error }
        let isFirstLook = visit.field(ActForm.lookedField).isEmpty
        if refusal != nil { form.id = .random() }
        let (shown, refused) = (form, refusal)
        return visit.reading(state.ref) { reading in
            if let refused {
                var again = shown
                again.problems = [problem(refused, of: act, shown, reading)]
                return page(Act.self, reading, again, visit)
            }
            guard isFirstLook else { return page(Act.self, reading, shown, visit) }
            let scene = ActScene(
                actor: visit.actor, role: visit.role, now: visit.now, id: shown.id,
                state: reading.state, corrected: nil, opened: [:])
            return visit.page(
                "Tjek brevet · \(reading.ref.number)",
                back: visit.place(of: reading.ref, Act.leadsTo),
                actCheckPage(
                    Act.self, reading, shown, preview: act.preview(scene, reading),
                    token: visit.token))
        }
    }

    private func problem(
        _ refusal: ActRefusal, of act: some CaseAct, _ form: ActForm, _ reading: CaseReading
    ) -> FormProblem {
        FormProblem(
            field: act.field(of: refusal) ?? form.fields.first { !$0.isHidden }?.name ?? "indhold",
            message: refusal.words { reading.names[$0] })
    }

    /// Whether her role may do this to the entry that it names: an entry is taken away by those who may write it.
    private func mayDo(_ act: some CaseAct, in file: CaseFile, _ role: Role) -> Bool {
        guard let taking = act as? TakeBack else { return true }
        return file.entries.first { $0.id == taking.entry }
            .map { acts.mayTakeAway($0, role) } ?? false
    }

    private func correction(
        _ visit: StaffVisit, _ faults: inout [FormProblem]
    ) -> ActForm.Correction? {
        guard let entry = EntryID(formText: visit.field(ActForm.Correction.entryField)) else {
            return nil
        }
        let why = visit.field(ActForm.Correction.whyField)
        let name = ActForm.Correction.whyField
        if why.isEmpty { faults.append(.init(field: name, message: "Skriv, hvorfor det rettes")) }
        if why.unicodeScalars.count > ActForm.Correction.whyLengthMax {
            faults.append(
                .init(
                    field: name, message: "Skriv højst \(ActForm.Correction.whyLengthMax) tegn"))
        }
        return ActForm.Correction(entry: entry, why: why)
    }

    private enum Outcome: Sendable {
        case written(Confirmation)
        case refused(ActRefusal, AccessToken)
    }

    private func write<Act: CaseAct>(
        _ act: Act, _ form: ActForm, _ ref: CaseRef, _ visit: StaffVisit, _ loop: LoopContext
    ) throws(FieldFaults) -> Answer {
        let context = WriteContext(by: visit.actor, at: visit.now, id: form.id)
        let (role, reason) = (visit.role, visit.session.reasons[ref.id])
        let key = visit.request.cookie(SessionCookie.name)
        return visit.visit.writing { db -> Outcome in
            do {
                return .written(
                    try writer.write(
                        act, correcting: form.correcting, in: ref, context, as: role, db)
                )
            } catch let refusal as ActRefusal {
                let token = try writer.audit.record(
                    .caseRead, by: context.actor, cases: [ref], reason: reason, at: context.now,
                    in: db)
                return .refused(refusal, token)
            }
        } then: { outcome, loop in
            switch outcome {
            case .written(let confirmation):
                if let key { visit.visit.web.sessions.confirm(confirmation, in: key) }
                return .seeOther(visit.place(of: ref, Act.leadsTo).text)
            case .refused(let refusal, let token):
                let reading = try visit.caseReading(ref, token, in: loop.db)
                var again = form
                again.id = .random()
                // What was replaced cannot be corrected any more: what was typed may become an act of its own.
                if case .replaced = refusal { again.correcting = nil }
                again.problems = [problem(refusal, of: act, form, reading)]
                return page(Act.self, reading, again, visit)
            }
        }
    }
}
