/// A data folder, made if need be and held. What fails leaves it as it was.
package final class HeldFolder: Sendable {
    private let path: String
    private let lock: FolderLock
    private let isMadeHere: Bool
    private let hadLockFile: Bool

    package init(_ configuration: Configuration) throws {
        path = configuration.dataFolder
        isMadeHere = !PrivateFile.exists(path)
        hadLockFile = PrivateFile.exists(configuration.lockFile)
        try Files.makeFolder(path)
        lock = try configuration.lock()
    }

    /// Takes away what was made for it.
    package func giveUp() {
        if !hadLockFile { lock.removeFile() }
        if isMadeHere { PrivateFile.removeEmptyFolder(path) }
    }
}

extension Configuration {
    var lockFile: String { dataFolder + "/serve.lock" }

    /// Holds the data folder, as a server does.
    ///
    /// - Throws: ``HousekeepingError/served(folder:)`` where somebody has it.
    package func lock() throws -> FolderLock {
        do throws(FolderLock.Refusal) {
            return try FolderLock(path: lockFile)
        } catch .held {
            throw HousekeepingError.served(folder: dataFolder)
        }
    }

    /// Refuses a key, a backup or an export in the folder they must outlive, or be kept apart from.
    package func expectOutside(_ path: String) throws(OpeningError) {
        guard !isInside(path, folder: dataFolder) else {
            throw .inDataFolder(path: path, folder: dataFolder)
        }
    }
}
