internal import HTTP

/// How a request is answered. `Domain` has an `Answer` of its own (to a question of the rules); in
/// this module the word means the server's.
typealias Answer = HTTP.Answer<LoopContext>
