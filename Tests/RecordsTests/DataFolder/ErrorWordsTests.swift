import Foundation
import Glibc
import Testing

@testable import Records
@testable import TestHouse

@Suite("The sentence for whoever runs a command")
struct ErrorWordsTests {
    static let sentences: [(any Error, String)] = [
        (
            OpeningError.databaseGone(folder: "d", keyFile: "d.key", entryCount: 2_175),
            """
            There is no database in d, but its key d.key has served a centre, whose log has 2175 \
            entries: is the disk mounted? Restore a backup, or give another --key.
            """
        ),
        (
            OpeningError.databaseGone(folder: "d", keyFile: "d.key", entryCount: nil),
            """
            There is no database in d, but its key d.key has served a centre: is the disk mounted? \
            Restore a backup, or give another --key.
            """
        ),
        (
            OpeningError.notWritable(path: "d", errno: EACCES),
            "d may not be read and written: Permission denied."
        ),
        (
            VaultError.storeOlder(path: "d.key.cases", keyCount: 99, neededCount: 172),
            """
            d.key.cases is older than the database: it has 99 of 172 keys. Put the newer one back.
            """
        ),
        (
            VaultError.wrongKey(path: "d.key.cases"),
            "d.key is not the key that wrapped the case keys in d.key.cases."
        ),
        (
            VaultError.storage(path: "d.key", errno: ELOOP),
            "d.key is a symbolic link; give the file itself with --key."
        ),
        (
            VaultError.storage(path: "d.key", errno: EACCES),
            "d.key could not be read or written: Permission denied."
        ),
        (
            BackupError.folderInUse(path: "d"),
            "There is a centre in d already; give a new or empty folder."
        ),
        (BackupError.exists(path: "out"), "out is there already; give a name that is not."),
        (
            GzipError.cannotWrite(path: "out/fjorten.sqlite.gz"),
            "out/fjorten.sqlite.gz cannot be written; its disk is full or broken."
        ),
    ]

    @Test("names the file, and says what to do", arguments: sentences.indices)
    func sentence(index: Int) {
        let (error, words) = Self.sentences[index]
        #expect(ErrorWords.sentence(for: error) == words)
    }

    @Test("a key or a key store that is a link is refused by its name")
    func links() throws {
        let folder = try TestFolder()
        _ = try Vault(keyFile: folder.key, createIfMissing: true)
        let link = folder.path + "/link.key"
        let files = FileManager.default
        try files.createSymbolicLink(atPath: link, withDestinationPath: folder.key)
        #expect(throws: VaultError.storage(path: link, errno: ELOOP)) {
            try Vault(keyFile: link, createIfMissing: false)
        }
        try files.moveItem(atPath: folder.store, toPath: folder.store + ".real")
        try files.createSymbolicLink(
            atPath: folder.store, withDestinationPath: folder.store + ".real")
        #expect(throws: VaultError.storage(path: folder.store, errno: ELOOP)) {
            try Vault(keyFile: folder.key, createIfMissing: false)
        }
    }
}
