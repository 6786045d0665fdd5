/// What may stand in a standard's file: every key, the form of its value, and whether a rule reads it.
///
/// Sections are objects of values. A value is an object: `value`, and its saying (`quote`,
/// `place`, `mark`, `note`). Lists (``lists``) hold objects whose own keys stand beside the saying.
struct StandardSchema {
    /// The form of a value.
    enum Form: Hashable, Sendable {
        case flag
        case number(ClosedRange<Int>)
        case numbers(ClosedRange<Int>)
        case day
        case text
        case texts
        case word([String])
        case words([String])
    }

    /// One key of a section.
    struct Key: Hashable, Sendable {
        let path: String
        let form: Form
        /// No rule reads it; it is there to be shown.
        let isQuotedOnly: Bool
    }

    /// A list of objects at the top of the file.
    struct List: Hashable, Sendable {
        let name: String
        let required: [String: Form]
        let optional: [String: Form]
        let isQuotedOnly: Bool
        /// Nothing is said of a file that leaves it out.
        var isOptional = false
    }

    /// The keys of the file that are no values of the text.
    static let plainKeys = ["format", "id", "name", "version", "municipality"]
    /// What `format` says.
    static let format = "fjorten-standard/1"

    static func keys(in section: String) -> [Key] {
        keys.filter { $0.path.hasPrefix(section + ".") }
    }

    static let keys: [Key] =
        adoption + people + beforeTreatment + choice + treatment + afterTreatment + rights
        + duties + house

    private static let adoption = [
        quoted("adoption.approvedOn", .day),
        quoted("adoption.validFrom", .day),
        quoted("adoption.validTo", .day),
        quoted("adoption.revisionMonths", .number(1...120)),
    ]

    private static let people = [
        rule("target.minAge", .number(0...120)),
        rule("target.maxAge", .number(0...120)),
        rule("target.residency", .flag),
        rule("target.motivation", .flag),
        rule("target.relatives", .flag),
        quoted("target.severity", .text),
        quoted("target.secondary", .texts),
        quoted("target.relativesCondition", .text),
        quoted("target.exclusions", .texts),
        quoted("target.intensive", .text),
    ]

    private static let beforeTreatment = [
        rule("guarantee.days", .number(1...366)),
        rule("guarantee.planInside", .flag),
        quoted("guarantee.doctorInside", .flag),
        quoted("guarantee.measuredFrom", word(GuaranteeMeasuredFrom.self)),
        rule("guarantee.stopEvent", word(GuaranteeStopEvent.self)),
        rule("guarantee.scope", word(GuaranteeScope.self)),
        quoted("guarantee.weekendRule", .text),
        rule("intake.interviewTargetDays", .number(0...366)),
        rule("intake.interviewMaxDays", .number(0...366)),
        quoted("intake.enquiryBy", .texts),
        quoted("intake.fieldsAtEnquiry", .texts),
        quoted("intake.interview", .text),
        quoted("intake.doctorOffered", .flag),
        rule("visitation.maxDays", .number(0...366)),
        rule("visitation.outpatientTried", .flag),
        quoted("visitation.outpatient", .text),
        quoted("visitation.day", .text),
        quoted("visitation.residential", .text),
        quoted("visitation.meeting", .text),
        quoted("visitation.youthMeeting", .text),
        quoted("visitation.leastIntrusive", .flag),
        quoted("visitation.domains", .texts),
        quoted("visitation.externalOutpatient", .text),
        quoted("visitation.medicineAtOnce", .flag),
    ]

    private static let choice =
        ["outpatient", "day", "residential"].flatMap { modality in
            [
                rule("freeChoice.\(modality).allowed", .flag),
                rule("freeChoice.\(modality).conditions", words(FreeChoiceCondition.self)),
                rule("freeChoice.\(modality).unapproved", word(UnapprovedChoice.self)),
            ]
        } + [
            rule("freeChoice.relatives", .flag),
            rule("anonymity.treatment", .flag),
            rule("anonymity.counselling", .flag),
            rule("anonymity.treatmentMinAge", .number(0...120)),
            rule("anonymity.maxTalksUnder18", .number(0...100)),
        ]

    private static let treatment = [
        quoted("plan.name", .text),
        quoted("plan.content", .texts),
        rule("plan.reviewMaxMonths", .number(1...120)),
        quoted("plan.reviewEvents", words(ReviewEvent.self)),
        rule("plan.closeReviewDays", .number(0...366)),
        quoted("plan.coordinated", .text),
        quoted("plan.socialPlan", .text),
        rule("course.evaluationDays", .number(1...1000)),
        rule("course.intensityRules", word(IntensityRules.self)),
        quoted("course.outpatient", .text),
        quoted("course.aftercare", .text),
        quoted("course.youth", .text),
        quoted("course.day", .text),
        quoted("course.residential", .text),
        quoted("course.services", .texts),
        quoted("course.groups", .texts),
        quoted("course.methods", .texts),
        quoted("course.health", .text),
        quoted("course.dualDiagnosis", .text),
    ]

