extension QualityStandard {
    /// Everything questionable in the standard, seen on a day: gaps, outdated law, narrow promises.
    ///
    /// Law references are judged on the day the standard began to hold, for that is what its
    /// authors could know; where it names no such day, and for bodies and validity, on `day`.
    package func findings(on day: CalendarDay) -> [StandardFinding] {
        ageFindings + lawFindings(on: adoption.validFrom.value ?? day) + bodyFindings(on: day)
            + belowLawFindings(on: day) + validityFindings(on: day) + sayingFindings + omissions
    }

    // MARK: Ages

    private var ageFindings: [StandardFinding] {
        guard !units.isEmpty else { return [] }
        return gaps + overlaps
    }

    private var gaps: [StandardFinding] {
        let ages = Array((target.minAge.value ?? 0)...(target.maxAge.value ?? 120))
        let uncovered = ages.filter { age in !units.contains { $0.admits(age: age) } }
        return Self.runs(uncovered).map {
            StandardFinding(.ageGap, "units", "\(Self.words(for: $0)) in no unit")
        }
    }

    private var overlaps: [StandardFinding] {
        var found: [StandardFinding] = []
        for (index, unit) in units.enumerated() {
            for (other, later) in units.enumerated().dropFirst(index + 1) {
                guard unit.sharesSite(with: later) else { continue }
                let shared = (0...120).filter { unit.admits(age: $0) && later.admits(age: $0) }
                found += Self.runs(shared).map {
                    StandardFinding(
                        .ageOverlap, "units[\(other)]",
                        "\(Self.words(for: $0)) in both \(unit.name) and \(later.name)")
                }
            }
        }
        return found
    }

    /// Consecutive ages drawn together.
    private static func runs(_ ages: [Int]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for age in ages {
            if let last = runs.last, last.upperBound == age - 1 {
                runs[runs.count - 1] = last.lowerBound...age
            } else {
                runs.append(age...age)
            }
        }
        return runs
    }

    private static func words(for ages: ClosedRange<Int>) -> String {
        ages.count == 1
            ? "age \(ages.lowerBound) is" : "ages \(ages.lowerBound)–\(ages.upperBound) are"
    }

    // MARK: Law and bodies

    private func lawFindings(on day: CalendarDay) -> [StandardFinding] {
        legalReferences.enumerated().compactMap { index, reference in
            reference.objection(on: day).map {
                StandardFinding(.law, "legalReferences[\(index)]", $0)
            }
        }
    }

    private func bodyFindings(on day: CalendarDay) -> [StandardFinding] {
        entries.compactMap { entry in
            guard entry.path.hasPrefix("complaint."), let text = entry.value.string,
                let (old, now) = PublicBody.outdated(in: text, on: day)
            else { return nil }
            let instead = now.map { ", now \($0.name)" } ?? ""
            return StandardFinding(.body, entry.path, "\(old.name) is gone\(instead)")
        }
    }

    // MARK: The day, and the words

    private func validityFindings(on day: CalendarDay) -> [StandardFinding] {
        var found: [StandardFinding] = []
        if let from = adoption.validFrom.value, day < from {
            found.append(.init(.validity, "adoption.validFrom", "does not hold before \(from)"))
        }
        if let to = adoption.validTo.value, day > to {
            found.append(.init(.validity, "adoption.validTo", "has not held since \(to)"))
        }
        if let months = adoption.revisionMonths.value,
            let from = adoption.approvedOn.value ?? adoption.validFrom.value,
            day > from.adding(months: months)
        {
            let due = from.adding(months: months)
            found.append(
                .init(.validity, "adoption.revisionMonths", "was due for revision on \(due)"))
        }
        return found
    }

    private var sayingFindings: [StandardFinding] {
        entries.flatMap { entry in
            var found: [StandardFinding] = []
            if entry.saying.mark == .stale {
                let note = entry.saying.note.map { ": \($0)" } ?? ""
                found.append(.init(.stale, entry.path, "overtaken\(note)"))
            }
            if entry.saying.quote != nil, entry.saying.place == nil {
                found.append(.init(.place, entry.path, "a quote without its place"))
            }
            return found
        }
    }
}

extension QualityStandard.Unit {
    fileprivate func sharesSite(with other: Self) -> Bool {
        sites.isEmpty || other.sites.isEmpty || !Set(sites).isDisjoint(with: other.sites)
    }
}

extension QualityStandard.LegalReference {
    /// Why the reference does not hold on a day; `nil` when it does.
    fileprivate func objection(on day: CalendarDay) -> String? {
        guard let statute = Law.Statute(rawValue: law) else {
            return "unknown law \"\(law)\"; one of: "
                + Law.Statute.allCases.map(\.rawValue).joined(separator: ", ")
        }
        guard let subject else { return objection(to: statute, on: day) }
        guard let about = Law.Subject(rawValue: subject) else {
            return "unknown subject \"\(subject)\"; one of: "
                + Law.Subject.allCases.map(\.rawValue).joined(separator: ", ")
        }
        guard let provision = Law.provision(about, on: day) else {
            return "\(cited(statute)) on \(subject) was not in force on \(day)"
        }
        guard stands(in: provision) else {
            return "on \(day) \(subject) stands in \(provision.citation), not \(cited(statute))"
        }
        return nil
    }

    private func objection(to statute: Law.Statute, on day: CalendarDay) -> String? {
        let known = Law.provisions.filter { $0.statute == statute && stands(in: $0) }
        if known.contains(where: { $0.period.contains(day) }) { return nil }
        return known.isEmpty
            ? "\(cited(statute)) is not among the provisions known here"
            : "\(cited(statute)) was not in force on \(day)"
    }

    private func stands(in provision: Provision) -> Bool {
        provision.statute.rawValue == law && provision.paragraph == paragraph
            && (subsection == nil || subsection == provision.subsection)
    }

    private func cited(_ statute: Law.Statute) -> String {
        "\(statute.name) § \(paragraph)" + (subsection.map { ", stk. \($0)" } ?? "")
    }
}
