internal import Domain
internal import Records

/// What a command asks a server for, by the first word it sends.
enum ControlWork: String {
    /// With the first day, and the profile.
    case adopt = "standard-adopt"
    case rotateKeys = "key-rotate"
}

/// What a server does for a command that found it serving: what it holds in memory itself.
extension House {
    /// Begins to take the commands' requests.
    func startControl() -> ControlServer? {
        ControlServer(
            configuration.dataFolder, words: { ErrorWords.sentence(for: $0) },
            carryOut: { [self] words in try carryOut(words) })
    }

    private func carryOut(_ words: [String]) throws {
        switch (words.first.flatMap { ControlWork(rawValue: $0) }, words.count) {
        case (.adopt, 3):
            guard let day = CalendarDay(isoText: words[1]) else { break }
            return try adopt(words[2], from: day)
        case (.rotateKeys, 1): return try rotateKeys()
        default: break
        }
        throw ControlSocket.Refusal(description: "The server does not know this request.")
    }
}
