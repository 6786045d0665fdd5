internal import HTML
internal import Records

// The consents room's invariants:
// - nobody outside the centre is told anything but under a consent that covers them and holds at the end of that day;
// - whether it does is asked of the rules, in the transaction that writes what was told;
// - who the recipient is, is sealed; the rules compare a plain name that tells no more than "Egen læge".

/// Consents (samtykker) and what was told under them (videregivelse).
enum ConsentsRoom {
    static let description = RoomDescription(
        "Consents",
        sections: [CaseSection(.story, on: [.tab(.consents)], consentSection)],
        acts: [GiveConsent.self, RevokeConsent.self, Disclose.self])
}
