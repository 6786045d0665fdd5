/// Everything the house must be told before it opens. Made from the command line by `fjorten`, and by nobody else.
package struct Configuration: Sendable {
    /// The folder that holds `fjorten.sqlite`.
    package var dataFolder: String
    /// The master key; the case keys lie beside it in `<keyFile>.cases`.
    package var keyFile: String
    /// The folder that holds `Public/` and `Migrations/`.
    package var root: String
    /// The standard a new house opens with: a shipped profile's id or a file. Later ones are adopted, not configured.
    package var firstStandard: String
    /// The municipality's CVR number, eight digits: whom Digital Post names as the sender. Nil where nothing is sent so.
    package var senderCVR: String?

    /// - Parameters:
    ///   - keyFile: nil for `<dataFolder>.key`, which lies beside the folder and never in it.
    ///     The folder `.` is called by its name.
    package init(
        dataFolder: String, keyFile: String? = nil, root: String, firstStandard: String
    ) {
        var folder = dataFolder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        self.dataFolder = folder
        let isDots = [".", ".."].contains(folder.split(separator: "/").last)
        self.keyFile = keyFile ?? (isDots ? resolvedPath(folder) : folder) + ".key"
        self.root = root
        self.firstStandard = firstStandard
    }

    package var databaseFile: String { dataFolder + "/fjorten.sqlite" }
    package var migrationsFolder: String { root + "/Migrations" }
    package var publicFolder: String { root + "/Public" }

    /// Whether there is a database in the data folder already. An empty file is none.
    package var holdsACentre: Bool { PrivateFile.holdsSomething(databaseFile) }
}
