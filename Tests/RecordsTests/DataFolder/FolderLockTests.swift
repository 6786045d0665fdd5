import Testing

@testable import Records
@testable import TestHouse

@Suite("A folder's lock")
struct FolderLockTests {
    @Test("a folder is held by one process at a time")
    func lock() throws {
        let folder = try TestFolder()
        let path = folder.path + "/lock"
        let first = try FolderLock(path: path)
        #expect(throws: FolderLock.Refusal.held(path: path)) { try FolderLock(path: path) }
        first.removeFile()
        // The name is free again; who holds what had it is in nobody's way.
        let second = try FolderLock(path: path)
        #expect(throws: FolderLock.Refusal.held(path: path)) { try FolderLock(path: path) }
        withExtendedLifetime((first, second)) {}
    }
}
