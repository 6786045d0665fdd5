/// Where a step stands that no law and no standard speaks of: in how this program counts and works.
enum HouseSource {
    /// What the page of the figures says of own choice and no-shows.
    static let standsForItself =
        "Opgørelsen af behandlingsgarantien: »Fraveget efter eget valg og ikke mødt opgøres særskilt«"
    /// What the page of the figures says of a wish that ended in time.
    static let endedInTime =
        "Opgørelsen af behandlingsgarantien: »Løbende, frafaldet og ikke omfattet er ikke med«"
    /// Which services are treatment.
    static let counting = "Opgørelsen af intensitet: kun ydelser, der er behandling, tæller med"
    /// How a month is counted where the standard's text says no number.
    static let monthlyCounting =
        "Opgørelsen af intensitet pr. måned: 2 til 8 ydelser og højst 14 dage imellem"
    /// What nobody has written down in the case.
    static let caseItself = "Sagens egne oplysninger"
    /// What must be done before a case is closed.
    static let closing =
        "Når en sag lukkes: intet må stå åbent, og efter et dødsfald kan den altid lukkes"
    /// How medicine is handed out.
    static let oneDose = "Udlevering af medicin: den samme medicin gives højst en gang om dagen"
}
