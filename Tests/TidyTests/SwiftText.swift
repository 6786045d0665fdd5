/// A Swift source file taken apart: what runs, what is said in literals, what is said in comments.
///
/// The rules of the house ask different things of the three: `sqlite3_step` in a comment harms
/// nobody, `SELECT` outside a literal is a word. Line numbers survive the parting.
struct SwiftText {
    private(set) var code = ""
    private(set) var literals = ""
    private(set) var comments = ""

    private enum Place {
        case code
        case interpolation(openParentheses: Int)
        case literal(quotes: Int, hashes: Int)
        case lineComment
        case blockComment(depth: Int)
    }

    private var places: [Place] = [.code]

    init(_ text: String) {
        let characters = Array(text.unicodeScalars)
        var at = 0
        while at < characters.count {
            at += take(characters, at)
        }
    }

    /// Reads one step and answers how many scalars it took.
    private mutating func take(_ text: [Unicode.Scalar], _ at: Int) -> Int {
        if text[at] == "\n" {
            return takeNewline()
        }
        switch places[places.count - 1] {
        case .code, .interpolation:
            return takeCode(text, at)
        case .literal(let quotes, let hashes):
            return takeLiteral(text, at, quotes: quotes, hashes: hashes)
        case .lineComment:
            comments.unicodeScalars.append(text[at])
            return 1
        case .blockComment(let depth):
            return takeBlockComment(text, at, depth: depth)
        }
    }

    private mutating func takeNewline() -> Int {
        if case .lineComment = places[places.count - 1] { places.removeLast() }
        code += "\n"
        literals += "\n"
        comments += "\n"
        return 1
    }

    private mutating func takeCode(_ text: [Unicode.Scalar], _ at: Int) -> Int {
        if matches("//", text, at) {
            places.append(.lineComment)
            return 2
        }
        if matches("/*", text, at) {
            places.append(.blockComment(depth: 1))
            return 2
        }
        if let opened = literalOpening(text, at) {
            places.append(.literal(quotes: opened.quotes, hashes: opened.hashes))
            literals += " "
            code += "\"\""
            return opened.hashes + opened.quotes
        }
        if case .interpolation(let open) = places[places.count - 1] {
            switch text[at] {
            case "(": places[places.count - 1] = .interpolation(openParentheses: open + 1)
            case ")" where open == 1: places.removeLast()
            case ")": places[places.count - 1] = .interpolation(openParentheses: open - 1)
            default: break
            }
        }
        code.unicodeScalars.append(text[at])
        return 1
    }

    private mutating func takeLiteral(
        _ text: [Unicode.Scalar], _ at: Int, quotes: Int, hashes: Int
    ) -> Int {
        let escape = "\\" + String(repeating: "#", count: hashes)
        if matches(escape + "(", text, at) {
            places.append(.interpolation(openParentheses: 1))
            code += "("
            return hashes + 2
        }
        if matches(escape, text, at) {
            literals += " "
            let next = at + hashes + 1
            return next < text.count && text[next] != "\n" ? hashes + 2 : hashes + 1
        }
        let close =
            String(repeating: "\"", count: quotes) + String(repeating: "#", count: hashes)
        if matches(close, text, at) {
            places.removeLast()
            return quotes + hashes
        }
        literals.unicodeScalars.append(text[at])
        return 1
    }

    private mutating func takeBlockComment(
        _ text: [Unicode.Scalar], _ at: Int, depth: Int
    ) -> Int {
        if matches("*/", text, at) {
            places.removeLast()
            if depth > 1 { places.append(.blockComment(depth: depth - 1)) }
            return 2
        }
        if matches("/*", text, at) {
            places[places.count - 1] = .blockComment(depth: depth + 1)
            return 2
        }
        comments.unicodeScalars.append(text[at])
        return 1
    }

    private func literalOpening(
        _ text: [Unicode.Scalar], _ at: Int
    ) -> (quotes: Int, hashes: Int)? {
        var hashes = 0
        while at + hashes < text.count, text[at + hashes] == "#" { hashes += 1 }
        let first = at + hashes
        guard first < text.count, text[first] == "\"" else { return nil }
        return (matches("\"\"\"", text, first) ? 3 : 1, hashes)
    }

    private func matches(_ wanted: String, _ text: [Unicode.Scalar], _ at: Int) -> Bool {
        let scalars = wanted.unicodeScalars
        guard at + scalars.count <= text.count else { return false }
        return zip(text[at...], scalars).allSatisfy { $0 == $1 }
    }
}
