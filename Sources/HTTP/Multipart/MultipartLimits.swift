/// What a form may hold.
package struct MultipartLimits: Sendable {
    /// The most parts.
    package var partCountMax = 100
    /// The longest head of a part.
    package var headBytesMax = 4_096
    /// The longest value of a field that is no file.
    package var fieldBytesMax = 65_536
    /// The longest file.
    package var fileBytesMax = 20 * 1_048_576

    /// The defaults.
    package init() {}
}

/// Why a form is refused. Never holds what was sent.
package enum MultipartFault: Error, Sendable, Hashable {
    /// The content type names no usable boundary.
    case noBoundary
    /// A part's head is no head, or names no field.
    case badPart
    /// A limit was passed.
    case tooLarge
    /// The form does not end.
    case unfinished
    /// A name or a value has a longer row of combining marks than any language needs.
    case combiningRun
}
