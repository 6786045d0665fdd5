internal import Domain
internal import Records

extension LogRule {
    /// What it asks about.
    var danishName: String {
        switch self {
        case .stranger: "Åbnede en sag uden at have ansvar for den eller skrive i den"
        case .colleague: "Åbnede en sag om en med samme navn som en medarbejder"
        case .oldCase: "Åbnede en afsluttet sag og gav en grund"
        case .oddHour:
            "Åbnede en sag før kl. \(Self.dayHours.lowerBound), efter kl. \(Self.dayHours.upperBound) eller på en fridag"
        case .many: "Åbnede mere end \(Self.casesAnHourMax) sager på en time"
        }
    }
}

/// The words for what stands in a line of the log.
struct LogWording: Sendable {
    /// Every action of every room, by its code.
    let actions: [String: AuditAction]
    let names: [StaffID: String]

    init(actions: [AuditAction], names: [StaffID: String]) {
        self.actions = Dictionary(
            actions.map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
        self.names = names
    }

    /// The actions to choose from, as they are read.
    var choices: [AuditAction] {
        actions.values.sorted { ($0.words, $0.code) < ($1.words, $1.code) }
    }

    /// Who a line is about: a name, or what stands in for one.
    func actor(of line: LogLine) -> String {
        if let actor = line.actor { return names[actor] ?? "–" }
        switch line.role {
        case "citizen": return "Borger"
        case "system": return "Systemet"
        default: return "Ukendt"
        }
    }

    /// What was done.
    func action(of line: LogLine) -> String {
        guard let action = actions[line.action] else { return line.action }
        return line.about.flatMap { names[$0] }.map(action.words(to:)) ?? action.words
    }
}
