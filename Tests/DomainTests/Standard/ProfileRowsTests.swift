import Testing

@testable import Domain

/// What each published text says, row by row, as a reader of the text found it: the value, and
/// how it stands there.
@Suite struct ProfileRowsTests {
    private struct Row {
        let path: String
        let value: JSONValue?
        let mark: Mark

        init(_ path: String, _ value: JSONValue?, _ mark: Mark = .explicit) {
            self.path = path
            self.value = value
            self.mark = mark
        }

        static func missing(_ path: String) -> Row { Row(path, nil, .missing) }
    }

    private static let rows: [String: [Row]] = [
        "naestved": naestved, "vordingborg-2024": vordingborg, "halsnaes-2023": halsnaes,
        "lyngby-2024": lyngby, "kl-2009": catalogue, "glostrup": glostrup,
    ]

    private static let naestved = [
        Row.missing("adoption.approvedOn"), .missing("adoption.validFrom"),
        .missing("adoption.revisionMonths"), Row("target.minAge", 18),
        Row("target.relatives", true), Row("guarantee.days", 14),
        Row("guarantee.stopEvent", "begun"), .missing("intake.interviewTargetDays"),
        Row("intake.enquiryBy", ["borgeren selv", "læge", "sagsbehandler", "andre"]),
        Row("visitation.day", "Sundhedscenterchefen"),
        Row("visitation.outpatient", "Alkoholrådgivningen"),
        Row("freeChoice.outpatient.allowed", true), Row("freeChoice.day.allowed", false),
        Row("freeChoice.residential.allowed", false), Row("freeChoice.relatives", false),
        Row("freeChoice.outpatient.conditions", ["approved", "agreement"]),
        Row("plan.name", "Caseplan"), .missing("plan.reviewMaxMonths"),
        Row("payment.treatment", "centre"), .missing("complaint.decisionWeeks"),
        Row("complaint.decisionTo", "Sundhedscentret, Præstøvej 67, 4700 Næstved"),
        Row("complaint.healthTo", "Sundhedsvæsenets Patientklagenævn, www.pkn.dk", .stale),
        Row("opening.hours", "8-15"), Row("contact.phone", "55 88 14 00"),
        Row("contact.email", "sundhedscenter@naestved.dk"), .missing("anonymity.treatment"),
        .missing("discharge.followUpMonths"), .missing("retention.socialYears"),
        .missing("pregnancy.cooperation"), .missing("notifications.authorisationAttention"),
        .missing("notifications.policeAfterInformed"),
        Row("children.notification", "skærpet underretningspligt"),
        Row("course.methods", ["kognitiv referenceramme"]),
        Row("medicine.nadaNeedsEnrolment", true), .missing("visitation.outpatientTried"),
    ]

    private static let vordingborg = [
        Row("adoption.validFrom", "2024-10-01", .implied), Row("adoption.revisionMonths", 12),
        Row("target.motivation", true), .missing("target.minAge"), Row("guarantee.days", 14),
        Row("guarantee.stopEvent", "offered"), Row("guarantee.planInside", true),
        Row("guarantee.doctorInside", true), Row("visitation.maxDays", 14),
        Row("visitation.domains", ["social", "fysisk", "psykisk", "misbrug m.m."]),
        Row("visitation.leastIntrusive", true), Row("freeChoice.outpatient.allowed", true),
        .missing("freeChoice.day.allowed"), .missing("freeChoice.residential.allowed"),
        Row("anonymity.treatment", true), Row("plan.reviewMaxMonths", 6),
        Row("discharge.followUpMonths", [1, 6]),
        Row("discharge.triggerReasons", ["completed", "transferred", "hospital", "other"]),
        Row("children.homeNotice", true), Row("notifications.policeAfterInformed", true),
        Row("notifications.authorisationAttention", true),
        Row("notifications.authorityBy", ["medical-consultant"]),
        Row("payment.treatment", "centre"), Row("payment.support-medicine", "citizen"),
        Row("payment.antabus", "centre"), Row("payment.cravingCentreMonths", 1),
        Row("payment.transport", "citizen"), Row("complaint.decisionWeeks", 4),
        Row(
            "complaint.decisionTo",
            "Center for Rusmidler, Sankelmarksvej 10A, 4760 Vordingborg"),
        Row("complaint.healthTo", "Patientombuddet, Finsensvej 15, 2000 Frederiksberg", .stale),
        Row("course.intensityRules", "monthly-contacts"), .missing("opening.hours"),
        .missing("contact.phone"), .missing("retention.socialYears"),
        .missing("intake.interviewTargetDays"), .missing("discharge.returnWindowMonths"),
        .missing("pregnancy.cooperation"), .missing("course.evaluationDays"),
    ]

