internal import Domain
internal import HTML
internal import Records

/// The treatment plan (behandlingsplan): goals, what is done, what was agreed, and when it is seen again.
enum TreatmentPlansRoom {
    static let description = RoomDescription(
        "TreatmentPlans",
        sections: [
            CaseSection(
                .act, on: [.tab(.plan)], reads: { reading, _, _ in try PlanHistory(reading) },
                planSection),
            CaseSection(.deadlines, on: [.tab(.plan)], planRulesSection),
        ],
        acts: [AgreePlan.self, ReviewPlan.self],
        facts: [PlanWritten.self],
        actions: [.planWritten],
        fieldLabels: labels)

    private static let labels: [String: HTML] = {
        var labels: [String: HTML] = [
            "egne-ord": "Det vil jeg (borgerens egne ord)",
            "opmaerksom": "Det skal vi være opmærksomme på", "andre": "Andre, der er med",
            "social-plan": "Tilbud om en social handleplan", "faelles-leder": "Hvem leder den?",
            "faelles-hvem": "Hvem gør hvad?", "faelles-moeder": "Opfølgning og evaluering",
            "ses-igen": "Næste gang vi ser på planen",
        ]
        for goal in 1...PlanForm.goalsMax {
            let (name, heading) = ("m\(goal)", "Mål \(goal)")
            labels["\(name)-tekst"] = "\(heading)"
            labels["\(name)-slags"] = "\(heading): slags"
            labels["\(name)-vide"] = "\(heading): hvordan ved vi det?"
            for row in 1...PlanForm.rowsMax {
                labels["\(name)-d\(row)-tekst"] = "\(heading), delmål \(row)"
                labels["\(name)-d\(row)-hvem"] = "\(heading), delmål \(row): hvem"
                labels["\(name)-d\(row)-til"] = "\(heading), delmål \(row): indtil"
                labels["\(name)-i\(row)-hvad"] = "\(heading), indsats \(row)"
                labels["\(name)-i\(row)-hvem"] = "\(heading), indsats \(row): hvem"
                labels["\(name)-i\(row)-tit"] = "\(heading), indsats \(row): hvor tit"
                labels["\(name)-i\(row)-til"] = "\(heading), indsats \(row): indtil"
            }
        }
        return labels
    }()
}
