import CStandards

/// The standards that are compiled in: the files of `Standards/`, byte for byte.
///
/// A file is read only when it is asked for, so a command that needs one does not pay for six.
package enum ShippedStandards {
    private static var files: [(id: String, bytes: UnsafeBufferPointer<UInt8>)] {
        var count = 0
        let first = fjorten_standards(&count)
        return UnsafeBufferPointer(start: first, count: count).map {
            (String(cString: $0.id), UnsafeBufferPointer(start: $0.bytes, count: $0.length))
        }
    }

    /// Their names, as `--standard` takes them.
    package static var ids: [String] { files.map(\.id) }

    /// The one a new centre opens with when nobody names another.
    package static var defaultID: String { String(cString: fjorten_default_standard()) }

    /// The file of one, to be copied and changed.
    package static func file(id: String) -> [UInt8]? {
        files.first { $0.id == id }.map { Array($0.bytes) }
    }
}

extension QualityStandard {
    /// All standards that are compiled in.
    package static let shipped: [QualityStandard] = ShippedStandards.ids.compactMap(shipped(id:))

    /// The compiled-in standard of an id. That each file is a valid standard is tested.
    package static func shipped(id: String) -> QualityStandard? {
        ShippedStandards.file(id: id).flatMap { try? QualityStandard(json: $0) }
    }
}
