internal import HTML
internal import Records

/// The reception (modtagelsen): enquiries by telephone and at the desk, the queue, the first time.
enum ReceptionRoom {
    static let description = RoomDescription(
        "Reception",
        menu: [
            MenuItem(
                id: "ny-henvendelse", label: "Ny henvendelse", address: "/henvendelser/ny",
                accessKey: "3"),
            MenuItem(
                id: "modtagelse", label: "Modtagelse", address: "/henvendelser", accessKey: "4",
                counter: { house, db in try house.ledger.untakenCount(in: db) }),
        ],
        sections: [
            CaseSection(.act, on: [.enquiry]) { reading, _ in enquiryWords(reading) },
            CaseSection(.appointments, on: [.journal, .enquiry], receptionSection),
            CaseSection(.corrections, on: [.journal, .enquiry], wishDaySection),
        ],
        acts: [
            TakeCase.self, RecordOutcome.self, WishForTreatment.self, CorrectWishDay.self,
        ],
        fieldLabels: [
            "dato": "Modtaget", "gammel": "Henvendelsen er mere end et år gammel",
            "tid": "Klokken", "kanal": "Kanal", "hvem": "Hvem henvender sig?",
            "oenske": "Ønsker borgeren behandling nu?", "navn": "Navn", "telefon": "Telefon",
            "anonym": "Vil være anonym", "undgaa": "Må ikke kontaktes på", "vigtigt": "Vigtigt",
            "besked": "Besked", "kilde": "Kilde",
        ])
}
