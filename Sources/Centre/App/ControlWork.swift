internal import Domain
internal import SQLite

/// What a server does for a command that found it serving.
extension Centre {
    /// Begins to take the commands' requests.
    func startControl() -> ControlServer? {
        ControlServer(
            configuration.dataFolder, words: { FailureWords.sentence(for: $0) },
            carryOut: { [self] words in try carryOut(words) })
    }

    /// Has the server of this data folder do it; where there is none, this command does it and holds the folder meanwhile.
    ///
    /// - Throws: ``HousekeepingError/served(folder:)`` where a server has the folder and takes no requests.
    func byServer(_ words: String..., orHere work: () throws -> Void) throws {
        if try ControlSocket.ask(configuration.dataFolder, words) { return }
        let lock = try Housekeeping.lock(configuration)
        defer { withExtendedLifetime(lock) {} }
        try work()
    }

    private func carryOut(_ words: [String]) throws {
        switch (words.first, words.count) {
        case ("user-add", 5):
            guard let role = Role(rawValue: words[3]) else { break }
            return try addStaffHere(
                login: words[1], name: words[2], role: role,
                hash: words[4])
        case ("user-disable", 2): return try disableStaffHere(words[1])
        case ("user-password", 3):
            return try setStaffPasswordHere(words[1], hash: words[2])
        case ("standard-adopt", 3):
            guard let day = CalendarDay(isoText: words[1]) else { break }
            return try adoptHere(words[2], from: day)
        case ("key-rotate", 1): return try rotateKeys()
        default: break
        }
        throw ControlSocket.Refusal(description: "The server does not know this request.")
    }
}
