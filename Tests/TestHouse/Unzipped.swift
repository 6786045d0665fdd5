import Foundation

/// A zip file as another program reads it: Python's, which also looks at every check sum.
struct Unzipped {
    /// It could not be read.
    struct Unreadable: Error { let code: Int32 }

    /// What each member holds, by its name.
    let members: [String: [UInt8]]

    init(_ bytes: [UInt8]) throws {
        let folder = NSTemporaryDirectory() + "unzipped-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = folder + "/it.zip"
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        let reader = Process()
        reader.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        reader.arguments = [
            "python3", "-c",
            "import sys,zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])", file,
            folder + "/out",
        ]
        try reader.run()
        reader.waitUntilExit()
        guard reader.terminationStatus == 0 else {
            throw Unreadable(code: reader.terminationStatus)
        }
        var members: [String: [UInt8]] = [:]
        let out = folder + "/out"
        for path in try FileManager.default.subpathsOfDirectory(atPath: out) {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: out + "/" + path, isDirectory: &isFolder)
            guard !isFolder.boolValue else { continue }
            members[path] = FileManager.default.contents(atPath: out + "/" + path).map(Array.init)
        }
        self.members = members
    }

    func text(_ name: String) -> String? {
        members[name].map { String(decoding: $0, as: UTF8.self) }
    }
}
