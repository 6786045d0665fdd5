internal import HTML
internal import HTTP

/// How a list is asked for in an address: `sort`, `vej` (the direction) and `side` (the page).
extension ListState {
    /// What an address says; what it does not say, or says of no column, is the list's own.
    init(_ query: Fields, columns keys: Set<String>) {
        self.init(
            sort: query["sort"].flatMap { keys.contains($0) ? $0 : nil },
            direction: query["vej"] == Column.Sort.descending.danishWord ? .descending : .ascending,
            page: query["side"].flatMap { Int($0) } ?? 1)
    }

    /// The same as the end of a query: `&sort=frist&vej=ned&side=2`.
    var query: Address {
        let order: Address =
            sort.map { "&sort=\(word: $0)&vej=\(word: direction.danishWord)" } ?? ""
        return page > 1 ? "\(order)&side=\(page)" : order
    }

    /// The same list at another page.
    func at(page: Int) -> ListState {
        ListState(sort: sort, direction: direction, page: page)
    }
}

extension Column.Sort {
    fileprivate var danishWord: String { self == .ascending ? "op" : "ned" }
}

/// What a row is sorted by. Where there is nothing, it stands last, whichever way the list is turned.
enum SortKey: Hashable, Sendable {
    case number(Int)
    case words(String)
    case nothing

    /// Whether a row with this key stands before one with another.
    fileprivate func precedes(_ other: SortKey, _ direction: Column.Sort) -> Bool {
        switch (self, other) {
        case (.number(let one), .number(let two)):
            direction == .ascending ? one < two : one > two
        case (.words(let one), .words(let two)):
            direction == .ascending
                ? one.danishOrder.lexicographicallyPrecedes(two.danishOrder)
                : two.danishOrder.lexicographicallyPrecedes(one.danishOrder)
        default: self != .nothing && other == .nothing
        }
    }
}

extension String {
    /// As a Danish dictionary has it: after z come æ, ø and å.
    fileprivate var danishOrder: [UInt32] {
        lowercased().unicodeScalars.map { letter in
            switch letter {
            case "æ": 0x7B
            case "ø": 0x7C
            case "å": 0x7D
            default: letter.value
            }
        }
    }
}

extension Array {
    /// Sorted as a list's address says; rows with one key keep the order they had. No column: as they stand.
    func sorted(_ state: ListState, by key: (Element, String) -> SortKey) -> [Element] {
        guard let sort = state.sort else { return self }
        return map { ($0, key($0, sort)) }.enumerated().sorted { one, two in
            if one.element.1.precedes(two.element.1, state.direction) { return true }
            if two.element.1.precedes(one.element.1, state.direction) { return false }
            return one.offset < two.offset
        }.map(\.element.0)
    }

    /// The part of a list that its page shows.
    func shown(_ paging: Paging) -> ArraySlice<Element> { self[paging.lines] }
}
