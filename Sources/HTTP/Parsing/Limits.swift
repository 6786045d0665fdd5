/// What one client may ask of the server. Every phase of a connection has a bound in bytes and in time.
public struct Limits: Sendable {
    /// The longest request line; longer is 414.
    public var requestLineBytesMax = 8_192
    /// The whole head; more is 431.
    public var headBytesMax = 16_384
    /// The field lines of a head or of trailers; more is 431.
    public var fieldCountMax = 100
    /// The content of a request whose route says nothing else; more is 413.
    public var bodyBytesMax = 1_048_576
    /// Chunk lines and trailers, which carry no content; more is 400 or 431.
    public var chunkOverheadBytesMax = 16_384
    /// Bytes of later requests kept while one is being answered.
    public var pipelineBytesMax = 65_536

    /// From the first byte of a head to its last; later is 408.
    public var headMilliseconds: UInt64 = 10_000
    /// Between two requests on one connection, and before the first byte of the first.
    public var idleMilliseconds: UInt64 = 60_000
    /// Time given before the least rate counts, for content coming in and going out.
    public var rateGraceMilliseconds: UInt64 = 10_000
    /// The least rate a client must send and read with.
    public var bytesPerSecondMin: UInt64 = 512
    /// How far ahead of the least rate reading fast brings a client: the time 64 KB take, which a machine's
    /// own interfaces pass on at once.
    public var rateCreditMilliseconds: UInt64 = 130_000
    /// How long a handler may take; later is 503.
    public var answerMilliseconds: UInt64 = 120_000
    /// How long what a client still sends after a refusal is read and dropped, so it sees the refusal.
    public var lingerMilliseconds: UInt64 = 2_000

    /// Connections in all; above it 503.
    public var connectionCountMax = 12_000
    /// Connections of one client address; above it 503.
    public var connectionsPerClientMax = 256

    /// The defaults.
    public init() {}
}
