extension StandardReader {
    /// Faults that only show when two values are held together.
    mutating func checkTogether() {
        refuseBoth("intake.interviewTargetDays", "intake.interviewMaxDays")
        requireTogether("discharge.followUpMonths", "discharge.triggerReasons")
        require("payment.craving", for: "payment.cravingCentreMonths")
        for modality in Modality.allCases {
            let section = "freeChoice.\(modality.rawValue)"
            require("\(section).allowed", for: "\(section).conditions")
            require("\(section).allowed", for: "\(section).unapproved")
        }
        refuseTheDeceased()
        refuseEqual("decidingBodies", "id")
        refuseEqual("milestones", "id")
        refuseEqual("units", "name")
        checkValidity()
        checkAges()
    }

    private func isSet(_ path: String) -> Bool { leaves[path]?.value != nil }

    private mutating func refuseBoth(_ first: String, _ second: String) {
        if isSet(first), isSet(second) { fault(path: second, "stands beside \(first)") }
    }

    private mutating func requireTogether(_ first: String, _ second: String) {
        require(first, for: second)
        require(second, for: first)
    }

    private mutating func require(_ needed: String, for path: String) {
        if isSet(path), !isSet(needed) { fault(path: path, "needs \(needed)") }
    }

    /// Nobody is written to after their death, whatever a standard says.
    private mutating func refuseTheDeceased() {
        let path = "discharge.triggerReasons"
        if leaves[path]?.value?.array?.contains(.string(DischargeReason.deceased.rawValue)) == true
        {
            fault(path: "\(path).value", "the deceased are never followed up")
        }
    }

    private mutating func refuseEqual(_ list: String, _ key: String) {
        var seen: Set<JSONValue> = []
        for (index, element) in (lists[list] ?? []).enumerated() {
            guard let value = element.members[key] else { continue }
            if !seen.insert(value).inserted {
                fault(path: "\(list)[\(index)].\(key)", "stands twice")
            }
        }
    }

    private mutating func checkValidity() {
        guard let from = leaves["adoption.validFrom"]?.value?.string,
            let to = leaves["adoption.validTo"]?.value?.string, to < from
        else { return }
        fault(path: "adoption.validTo", "lies before adoption.validFrom")
    }

    private mutating func checkAges() {
        if let min = leaves["target.minAge"]?.value?.wholeNumber,
            let max = leaves["target.maxAge"]?.value?.wholeNumber, max < min
        {
            fault(path: "target.maxAge", "is less than target.minAge")
        }
        for (index, element) in (lists["units"] ?? []).enumerated() {
            let below = element.members["ageBelow"]?.wholeNumber ?? 150
            let above = element.members["ageAbove"]?.wholeNumber ?? -1
            let from = element.members["ageFrom"]?.wholeNumber ?? 0
            if max(above + 1, from) >= below {
                fault(path: "units[\(index)]", "takes nobody")
            }
        }
    }
}
