internal import Glibc

/// Reads a password without showing it.
enum Password {
    /// From standard input: its first line. At a terminal it is asked for twice, and not echoed.
    static func read(for login: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            return readLine(strippingNewline: true) ?? ""
        }
        let first = ask("New password for \(login): ")
        guard ask("The same again: ") == first else {
            throw Refusal(description: "The two passwords are not the same; nothing was changed.")
        }
        return first
    }

    private static func ask(_ words: String) -> String {
        Terminal.complain(words)
        var before = termios()
        tcgetattr(STDIN_FILENO, &before)
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            Terminal.complain("\n")
        }
        return readLine(strippingNewline: true) ?? ""
    }
}
