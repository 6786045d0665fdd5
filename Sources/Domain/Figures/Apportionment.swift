/// Shares a yearly amount between municipalities by their populations, and a share over the year
/// (a conto). Amounts are whole øre; what is shared out is always all of it.
package enum Apportionment {
    /// Each one's share, in the order of the populations: rounded down, and the øre that are left
    /// go one each to those who lost most by it. Among equals the first comes first.
    ///
    /// - Returns: nil where nobody lives anywhere, or an amount or a population is negative.
    package static func shares(ofOere total: Int, byPopulation populations: [Int]) -> [Int]? {
        let all = populations.reduce(0, +)
        guard total >= 0, all > 0, populations.allSatisfy({ $0 >= 0 }) else { return nil }
        let divided = populations.map { population in
            all.dividingFullWidth(total.multipliedFullWidth(by: population))
        }
        var shares = divided.map(\.quotient)
        let left = total - shares.reduce(0, +)
        let byLoss = divided.indices.sorted {
            (-divided[$0].remainder, $0) < (-divided[$1].remainder, $1)
        }
        for index in byLoss.prefix(left) { shares[index] += 1 }
        return shares
    }

    /// A year's twelve instalments: eleven alike, rounded down, and in December the rest.
    package static func instalments(ofOere share: Int) -> [Int] {
        let each = share / 12
        return Array(repeating: each, count: 11) + [share - 11 * each]
    }
}
