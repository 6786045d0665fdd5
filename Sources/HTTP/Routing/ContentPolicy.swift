/// What a route says about content, asked when a head announces some.
struct ContentPolicy: Sendable {
    var bodyLimit: Int?
    var makeReceiver: (@Sendable (Request) -> any ContentReceiver)?
}
