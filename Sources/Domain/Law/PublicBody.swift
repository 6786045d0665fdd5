/// A body outside the centre, under the name and address it had in its time.
package struct PublicBody: Hashable, Sendable {
    /// What the body is turned to for; the names below it change, the office stays.
    package enum Office: String, CaseIterable, Hashable, Sendable {
        /// Complaints about health-professional treatment.
        case healthComplaints = "health-complaints"
        /// Notification of a health professional who practises under the influence.
        case patientSafety = "patient-safety"
        /// Appeals in social matters.
        case socialAppeals = "social-appeals"
    }

    /// What it is turned to for.
    package let office: Office
    /// Its name.
    package let name: String
    /// Where it is reached: its postal address, or the form it asks for; `nil` where not known.
    package let address: String?
    /// When it had this office under this name.
    package let period: Validity

    /// The body that had an office on a day; `nil` where the tables do not reach.
    package static func holding(_ office: Office, on day: CalendarDay) -> PublicBody? {
        all.first { $0.office == office && $0.period.contains(day) }
    }

    /// A body whose name a text still uses although it is gone on a day: the old name, and who
    /// has its office now.
    package static func outdated(
        in text: String, on day: CalendarDay
    ) -> (old: PublicBody, now: PublicBody?)? {
        let gone = all.first { body in
            !body.period.contains(day) && text.contains(body.nameStem)
                && !all.contains { $0.name == body.name && $0.period.contains(day) }
        }
        return gone.map { ($0, holding($0.office, on: day)) }
    }

    /// The name without its ending, so that »Patientklagenævnet« is found too.
    private var nameStem: String {
        name.split(separator: " ").last.map(String.init) ?? name
    }

    private init(_ office: Office, _ name: String, _ address: String?, _ period: Validity) {
        self.office = office
        self.name = name
        self.address = address
        self.period = period
    }

    /// Every body the product writes to, with its days.
    static let all: [PublicBody] = [
        PublicBody(
            .healthComplaints, "Sundhedsvæsenets Patientklagenævn",
            "Frederiksborggade 15, 2. sal, 1360 København K",
            Validity("2007-01-01", through: "2010-12-31")),
        PublicBody(
            .healthComplaints, "Patientombuddet", "Finsensvej 15, 2000 Frederiksberg",
            Validity("2011-01-01", through: "2015-10-07")),
        PublicBody(
            .healthComplaints, "Styrelsen for Patientsikkerhed", nil,
            Validity("2015-10-08", through: "2017-12-31")),
        PublicBody(
            .healthComplaints, "Styrelsen for Patientklager", "digitalt klageskema på borger.dk",
            Validity("2018-01-01")),
        PublicBody(
            .patientSafety, "Sundhedsstyrelsen", nil,
            Validity("2007-01-01", through: "2015-10-07")),
        PublicBody(
            .patientSafety, "Styrelsen for Patientsikkerhed", nil, Validity("2015-10-08")),
        PublicBody(
            .socialAppeals, "Det Sociale Nævn", nil,
            Validity("2007-01-01", through: "2013-06-30")),
        PublicBody(
            .socialAppeals, "Ankestyrelsen", "7998 Statsservice", Validity("2013-07-01")),
    ]
}
