import Foundation

/// The stylesheet as it lies in `Public`, taken apart as far as the tests ask.
struct Stylesheet {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Without comments.
    let text: String

    init() throws {
        let file = Self.root.appending(path: "Public/style.css")
        text = try String(contentsOf: file, encoding: .utf8).replacing(
            /\/\*.*?\*\//.dotMatchesNewlines(), with: "")
    }

    /// One rule's selector and its declarations; of a rule inside `@media`, too.
    struct Rule {
        let selector: String
        let declarations: [(name: String, value: String)]
    }

    var rules: [Rule] {
        text.matches(of: /([^{};]+)\{([^{}]*)\}/).map { match in
            let declarations = match.2.replacing(/url\("[^"]*"\)/, with: "url()").split(
                separator: ";"
            )
            .compactMap { line -> (String, String)? in
                let parts = line.split(separator: ":", maxSplits: 1).map {
                    $0.trimmingCharacters(in: .whitespacesAndNewlines)
                }
                return parts.count == 2 ? (parts[0], parts[1]) : nil
            }
            return Rule(
                selector: match.1.trimmingCharacters(in: .whitespacesAndNewlines),
                declarations: declarations)
        }
    }

    /// Every class a rule is about.
    var classes: Set<String> {
        Set(
            rules.flatMap { rule in
                rule.selector.matches(of: /\.([a-zA-Z][a-zA-Z0-9-]*)/).map { String($0.1) }
            })
    }

    /// The colours of one look.
    func theme(isStaff: Bool, isDark: Bool) throws -> Theme {
        let dark = try Self.block(after: "@media (prefers-color-scheme: dark)", in: text)
        var colours = Self.tokens(try Self.block(after: ":root", in: text))
        if isStaff {
            colours.merge(Self.tokens(try Self.block(after: ".staff {", in: text, isOpen: true))) {
                $1
            }
        }
        if isDark {
            colours.merge(Self.tokens(try Self.block(after: ":root, .staff", in: dark))) { $1 }
        }
        return Theme(colours: colours)
    }

    struct Missing: Error { let what: String }

    /// What stands between the braces that follow a text.
    private static func block(
        after start: String, in text: String, isOpen: Bool = false
    ) throws -> String {
        guard let place = text.firstRange(of: start) else { throw Missing(what: start) }
        var depth = isOpen ? 1 : 0
        var block = ""
        for character in text[place.upperBound...] {
            if character == "}" { depth -= 1 }
            if depth == 0, character == "}" { return block }
            if depth > 0 { block.append(character) }
            if character == "{" { depth += 1 }
        }
        throw Missing(what: "the end of \(start)")
    }

    private static func tokens(_ block: String) -> [String: Colour] {
        block.matches(of: /--([a-z0-9-]+):\s*(#[0-9a-f]{3,6})\b/).reduce(into: [:]) {
            $0[String($1.1)] = Colour(String($1.2))
        }
    }
}

/// Colours by their names.
struct Theme {
    let colours: [String: Colour]

    /// WCAG 2.1: from 1 (the same) to 21 (black on white).
    func contrast(_ front: String, _ ground: String) throws -> Double {
        guard let one = colours[front] else { throw Stylesheet.Missing(what: front) }
        guard let other = colours[ground] else { throw Stylesheet.Missing(what: ground) }
        let (light, dark) = (
            max(one.luminance, other.luminance), min(one.luminance, other.luminance)
        )
        return (light + 0.05) / (dark + 0.05)
    }
}

struct Colour {
    let channels: [Double]

    /// `#fff` or `#1c2126`.
    init?(_ hexadecimal: String) {
        let digits = hexadecimal.dropFirst()
        let long = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
        guard long.count == 6, let number = UInt32(long, radix: 16) else { return nil }
        channels = [16, 8, 0].map { Double((number >> $0) & 255) / 255 }
    }

    /// Relative luminance, WCAG 2.1.
    var luminance: Double {
        let linear = channels.map { $0 <= 0.03928 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
