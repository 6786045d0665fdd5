extension String {
    /// Whether it may name something in a file and in an address: 1 to 64 small letters, digits and hyphens.
    var isShortName: Bool {
        (1...64).contains(utf8.count)
            && utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
            }
    }
}
