/// Why a backup is not made, or not restored. Nothing half done stays behind.
package enum BackupError: Error, Sendable, Hashable {
    /// The copy is not sound; the problems are SQLite's own words about pages and indexes.
    case copyDamaged(problems: [String])
    /// It holds rows that are not as the house wrote them.
    case rowsUnproven(faults: [String])
    /// There is no manifest, so this is not a backup.
    case noManifest(path: String)
    /// The manifest is not one this program knows.
    case manifestMalformed(path: String)
    /// The database of the backup is missing.
    case databaseMissing(path: String)
    /// The database is not the one the manifest speaks of.
    case digestDiffers(path: String)
    /// The database does not hold what the manifest says.
    case contentsDiffer(what: String)
    /// There is a centre in that folder already; nothing ever overwrites one.
    case folderInUse(path: String)
    /// What was to be made is there already.
    case exists(path: String)
    /// SQLite said no.
    case database(String)
}

extension BackupError: CustomStringConvertible {
    /// One sentence for whoever typed the command.
    package var description: String {
        switch self {
        case .copyDamaged(let problems):
            "The copy is damaged (\(problems.first ?? "")); check the database with: fjorten verify"
        case .rowsUnproven(let faults):
            """
            Rows are not as the house wrote them (\(faults.prefix(3).joined(separator: "; "))\
            \(faults.count > 3 ? "; and \(faults.count - 3) more" : "")); run: fjorten verify
            """
        case .noManifest(let path): "There is no backup here: \(path) is missing."
        case .manifestMalformed(let path):
            "\(path) is not the manifest of a backup this program knows."
        case .databaseMissing(let path): "The backup's database \(path) is missing."
        case .digestDiffers(let path):
            "\(path) is not the file its manifest speaks of; nothing was restored."
        case .contentsDiffer(let what):
            "The backup does not hold what its manifest says (\(what)); nothing was restored."
        case .folderInUse(let path):
            "There is a centre in \(path) already; give a new or empty folder."
        case .exists(let path): "\(path) is there already; give a name that is not."
        case .database(let words): words
        }
    }
}
