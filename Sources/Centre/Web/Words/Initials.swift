internal import Records

/// `B.H.` of a name, `anonym (B.)` of an alias, `anonym` of nothing: what a list on a shared screen may say.
func initials(of person: PersonDetails, of file: CaseFile) -> String {
    let words = (person.name ?? "").split(separator: " ")
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap(\.?.first)
        .map { "\($0)." }.joined()
    guard file.isAnonymous else { return letters.isEmpty ? "–" : letters }
    return letters.isEmpty ? "anonym" : "anonym (\(letters))"
}
