internal import HTTP

/// The cookie that holds a session's key. The prefix makes the browser refuse it from anywhere but this very host.
enum SessionCookie {
    static let name = "__Host-fjorten"

    static func holding(_ key: String) -> Cookie {
        Cookie(name, key, sameSite: .strict)
    }

    static let gone = Cookie.expired(name)
}
