/// Back to JSON: what a history says, with keys that only repeat a default left out.
extension CaseHistory {
    /// The history as a JSON value, as `export` writes it and `import` reads it.
    package var json: JSONValue {
        var object = JSONObject()
        object.append("format", .string(Self.format))
        let person = person.json
        if !person.members.isEmpty { object.append("person", .object(person)) }
        object.append("events", .array(events.map(\.json)))
        if !questions.isEmpty { object.append("questions", .array(questions.map(\.json))) }
        return .object(object)
    }
}

extension Person {
    /// The keys that are known.
    package var json: JSONObject {
        var object = JSONObject()
        object.append("born", born)
        object.append("birthYear", birthYear.map { .integer($0) })
        object.append("sex", sex)
        object.append("cpr", cpr.map { .string($0.hyphenated) })
        object.append("anonymous", anonymous ? true : nil)
        object.append("municipality", municipality.map { .string($0) })
        object.append("relative", relative ? true : nil)
        object.append("healthAuthorisation", healthAuthorisation.map { .bool($0) })
        object.append("drives", drives.map { .bool($0) })
        return object
    }
}

extension Event {
    /// The event as it stands in a history.
    package var json: JSONValue {
        var object = JSONObject()
        if let at {
            object.append("at", .string(at.rfc3339InCopenhagen))
        } else {
            object.append("on", on)
        }
        object.append("type", .string(fact.type))
        for member in fact.keys.members { object.append(member.key, member.value) }
        if object["id"] == nil { object.append("id", id.map { .string($0) }) }
        object.append("note", note.map { .string($0) })
        return .object(object)
    }
}

extension Fact {
    /// The fact's own keys, without the event's `on`, `at`, `type`, `id` and `note`; a consent's
    /// `id` is its own.
    package var keys: JSONObject {
        var object = JSONObject()
        switch self {
        case .enquiry(let enquiry):
            object.append("wish", enquiry.wish)
            if enquiry.by != .`self` { object.append("by", enquiry.by) }
            object.append("channel", enquiry.channel)
        case .offer(let offer):
            object.append("startsOn", offer.startsOn)
            if offer.modality != .outpatient { object.append("modality", offer.modality) }
            if offer.provider != .own { object.append("provider", offer.provider) }
        case .offerDeclined(let reason, let written):
            object.append("reason", reason)
            object.append("written", .bool(written))
        case .service(let service):
            object.append("service", service.code)
            object.append("minutes", service.minutes.map { .integer($0) })
            if !service.attended { object.append("attended", false) }
            if service.overnight { object.append("overnight", true) }
            if service.planBegun { object.append("planBegun", true) }
            if service.channel != .inPerson { object.append("channel", service.channel) }
        case .enrolment(let unit):
            object.append("unit", unit.map { .string($0) })
        case .outsideDuty(let reason, let received):
            object.append("reason", reason)
            object.append("regionReceivedOn", received)
        case .outsideDutyEnded(let reason, let received):
            object.append("reason", reason)
            object.append("regionReceivedOn", received)
        case .application(let application):
            object.append("modality", application.modality)
            object.append("outpatientTried", .bool(application.outpatientTried))
            object.append("exceptionReason", application.exceptionReason.map { .string($0) })
        case .decision(let decision):
            object.append("modality", decision.modality)
            object.append("outcome", decision.outcome)
            object.append("until", decision.until)
            object.append("delivery", decision.delivery)
        case .discharge(let reason): object.append("reason", reason)
        case .followUp(let reached): object.append("reached", .bool(reached))
        case .identified(let identity): object = identity.json
        case .consent(let consent):
            object.append("id", .string(consent.id))
            object.append("scope", .array(consent.scope.map { .string($0) }))
            object.append("until", consent.until)
        case .consentRevoked(let revocation):
            object.append("id", .string(revocation.id))
            object.append("scope", revocation.scope.map { .array($0.map { .string($0) }) })
            object.append("until", revocation.until)
        case .complaint(let complaint):
            object.append("about", complaint.about)
            object.append("happenedOn", complaint.happenedOn)
            object.append("knownOn", complaint.knownOn)
        case .entry(let author): object.append("by", author)
        case .pending(let kind): object.append("kind", kind)
        case .pendingEnded(let kind): object.append("kind", kind)
        case .prescription(let prescription):
            object.append("drug", prescription.drug)
            object.append("until", prescription.until)
            object.append("byProfession", prescription.byProfession)
        case .dispensed(let dispensing):
            object.append("drug", dispensing.drug)
            object.append("sober", dispensing.sober)
            object.append("given", .bool(dispensing.given))
        case .child(let child):
            object.append("born", child.born)
            object.append("relation", child.relation)
            object.append("home", .bool(child.home))
        case .childConcern(let informed): object.append("parentsInformed", .bool(informed))
        case .childNotified(let informed):
            object.append("parentsInformed", informed.map { .bool($0) })
        case .pregnancy(let dueOn): object.append("dueOn", dueOn)
        case .pregnancyContract(let answer): object.append("answer", answer)
        case .detention(let until): object.append("until", until)
        case .informed(let about): object.append("about", about)
        case .treatmentWish, .noShow, .withdrawal, .planAgreed, .planReviewed, .recordsRequest,
            .recordsAnswer:
            break
        }
        return object
    }
}

extension Identity {
    /// The keys that are now known.
    package var json: JSONObject {
        let known = Person(
            born: born, birthYear: birthYear, sex: sex, cpr: cpr, municipality: municipality,
            healthAuthorisation: healthAuthorisation, drives: drives)
        var object = known.json
        object.append("relative", relative.map { .bool($0) })
        return object
    }
}

extension Question {
    /// The question as it stands in a history.
    package var json: JSONValue {
        var object = JSONObject()
        object.append("ask", .string(ask.kind.rawValue))
        object.append("on", on)
        switch ask {
        case .unit(let site): object.append("site", site.map { .string($0) })
        case .freeChoice(let place):
            object.append("modality", place.modality)
            object.append("granted", place.granted)
            object.append("approved", .bool(place.approved))
            object.append("listed", .bool(place.listed))
            object.append("municipalAgreements", .integer(place.municipalAgreements))
            object.append("municipal", .bool(place.municipal))
        case .sendApplication(let modality): object.append("modality", modality)
        case .sendDocuments(let recipient): object.append("recipient", .string(recipient))
        case .dispense(let drug, let sober):
            object.append("drug", drug)
            object.append("sober", sober)
        case .giveNada(let trained): object.append("staffTrained", .bool(trained))
        case .payment(let item): object.append("item", item)
        case .notifyAuthority(let role): object.append("role", role)
        case .acute(let state):
            object.append("promille", state.promille.map { .decimal($0) })
            object.append("previousDelirium", state.previousDelirium.map { .bool($0) })
            object.append("previousSeizures", state.previousSeizures.map { .bool($0) })
            object.append("suicidal", state.suicidal.map { .bool($0) })
            object.append("neurological", state.neurological.map { .bool($0) })
            object.append("ciwa", state.ciwa.map { .integer($0) })
        case .targetGroup, .anonymousCounselling, .anonymousTreatment, .closeCase, .notifyPolice:
            break
        }
        return .object(object)
    }
}

extension JSONObject {
    fileprivate mutating func append(_ key: String, _ day: CalendarDay?) {
        append(key, day.map { .string($0.isoText) })
    }

    fileprivate mutating func append(_ key: String, _ word: (some HistoryWord)?) {
        append(key, word.map { .string($0.rawValue) })
    }
}
