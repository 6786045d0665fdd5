internal import HTML
internal import Records

/// The staff's door (log ind): in, out, and where each begins.
enum LoginRoom {
    static let description = RoomDescription(
        "Login",
        actions: [.loggedIn, .loginFailed, .loggedOut] + RefusalLog.Kind.allCases.map(\.action),
        fieldLabels: ["brugernavn": "Brugernavn", "kode": "Kode"])
}
