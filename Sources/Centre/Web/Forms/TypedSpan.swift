internal import Domain

extension OpeningHours.Span {
    /// `8.30-10.00`, as it is typed.
    var fieldText: String { "\(opens.danishText)-\(closes.danishText)" }

    /// Reads hours as staff type them: `8-15`, `8.30-10`, `8.30 til 10`; nil for anything else.
    init?(typed text: String) {
        guard text.utf8.count <= 40 else { return nil }
        let parts = text.lowercased().replacing("til", with: "-").replacing("–", with: "-")
            .replacing("kl.", with: "").split(separator: "-")
        guard parts.count == 2, case .time(let opens) = TypedTime.read(String(parts[0])),
            case .time(let closes) = TypedTime.read(String(parts[1])), opens < closes
        else { return nil }
        self.init(opens, closes)
    }
}
