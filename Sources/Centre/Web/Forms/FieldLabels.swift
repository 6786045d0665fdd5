internal import HTML

/// What the fields of our forms are called on their pages, by their names: for a form that is shown as a list. Rooms
/// declare those of their forms; the fields of acts say it themselves.
struct FieldLabels: Sendable {
    private let labels: [String: HTML]

    init(_ labels: [[String: HTML]]) {
        self.labels = labels.reduce(into: [:]) { all, some in
            all.merge(some) { one, _ in one }
        }
    }

    /// The field's label; a plain word for one that has none.
    func label(of name: String) -> HTML { labels[name] ?? "Felt" }

    /// Every name that has a label.
    var names: Set<String> { Set(labels.keys) }
}
