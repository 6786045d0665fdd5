/// Whether a client takes gzip, by the weights it gives (RFC 9110 §12.5.3).
enum AcceptEncoding {
    /// gzip has a weight above nothing, by name or by `*`.
    static func allowsGzip(_ field: String?) -> Bool {
        guard let field else { return false }
        var named: Bool?
        var any: Bool?
        for element in field.split(separator: ",") {
            let parts = element.split(separator: ";", omittingEmptySubsequences: false)
            let coding = parts[0].filter { $0 != " " && $0 != "\t" }.lowercased()
            let isAllowed = weightIsPositive(parts.dropFirst())
            if coding == "gzip" || coding == "x-gzip" { named = isAllowed }
            if coding == "*" { any = isAllowed }
        }
        return named ?? any ?? false
    }

    private static func weightIsPositive(_ parameters: ArraySlice<Substring>) -> Bool {
        for parameter in parameters {
            let text = parameter.filter { $0 != " " && $0 != "\t" }.lowercased()
            guard text.hasPrefix("q=") else { continue }
            return text.dropFirst(2).contains { $0 != "0" && $0 != "." }
        }
        return true
    }
}