    private static let halsnaes = [
        Row("adoption.approvedOn", "2023-04-27"), .missing("adoption.revisionMonths"),
        .missing("target.minAge"), Row("anonymity.treatmentMinAge", 18),
        Row("anonymity.counselling", true), Row("intake.interviewMaxDays", 14),
        Row("guarantee.days", 14), Row("guarantee.stopEvent", "offered"),
        Row("guarantee.scope", "own-outpatient"), Row("course.evaluationDays", 84),
        Row("plan.content", ["mål", "indhold", "hvad borgeren er ansvarlig for"]),
        Row("visitation.residential", "Handicap- og Voksenafdelingen"),
        Row("visitation.outpatientTried", true), Row("freeChoice.outpatient.allowed", true),
        Row("freeChoice.day.allowed", true), Row("freeChoice.residential.allowed", true),
        Row("freeChoice.residential.unapproved", "self-pay"), .missing("plan.reviewMaxMonths"),
        Row(
            "plan.reviewEvents", ["continuous", "change", "extension", "end", "other-offer"]),
        Row("plan.closeReviewDays", 30, .implied),
        Row("grants.providerMidway", ["day", "residential"], .implied),
        Row("course.methods", ["Feedback Informed Treatment (FIT)"]),
        Row("children.homeNotice", true), Row("payment.treatment", "centre"),
        .missing("complaint.decisionWeeks"), Row("complaint.healthYears", 2),
        Row("complaint.healthTo", "Styrelsen for Patientklager"),
        Row("contact.address", "Hermannsgade 3, 1., 3300 Frederiksværk"),
        Row("contact.phone", "47 93 03 29"), .missing("opening.hours"),
        .missing("discharge.followUpMonths"), .missing("retention.socialYears"),
        .missing("pregnancy.cooperation"),
    ]

    private static let lyngby = [
        Row("adoption.approvedOn", "2024-01-24"), Row("adoption.validTo", "2025-12-31"),
        Row("adoption.revisionMonths", 24), Row("target.minAge", 15),
        Row("target.residency", true), Row("intake.interviewTargetDays", 7),
        Row("guarantee.days", 14), Row("guarantee.measuredFrom", "request"),
        Row("guarantee.stopEvent", "begun"),
        Row(
            "intake.fieldsAtEnquiry",
            ["navn", "cpr.nr", "misbrugstype", "omfang", "andre relevante oplysninger"]),
        Row("visitation.youthMeeting", "ugentligt møde med myndighedsrådgiver"),
        Row("visitation.outpatientTried", true), Row("intake.doctorOffered", true),
        Row("plan.reviewMaxMonths", 3), Row("anonymity.maxTalksUnder18", 2),
        Row("anonymity.treatmentMinAge", 18, .implied), Row("discharge.followUpMonths", [1, 6]),
        Row("discharge.returnWindowMonths", 12), Row("freeChoice.outpatient.allowed", true),
        Row("freeChoice.outpatient.conditions", ["approved", "listed"]),
        Row("freeChoice.residential.allowed", false, .implied),
        Row("payment.treatment", "centre"),
        Row("payment.board-and-lodging", "individual-assessment"),
        Row("retention.socialYears", 5), Row("retention.system", "Sensum Bosted"),
        Row("children.homeNotice", true), .missing("complaint.decisionWeeks"),
        Row("complaint.external", "ingen ekstern klageinstans"),
        Row("grants.providerMidway", ["day", "residential"]),
        Row("staff.physician", "læge og psykiater ansat"), .missing("opening.hours"),
        .missing("contact.phone"), Row("contact.address", "Lyngby Torv 16, 2800 Lyngby"),
    ]

