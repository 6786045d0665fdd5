/// What one client may ask of the server. Every phase of a connection has a bound in bytes and in time.
package struct Limits: Sendable {
    /// The longest request line; longer is 414.
    package var requestLineBytesMax = 8_192
    /// The whole head; more is 431.
    package var headBytesMax = 16_384
    /// The field lines of a head or of trailers; more is 431.
    package var fieldCountMax = 100
    /// The content of a request whose route says nothing else; more is 413.
    package var bodyBytesMax = 65_536
    /// Chunk lines and trailers, which carry no content; more is 400 or 431.
    package var chunkOverheadBytesMax = 16_384
    /// Bytes of later requests kept while one is being answered.
    package var pipelineBytesMax = 65_536

    /// From the first byte of a head to its last; later is 408.
    package var headMilliseconds: UInt64 = 10_000
    /// Between two requests on one connection, and before the first byte of the first.
    package var idleMilliseconds: UInt64 = 60_000
    /// Time given before the least rate counts, for content coming in and going out.
    package var rateGraceMilliseconds: UInt64 = 10_000
    /// The least rate a client must send and read with.
    package var bytesPerSecondMin: UInt64 = 512
    /// How far ahead of the least rate reading fast brings a client: the time 128 KB take, which between programs
    /// of one machine may pass at once and then not again for as long.
    package var rateCreditMilliseconds: UInt64 = 256_000
    /// How long a handler may take; later is 503.
    package var answerMilliseconds: UInt64 = 120_000
    /// How long what a client still sends after a refusal is read and dropped, so it sees the refusal.
    package var lingerMilliseconds: UInt64 = 2_000

    /// Connections in all; above it 503.
    package var connectionCountMax = 12_000
    /// Connections of one client address; above it 503.
    package var connectionsPerClientMax = 256

    /// The defaults.
    package init() {}
}
