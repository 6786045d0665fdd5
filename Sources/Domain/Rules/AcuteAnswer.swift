/// One who comes with withdrawal symptoms: to hospital, or withdrawal at home with daily visits?
///
/// The signs are those of KL's catalogue of 2009 (4.2.2). The CIWA-Ar never decides alone.
enum AcuteAnswer {
    static let promilleMax = 3.0
    private static let source =
        "KL's inspirationskatalog 2009, 4.2.2: »promillen er meget høj (over 3)«"
    private static let signsSource =
        "KL's inspirationskatalog 2009, 4.2.2: »tidligere haft delirium tremens, abstinenskramper, "
        + "har neurologiske symptomer«"

    static func ruling(_ state: AcuteState) -> Ruling {
        var signs: [Reason] = []
        if state.previousDelirium == true {
            signs.append(
                Reason("Borgeren har tidligere haft delirium tremens.", source: signsSource))
        }
        if state.previousSeizures == true {
            signs.append(
                Reason("Borgeren har tidligere haft abstinenskramper.", source: signsSource))
        }
        if state.neurological == true {
            signs.append(Reason("Borgeren har neurologiske symptomer.", source: signsSource))
        }
        if state.suicidal == true {
            signs.append(
                Reason(
                    "Borgeren har selvmordstanker.",
                    source: "KL's inspirationskatalog 2009, 4.2.2: »selvmordstanker«"))
        }
        if let promille = state.promille, promille > promilleMax {
            signs.append(Reason("Promillen er over 3.", source: source))
        }
        guard signs.isEmpty else {
            return Ruling(allowed: true, value: "admission", because: signs)
        }
        var reasons = [
            Reason("Der er intet kendt tegn på, at borgeren bør indlægges.", source: signsSource)
        ]
        if let ciwa = state.ciwa {
            reasons.append(
                Reason("CIWA-Ar er \(ciwa), men afgør det aldrig alene.", source: signsSource))
        }
        return Ruling(allowed: true, value: "outpatient", because: reasons)
    }
}
