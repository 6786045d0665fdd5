/// Everything the house must be told before it opens. Made from the command line by `fjorten`, and by nobody else.
public struct Configuration: Sendable {
    /// The folder that holds `fjorten.sqlite`.
    public var dataFolder: String
    /// The master key; the case keys lie beside it in `<keyFile>.cases`.
    public var keyFile: String
    /// The folder that holds `Public/` and `Migrations/`.
    public var root: String
    /// The standard a new house opens with: a shipped profile's id or a file. Later ones are adopted, not configured.
    public var firstStandard: String

    /// - Parameters:
    ///   - keyFile: nil for `<dataFolder>.key`, which lies beside the folder and never in it.
    ///     The folder `.` is called by its name.
    public init(
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

    var databaseFile: String { dataFolder + "/fjorten.sqlite" }
    var migrationsFolder: String { root + "/Migrations" }
    var publicFolder: String { root + "/Public" }

    /// Whether there is a database in the data folder already. An empty file is none.
    var holdsACentre: Bool { PrivateFile.holdsSomething(databaseFile) }
}
