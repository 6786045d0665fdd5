/// Whether a CPR number can belong to this person. A doubt is shown, nothing is refused.
struct PlausibleCPR {
    static let ageMax = 110

    let person: Person
    let asOf: CalendarDay

    func doubts() -> [Reason] {
        guard let cpr = person.cpr else { return [] }
        let source = "CPR-nummerets opbygning (CPR-kontoret)"
        var doubts: [Reason] = []
        if cpr.born.adding(years: Self.ageMax) < asOf {
            doubts.append(
                Reason("Ifølge cpr-nummeret er borgeren over \(Self.ageMax) år.", source: source)
            )
        }
        if cpr.born > asOf {
            doubts.append(
                Reason(
                    "Ifølge cpr-nummeret er borgeren født efter \(asOf.inSentence).",
                    source: source))
        }
        if let born = person.born, born != cpr.born {
            doubts.append(
                Reason("CPR-nummeret passer ikke med fødselsdatoen.", source: source))
        }
        if let year = person.birthYear, year != cpr.born.year {
            doubts.append(Reason("CPR-nummeret passer ikke med fødselsåret.", source: source))
        }
        if let sex = person.sex, sex != cpr.sex {
            doubts.append(Reason("CPR-nummeret passer ikke med kønnet.", source: source))
        }
        return doubts
    }
}
