/// Patterns as a tree of segments. A literal segment wins over a `{name}`.
struct RouteTable: Sendable {
    enum Found {
        case route(Int, PathParameters)
        case otherMethods([Method])
        case none
    }

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var parameter: Int?
        /// The pattern that leads here; of two that differ in a name alone, the first.
        var pattern: String?
        /// Route numbers by method, few enough to look through.
        private var numbers: [(method: Method, number: Int)] = []

        subscript(method: Method) -> Int? {
            get { numbers.first { $0.method == method }?.number }
            set { newValue.map { numbers.append((method: method, number: $0)) } }
        }

        var hasNoRoute: Bool { numbers.isEmpty }
    }

    private var nodes = [Node()]
    /// Paths without a `{name}`, found in one step.
    private var plain: [String: Int] = [:]
    /// The names of a route's parameters, in order.
    private var names: [[String]] = []
    /// The most segments a pattern has: a path with more has no route, whatever they are.
    private var segmentCountMax = 0

    init(_ routes: [(Method, String)]) {
        for (number, (method, pattern)) in routes.enumerated() {
            var node = 0
            var names: [String] = []
            let segments = Self.segments(pattern)
            segmentCountMax = max(segmentCountMax, segments.count)
            for segment in segments {
                if segment.first == "{", segment.last == "}" {
                    names.append(String(segment.dropFirst().dropLast()))
                    node = child(of: node, parameter: true, literal: "")
                } else {
                    node = child(of: node, parameter: false, literal: String(segment))
                }
            }
            precondition(nodes[node][method] == nil, "two routes: \(method) \(pattern)")
            nodes[node][method] = number
            if nodes[node].pattern == nil { nodes[node].pattern = pattern }
            if names.isEmpty { plain[pattern] = node }
            self.names.append(names)
        }
    }

    private mutating func child(of node: Int, parameter: Bool, literal: String) -> Int {
        if let known = parameter ? nodes[node].parameter : nodes[node].literals[literal] {
            return known
        }
        nodes.append(Node())
        let made = nodes.count - 1
        if parameter {
            nodes[node].parameter = made
        } else {
            nodes[node].literals[literal] = made
        }
        return made
    }

    private static func segments(_ path: String, countMax: Int = .max) -> [Substring] {
        // By byte: a combining mark after a slash must not hide it.
        path.utf8.dropFirst().split(
            separator: Byte.slash, maxSplits: countMax, omittingEmptySubsequences: false
        ).map { Substring($0) }
    }

    /// A route without a `{name}` has exactly this path.
    func hasPlain(_ path: String) -> Bool { plain[path] != nil }

    /// The pattern that a path fits, whatever the method.
    func pattern(of path: String) -> String? {
        var values: [String] = []
        return node(of: path, &values).flatMap { nodes[$0].pattern }
    }

    private func node(of path: String, _ values: inout [String]) -> Int? {
        if let node = plain[path] { return node }
        // `*` is no path.
        guard path.utf8.first == Byte.slash else { return nil }
        let segments = Self.segments(path, countMax: segmentCountMax)
        guard segments.count <= segmentCountMax else { return nil }
        return descend(0, segments[...], &values)
    }

    /// The route of a path and a method; HEAD falls back to GET.
    func find(_ path: String, _ method: Method) -> Found {
        var values: [String] = []
        guard let node = node(of: path, &values) else { return .none }
        let leaf = nodes[node]
        if let number = leaf[method] ?? (method == .head ? leaf[.get] : nil) {
            if values.isEmpty { return .route(number, PathParameters(pairs: [])) }
            let pairs = zip(names[number], values).map { Fields.Pair(name: $0, value: $1) }
            return .route(number, PathParameters(pairs: pairs))
        }
        return .otherMethods(
            Method.allCases.filter {
                $0 != .options && (leaf[$0] != nil || ($0 == .head && leaf[.get] != nil))
            })
    }

    /// Goes down segment by segment, back up where a literal leads nowhere.
    private func descend(_ node: Int, _ segments: ArraySlice<Substring>, _ values: inout [String])
        -> Int?
    {
        guard let segment = segments.first else { return nodes[node].hasNoRoute ? nil : node }
        let rest = segments.dropFirst()
        if let next = nodes[node].literals[String(segment)],
            let found = descend(next, rest, &values)
        {
            return found
        }
        guard let next = nodes[node].parameter, !segment.isEmpty else { return nil }
        values.append(String(segment))
        if let found = descend(next, rest, &values) { return found }
        values.removeLast()
        return nil
    }
}
