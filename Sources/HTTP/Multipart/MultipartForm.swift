/// A `multipart/form-data` form: its fields, and its files.
package struct MultipartForm: Sendable {
    /// One file.
    package struct File: Sendable {
        /// Its head.
        package let part: MultipartReader.Part
        /// Its content.
        package internal(set) var bytes: [UInt8]
    }

    /// The fields that are no files.
    package private(set) var fields = Fields()
    /// The files; a file field that was left empty is not among them.
    package private(set) var files: [File] = []

    private var open: MultipartReader.Part?
    private var content: [UInt8] = []

    /// An empty form.
    init() {}

    /// Takes what a reader tells.
    mutating func take(_ event: MultipartReader.Event) {
        switch event {
        case .begins(let part):
            open = part
            content = []
        case .bytes(let bytes): content += bytes
        case .ends: close()
        }
    }

    private mutating func close() {
        guard let part = open else { return }
        if part.fileName == nil {
            let value = String(decoding: content, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
            fields = fields.adding(part.name, value)
        } else if part.fileName != "" || !content.isEmpty {
            files.append(File(part: part, bytes: content))
        }
        open = nil
        content = []
    }
}
