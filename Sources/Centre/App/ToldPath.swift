extension Doors {
    /// A path as the log may tell it. The words are the route table's own; what stands in a place for a value is told by
    /// the place's name: a case number with a time is about somebody, and a stranger may have typed a name there.
    static func told(_ path: String) -> String {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        for pattern in patterns where pattern.count == steps.count {
            let isHere = zip(pattern, steps).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
            guard isHere else { continue }
            return zip(pattern, steps).map { place, step in
                String(place.hasPrefix("{") ? place : step)
            }.joined(separator: "/")
        }
        return path
    }

    /// Plain words first: `/henvendelser/ny` is no number.
    private static let patterns: [[Substring]] =
        all.map { $0.pattern.split(separator: "/", omittingEmptySubsequences: false) }
        .sorted { one, other in
            one.count { $0.hasPrefix("{") } < other.count { $0.hasPrefix("{") }
        }
}
