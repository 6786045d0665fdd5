/// One who comes with withdrawal symptoms: to hospital, or withdrawal at home with daily visits?
///
/// The signs are those of KL's catalogue of 2009 (4.2.2). The CIWA-Ar never decides alone.
enum AcuteAnswer {
    static let promilleMax = 3.0
    private static let catalogue = "KL's inspirationskatalog 2009, 4.2.2: "
    private static let earlierSource =
        catalogue
        + "»Har borgeren tidligere haft delirium tremens, abstinenskramper, har neurologiske symptomer«"
    private static let promilleSource = catalogue + "»promillen er meget høj (over 3)«"
    private static let suicidalSource =
        catalogue + "»selvmordstanker er tilstede«"
    private static let judgedSource =
        catalogue
        + "»Der bør altid foretages en individuel vurdering af, om akutbehandlingen kan klares ambulant«"

    static func ruling(_ state: AcuteState) -> Ruling {
        let signs = signs(of: state)
        guard signs.isEmpty else {
            return Ruling(allowed: true, value: "admission", because: signs + ciwa(state))
        }
        let none = Reason(
            "Ingen af de tegn, der betyder indlæggelse, er kendt: tidligere delirium eller kramper, "
                + "neurologiske symptomer, selvmordstanker eller en promille over 3.",
            source: judgedSource)
        return Ruling(allowed: true, value: "outpatient", because: [none] + ciwa(state))
    }

    private static func signs(of state: AcuteState) -> [Reason] {
        let found: [(isThere: Bool, text: String, source: String)] = [
            (
                state.previousDelirium == true, "Borgeren har tidligere haft delirium tremens.",
                earlierSource
            ),
            (
                state.previousSeizures == true, "Borgeren har tidligere haft abstinenskramper.",
                earlierSource
            ),
            (state.neurological == true, "Borgeren har neurologiske symptomer.", earlierSource),
            (state.suicidal == true, "Borgeren har selvmordstanker.", suicidalSource),
            (
                state.promille.map { $0 > promilleMax } ?? false, "Promillen er over 3.",
                promilleSource
            ),
        ]
        return found.filter(\.isThere).map { Reason($0.text, source: $0.source) }
    }

    /// What the number says, beside the signs and never in their place.
    private static func ciwa(_ state: AcuteState) -> [Reason] {
        guard let total = state.ciwa else { return [] }
        let band = CIWAAr.instrument.edition(nil)?.bands.first { $0.range.contains(total) }
        let meaning = band.map { ", altså \($0.name)" } ?? ""
        return [
            Reason(
                "CIWA-Ar er \(total)\(meaning). Tallet afgør aldrig alene, om borgeren skal "
                    + "indlægges.", source: judgedSource)
        ]
    }
}
