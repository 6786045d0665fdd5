extension QualityStandard.Adoption {
    init(_ leaves: StandardLeaves) {
        approvedOn = leaves.day("adoption.approvedOn")
        validFrom = leaves.day("adoption.validFrom")
        validTo = leaves.day("adoption.validTo")
        revisionMonths = leaves.number("adoption.revisionMonths")
    }
}

extension QualityStandard.LegalReference {
    init?(_ members: [String: JSONValue], _ saying: Saying) {
        guard let law = members["law"]?.string, let paragraph = members["paragraph"]?.string
        else { return nil }
        self.law = law
        self.paragraph = paragraph
        subsection = members["subsection"]?.wholeNumber
        subject = members["subject"]?.string
        self.saying = saying
    }
}

extension QualityStandard.TargetGroup {
    init(_ leaves: StandardLeaves) {
        minAge = leaves.number("target.minAge")
        maxAge = leaves.number("target.maxAge")
        residency = leaves.flag("target.residency")
        motivation = leaves.flag("target.motivation")
        relatives = leaves.flag("target.relatives")
    }
}

extension QualityStandard.Guarantee {
    init(_ leaves: StandardLeaves) {
        days = leaves.number("guarantee.days")
        planInside = leaves.flag("guarantee.planInside")
        stopEvent = leaves.word("guarantee.stopEvent")
        scope = leaves.word("guarantee.scope")
    }
}

extension QualityStandard.Intake {
    init(_ leaves: StandardLeaves) {
        interviewTargetDays = leaves.number("intake.interviewTargetDays")
        interviewMaxDays = leaves.number("intake.interviewMaxDays")
    }
}

extension QualityStandard.Visitation {
    init(_ leaves: StandardLeaves) {
        maxDays = leaves.number("visitation.maxDays")
        outpatientTried = leaves.flag("visitation.outpatientTried")
    }
}

extension QualityStandard.Milestone {
    init?(_ members: [String: JSONValue], _ saying: Saying) {
        guard let id = members["id"]?.string, let day = members["day"]?.wholeNumber,
            let metBy = members["metBy"]?.string.flatMap(MilestoneAct.init(rawValue:))
        else { return nil }
        self.id = id
        self.day = day
        self.metBy = metBy
        self.saying = saying
    }
}

extension QualityStandard.DecidingBody {
    init?(_ members: [String: JSONValue], _ saying: Saying) {
        guard let id = members["id"]?.string, let name = members["name"]?.string else { return nil }
        self.id = id
        self.name = name
        modalities =
            members["modalities"]?.array?
            .compactMap { $0.string.flatMap(Modality.init(rawValue:)) } ?? []
        meets = members["meets"]?.bool ?? false
        ageBelow = members["ageBelow"]?.wholeNumber
        hasAdviser = members["adviser"]?.bool ?? false
        self.saying = saying
    }
}

extension QualityStandard.FreeChoice {
    init(_ leaves: StandardLeaves) {
        outpatient = Rule(leaves, .outpatient)
        day = Rule(leaves, .day)
        residential = Rule(leaves, .residential)
        relatives = leaves.flag("freeChoice.relatives")
    }
}

extension QualityStandard.FreeChoice.Rule {
    init(_ leaves: StandardLeaves, _ modality: Modality) {
        let section = "freeChoice.\(modality.rawValue)"
        allowed = leaves.flag("\(section).allowed")
        conditions = leaves.words("\(section).conditions")
        unapproved = leaves.word("\(section).unapproved")
    }
}

extension QualityStandard.Anonymity {
    init(_ leaves: StandardLeaves) {
        treatment = leaves.flag("anonymity.treatment")
        counselling = leaves.flag("anonymity.counselling")
        treatmentMinAge = leaves.number("anonymity.treatmentMinAge")
        maxTalksUnder18 = leaves.number("anonymity.maxTalksUnder18")
    }
}

extension QualityStandard.Plan {
    init(_ leaves: StandardLeaves) {
        reviewMaxMonths = leaves.number("plan.reviewMaxMonths")
        closeReviewDays = leaves.number("plan.closeReviewDays")
    }
}

extension QualityStandard.Course {
    init(_ leaves: StandardLeaves) {
        evaluationDays = leaves.number("course.evaluationDays")
        intensityRules = leaves.word("course.intensityRules")
    }
}

extension QualityStandard.Discharge {
    init(_ leaves: StandardLeaves) {
        followUpMonths = leaves.numbers("discharge.followUpMonths")
        triggerReasons = leaves.words("discharge.triggerReasons")
        returnWindowMonths = leaves.number("discharge.returnWindowMonths")
    }
}

extension QualityStandard.Grants {
    init(_ leaves: StandardLeaves) {
        statusMonths = leaves.number("grants.statusMonths")
        renewalDays = leaves.number("grants.renewalDays")
        providerMidway = leaves.words("grants.providerMidway")
    }
}

extension QualityStandard.Payment {
    init(_ leaves: StandardLeaves) {
        items = Dictionary(
            uniqueKeysWithValues: PaymentItem.allCases.map {
                ($0, leaves.word("payment.\($0.rawValue)"))
            })
        cravingCentreMonths = leaves.number("payment.cravingCentreMonths")
        silence = leaves.word("payment")
    }
}

extension QualityStandard.Complaint {
    init(_ leaves: StandardLeaves) {
        decisionWeeks = leaves.number("complaint.decisionWeeks")
        decisionTo = leaves.text("complaint.decisionTo")
        answerWeeks = leaves.number("complaint.handlingWeeks")
        serviceTo = leaves.text("complaint.serviceTo")
        closedDays = leaves.words("complaint.closedDays")
    }
}

extension QualityStandard.Notifications {
    init(_ leaves: StandardLeaves) {
        authorisationAttention = leaves.flag("notifications.authorisationAttention")
        authorityBy = leaves.words("notifications.authorityBy")
        policeAfterInformed = leaves.flag("notifications.policeAfterInformed")
    }
}

extension QualityStandard.Unit {
    init?(_ members: [String: JSONValue], _ saying: Saying) {
        guard let name = members["name"]?.string else { return nil }
        self.name = name
        ageBelow = members["ageBelow"]?.wholeNumber
        ageAbove = members["ageAbove"]?.wholeNumber
        ageFrom = members["ageFrom"]?.wholeNumber
        sites = members["sites"]?.array?.compactMap(\.string) ?? []
        self.saying = saying
    }
}
