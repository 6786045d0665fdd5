/// What a form may hold.
public struct MultipartLimits: Sendable {
    /// The most parts.
    public var partCountMax = 100
    /// The longest head of a part.
    public var headBytesMax = 4_096
    /// The longest value of a field that is no file.
    public var fieldBytesMax = 65_536
    /// The longest file.
    public var fileBytesMax = 20 * 1_048_576

    /// The defaults.
    public init() {}
}

/// Why a form is refused. Never holds what was sent.
public enum MultipartFault: Error, Sendable, Hashable {
    /// The content type names no usable boundary.
    case noBoundary
    /// A part's head is no head, or names no field.
    case badPart
    /// A limit was passed.
    case tooLarge
    /// The form does not end.
    case unfinished
}
