/// A `multipart/form-data` form: its fields, and its files.
package struct MultipartForm: Sendable {
    /// One file.
    package struct File: Sendable {
        /// Its head.
        package let part: MultipartReader.Part
        /// Its content.
        package let bytes: [UInt8]
    }

    /// The fields that are no files.
    package var fields: Fields { Fields(pairs: pairs) }
    /// The files; a file field that was left empty is not among them.
    package private(set) var files: [File] = []

    private var pairs: [Fields.Pair] = []
    private var open: MultipartReader.Part?
    private var content: [UInt8] = []

    /// An empty form.
    init() {}

    /// Takes what a reader reports.
    mutating func take(_ event: MultipartReader.Event) throws(MultipartFault) {
        switch event {
        case .begins(let part):
            open = part
            content = []
        case .bytes(let bytes): content += bytes
        case .ends: try close()
        }
    }

    private mutating func close() throws(MultipartFault) {
        guard let part = open else { return }
        if part.fileName == nil {
            let value = OutsideText(content)
            if value.containsCombiningRun() { throw .combiningRun }
            pairs.append(Fields.Pair(part.name, value))
        } else if part.fileName != "" || !content.isEmpty {
            files.append(File(part: part, bytes: content))
        }
        open = nil
        content = []
    }
}
