/// A number of citizens as it may be shown to the world.
package enum PublishedCount: Hashable, Sendable {
    /// The number itself.
    case count(Int)
    /// "færre end 5": so few that one of them could be known.
    case tooFew
    /// Not small, but with it and the sum a small one could be worked out.
    case withheld

    /// What stands in the table.
    package var danishText: String {
        switch self {
        case .count(let number): "\(number)"
        case .tooFew: "færre end \(SmallCells.countMin)"
        case .withheld: "skjult"
        }
    }
}

/// Hides the small numbers of a table that has a sum, so that nobody in it can be known.
package enum SmallCells {
    /// The smallest number that is published.
    package static let countMin = 5

    /// The row as it may be published. Where one number alone is hidden, it is the sum less the
    /// others; so the smallest of the others is hidden with it.
    package static func published(_ counts: [Int]) -> [PublishedCount] {
        var cells = counts.map { $0 < countMin ? PublishedCount.tooFew : .count($0) }
        guard cells.count(where: { $0 == .tooFew }) == 1 else { return cells }
        let others = counts.indices.filter { counts[$0] >= countMin }
        if let smallest = others.min(by: { counts[$0] < counts[$1] }) {
            cells[smallest] = .withheld
        }
        return cells
    }
}
