internal import HTTP
internal import Records

/// What was typed into a field of one line, without the characters that turn the writing around or cannot be seen, so
/// that what stands beside a name on the page stays where it is.
func plainLine(_ typed: OutsideText?) -> String { plainLine(typed?.written ?? "") }

/// The same of a line that was read already.
func plainLine(_ typed: String) -> String {
    let plain = typed.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0..<32, 127..<160, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: true
        }
    }
    return String(String.UnicodeScalarView(plain)).trimmed
}
