/// What a route says about content, asked when a head announces some.
struct ContentPlan: Sendable {
    var bodyLimit: Int?
    var makeReceiver: (@Sendable (Request) -> any ContentReceiver)?
}
