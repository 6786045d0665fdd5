extension QualityStandard {
    /// Where the standard promises less than the law on a day.
    ///
    /// None of this moves a clock or closes a door: the verdict follows the law, and quotes the
    /// narrower words beside it.
    func belowLawFindings(on day: CalendarDay) -> [StandardFinding] {
        [guaranteeDays, guaranteeStopEvent, guaranteeScope].compactMap { $0(day) }
            + [ageLimit, residency, motivation, price].compactMap { $0(day) }
            + [anonymousAge, retention].compactMap { $0(day) } + refusals(on: day)
            + enquiryFields(on: day)
    }

    private func below(_ path: String, _ message: String, law: String) -> StandardFinding {
        StandardFinding(.belowLaw, path, "\(message); \(law)")
    }

    private func guaranteeDays(_ day: CalendarDay) -> StandardFinding? {
        guard let days = guarantee.days.value, days > Law.guaranteeDays else { return nil }
        return below(
            "guarantee.days", "promises \(days) days, the law \(Law.guaranteeDays)",
            law: Law.citation(.guarantee, on: day))
    }

    private func guaranteeStopEvent(_ day: CalendarDay) -> StandardFinding? {
        guard guarantee.stopEvent.value == .offered else { return nil }
        return below(
            "guarantee.stopEvent", "promises an offer, the law that treatment begins",
            law: Law.citation(.guarantee, on: day))
    }

    private func guaranteeScope(_ day: CalendarDay) -> StandardFinding? {
        guard let scope = guarantee.scope.value, scope != .all else { return nil }
        return below(
            "guarantee.scope", "covers \(scope.rawValue) only, the law all alcohol treatment",
            law: Law.citation(.guarantee, on: day))
    }

    private func ageLimit(_ day: CalendarDay) -> StandardFinding? {
        guard let age = target.minAge.value, age > 0 else { return nil }
        return below(
            "target.minAge", "asks for age \(age), the law for none",
            law: Law.citation(.alcoholTreatment, on: day))
    }

    private func residency(_ day: CalendarDay) -> StandardFinding? {
        guard target.residency.value == true else { return nil }
        return below(
            "target.residency", "takes residents, the law anyone wherever they live",
            law: Law.citation(.freeAnywhere, on: day))
    }

    private func motivation(_ day: CalendarDay) -> StandardFinding? {
        guard target.motivation.value == true else { return nil }
        return below(
            "target.motivation", "asks for motivation, the law does not",
            law: Law.citation(.alcoholTreatment, on: day))
    }

    private func price(_ day: CalendarDay) -> StandardFinding? {
        guard let payer = payment[.treatment].value, payer != .centre else { return nil }
        return below(
            "payment.treatment", "is not free, the law makes it so",
            law: Law.citation(.alcoholTreatment, on: day))
    }

    private func anonymousAge(_ day: CalendarDay) -> StandardFinding? {
        guard let age = anonymity.treatmentMinAge.value, age > 15 else { return nil }
        return below(
            "anonymity.treatmentMinAge", "asks for age \(age), the law names none",
            law: Law.citation(.anonymity, on: day))
    }

    private func retention(_ day: CalendarDay) -> StandardFinding? {
        guard let years = retention.socialYears.value, years < 10 else { return nil }
        return below(
            "retention.socialYears",
            "keeps records \(years) years; physicians' entries are kept 10 all the same",
            law: Law.citation(.retention, on: day))
    }

    /// Values by which the standard refuses what the law grants.
    private func refusals(on day: CalendarDay) -> [StandardFinding] {
        let granted: [(path: String, subject: Law.Subject)] = [
            ("freeChoice.outpatient.allowed", .freeAnywhere), ("anonymity.treatment", .anonymity),
            ("anonymity.counselling", .anonymity),
        ]
        return granted.compactMap { path, subject in
            guard entries.contains(where: { $0.path == path && $0.value == false }) else {
                return nil
            }
            return below(
                path, "refuses what the law grants", law: Law.citation(subject, on: day))
        }
    }

    private func enquiryFields(on day: CalendarDay) -> [StandardFinding] {
        entries.filter { entry in
            entry.path == "intake.fieldsAtEnquiry"
                && entry.value.array?.contains {
                    $0.string?.lowercased().hasPrefix("cpr") ?? false
                } == true
        }.map {
            below(
                $0.path, "asks for a person number; anonymity goes first",
                law: Law.citation(.anonymity, on: day))
        }
    }
}
