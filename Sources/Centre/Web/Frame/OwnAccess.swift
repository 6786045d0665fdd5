internal import HTML

/// The addresses of her own access (min adgang), which the gate of every route knows.
enum OwnAccess {
    static let address: Address = "/min-adgang"
    static let passwordAddress: Address = "/min-adgang/adgangskode"
    static let proofAddress: Address = "/min-adgang/bekraeft"
}