    private static let catalogue = [
        Row("guarantee.days", 14), Row("guarantee.measuredFrom", "expressed-wish"),
        Row("visitation.outpatient", "ingen visitation (selvmøderprincippet)"),
        Row("freeChoice.outpatient.allowed", true), Row("freeChoice.day.allowed", true),
        Row("freeChoice.residential.conditions", ["granted", "same-kind", "agreement"]),
        Row("anonymity.treatment", true), .missing("complaint.decisionWeeks"),
        Row("complaint.healthTo", "Sundhedsvæsenets Patientklagenævn", .stale),
        Row("course.intensityRules", "vbgs-2009"),
        Row("medicine.guidelines", "nedskrevne retningslinjer"), .missing("children.homeNotice"),
        .missing("plan.reviewMaxMonths"), .missing("adoption.validFrom"),
    ]

    private static let glostrup = [
        Row("grants.statusMonths", 3), Row("grants.renewalDays", 14),
        Row("grants.months", 6, .implied),
        Row("visitation.medicineAtOnce", true), .missing("complaint.decisionWeeks"),
        Row("complaint.drugDecisionWeeks", 4), Row("complaint.handlingWeeks", 4),
        Row("guarantee.days", 14, .implied), Row("children.homeNotice", true, .implied),
        .missing("freeChoice.outpatient.allowed"), .missing("plan.reviewMaxMonths"),
    ]

    @Test(
        "every row of the text stands in the file with its value and its mark",
        arguments: ShippedStandards.ids)
    func stands(id: String) throws {
        let standard = try #require(QualityStandard.shipped(id: id))
        for row in try #require(Self.rows[id]) {
            let entry = standard.entries.first { $0.path == row.path }
            if let value = row.value {
                #expect(entry?.value == value, "\(row.path)")
                #expect(entry?.saying.mark == row.mark, "\(row.path)")
            } else {
                #expect(entry == nil || entry?.value == .null, "\(row.path)")
            }
        }
    }

    @Test("Næstved's thirteen interventions, Glostrup's four milestones, Lyngby's nine demands")
    func lists() throws {
        func count(_ id: String, _ list: String) throws -> Int {
            try #require(QualityStandard.shipped(id: id)).entries
                .count { $0.path.hasPrefix("\(list)[") }
        }
        #expect(try count("naestved", "interventions") == 13)
        #expect(try count("lyngby-2024", "externalProviders") == 9)
        #expect(try count("vordingborg-2024", "monitoring") == 4)
        let glostrup = try #require(QualityStandard.shipped(id: "glostrup"))
        #expect(glostrup.milestones.map(\.day) == [2, 7, 13, 14])
        #expect(
            glostrup.milestones.map(\.id) == ["commitment", "proposal", "decision", "start"])
        #expect(glostrup.milestones.map(\.metBy) == [.enrolment, .application, .decision, .start])
    }

    @Test("25 is in no unit of Vordingborg's, 24 and 26 are")
    func units() throws {
        let units = try #require(QualityStandard.shipped(id: "vordingborg-2024")).units
        #expect(units.filter { $0.admits(age: 24) }.map(\.name) == ["Ungeindsatsen"])
        #expect(units.filter { $0.admits(age: 25) }.isEmpty)
        #expect(units.filter { $0.admits(age: 26) }.map(\.name) == ["Forandringsindsatsen"])
        #expect(units.filter { $0.sites.contains("Stege") }.map(\.name) == ["Forandringsindsatsen"])
    }
}
