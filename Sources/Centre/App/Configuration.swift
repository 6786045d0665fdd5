internal import Foundation

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
    public init(
        dataFolder: String, keyFile: String? = nil, root: String, firstStandard: String
    ) {
        var folder = dataFolder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        self.dataFolder = folder
        self.keyFile = keyFile ?? folder + ".key"
        self.root = root
        self.firstStandard = firstStandard
    }

    var databaseFile: String { dataFolder + "/fjorten.sqlite" }
    var migrationsFolder: String { root + "/Migrations" }
    var publicFolder: String { root + "/Public" }

    /// Whether there is a database in the data folder already.
    var holdsACentre: Bool { FileManager.default.fileExists(atPath: databaseFile) }
}