    private static let afterTreatment = [
        rule("discharge.followUpMonths", .numbers(1...120)),
        rule("discharge.triggerReasons", words(DischargeReason.self)),
        rule("discharge.returnWindowMonths", .number(1...120)),
        quoted("discharge.early", .text),
        rule("grants.statusMonths", .number(1...120)),
        rule("grants.renewalDays", .number(0...366)),
        quoted("grants.months", .number(1...120)),
        rule("grants.providerMidway", words(Modality.self)),
        quoted("grants.aftercareReady", .text),
    ]

    private static let rights =
        PaymentItem.allCases.map { rule("payment.\($0.rawValue)", word(Payer.self)) } + [
            rule("payment.cravingCentreMonths", .number(1...120)),
            quoted("payment.dayAndResidential", .text),
            quoted("complaint.decision", .text),
            rule("complaint.decisionWeeks", .number(1...104)),
            quoted("complaint.decisionTo", .text),
            quoted("complaint.external", .text),
            quoted("complaint.handlingWeeks", .number(1...104)),
            quoted("complaint.drugDecisionWeeks", .number(1...104)),
            quoted("complaint.serviceTo", .text),
            quoted("complaint.healthTo", .text),
            quoted("complaint.healthYears", .number(1...30)),
            rule("complaint.closedDays", words(ClosedDay.self)),
            quoted("records.access", .text),
            rule("records.closedDays", words(ClosedDay.self)),
            rule("retention.socialYears", .number(1...100)),
            quoted("retention.system", .text),
        ]

    private static let duties = [
        rule("children.homeNotice", .flag),
        quoted("children.cooperation", .text),
        quoted("children.notification", .text),
        quoted("pregnancy.cooperation", .text),
        rule("notifications.authorisationAttention", .flag),
        rule("notifications.authorityBy", words(NotifierRole.self)),
        rule("notifications.policeAfterInformed", .flag),
        quoted("notifications.consent", .text),
        rule("medicine.nadaNeedsEnrolment", .flag),
        quoted("medicine.antabusSober", .text),
        quoted("medicine.antabusPrescriber", .text),
        quoted("medicine.guidelines", .text),
        quoted("medicine.withdrawal", .text),
    ]

    private static let house = [
        quoted("staff.qualifications", .text),
        quoted("staff.training", .text),
        quoted("staff.supervision", .text),
        quoted("staff.physician", .text),
        quoted("opening.hours", .text),
        quoted("contact.name", .text),
        quoted("contact.address", .text),
        quoted("contact.phone", .text),
        quoted("contact.email", .text),
        quoted("contact.authority", .text),
    ]

    static let lists = [
        List(
            name: "legalReferences", required: ["law": .text, "paragraph": .text],
            optional: ["subsection": .number(1...30), "subject": .text], isQuotedOnly: true),
        List(
            name: "decidingBodies",
            required: ["id": .text, "name": .text, "modalities": words(Modality.self)],
            optional: ["meets": .flag, "ageBelow": .number(0...120), "adviser": .flag],
            isQuotedOnly: true, isOptional: true),
        List(
            name: "milestones",
            required: ["id": .text, "day": .number(1...366), "metBy": word(MilestoneAct.self)],
            optional: [:], isQuotedOnly: false),
        List(
            name: "units", required: ["name": .text],
            optional: [
                "ageBelow": .number(0...120), "ageAbove": .number(0...120),
                "ageFrom": .number(0...120), "sites": .texts,
            ], isQuotedOnly: false),
        List(
            name: "interventions", required: ["number": .number(1...999), "name": .text],
            optional: [
                "services": words(ServiceCode.self), "eligible": .text, "enrolledOnly": .flag,
                "extent": .text, "sessions": .number(1...999), "minutesMax": .number(1...1440),
                "monthsMax": .number(1...120), "perWeek": .number(1...7), "provider": .text,
                "competence": .text, "followUp": .text, "special": .text,
            ], isQuotedOnly: true),
        List(
            name: "monitoring", required: ["what": .text], optional: ["to": .text],
            isQuotedOnly: true),
        List(
            name: "externalProviders", required: ["requirement": .text],
            optional: ["days": .number(0...366)], isQuotedOnly: true),
    ]

    // MARK: Short forms

    private static func rule(_ path: String, _ form: Form) -> Key {
        Key(path: path, form: form, isQuotedOnly: false)
    }

    private static func quoted(_ path: String, _ form: Form) -> Key {
        Key(path: path, form: form, isQuotedOnly: true)
    }

    private static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ type: Word.Type
    ) -> Form {
        .word(Word.allCases.map(\.rawValue))
    }

    private static func words<Word: RawRepresentable<String> & CaseIterable>(
        _ type: Word.Type
    ) -> Form {
        .words(Word.allCases.map(\.rawValue))
    }
}
