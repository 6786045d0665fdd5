/// What no letter may say any more: bodies that are gone, and paragraphs that were repealed or have moved. Published
/// standards go on naming them; whoever copies from one into a letter is told.
package struct OutdatedReference: Hashable, Sendable {
    /// As it stands in texts.
    package let words: String
    /// The days on which it may be said; `nil` where it never may.
    package let period: Validity?
    /// What to say instead.
    package let instead: String

    private init(_ words: String, _ period: Validity?, instead: String) {
        self.words = words
        self.period = period
        self.instead = instead
    }

    /// Those that stand in a text of a day.
    package static func found(in text: String, on day: CalendarDay) -> [OutdatedReference] {
        let text = Array(folded(text))
        return all.filter { reference in
            !(reference.period?.contains(day) ?? false)
                && contains(
                    text, Array(folded(reference.words)), isParagraph: reference.isParagraph)
        }
    }

    /// Every one we know.
    package static let all: [OutdatedReference] = bodies + paragraphs

    private static let bodies = [
        OutdatedReference(
            "Patientombuddet", Validity("2011-01-01", through: "2015-10-07"),
            instead: "Styrelsen for Patientklager"),
        OutdatedReference(
            "Patientklagenævn", Validity("2007-01-01", through: "2010-12-31"),
            instead: "Styrelsen for Patientklager"),
        OutdatedReference(
            "pkn.dk", Validity("2007-01-01", through: "2010-12-31"),
            instead: "Styrelsen for Patientklager"),
        OutdatedReference(
            "Sociale Nævn", Validity("2007-01-01", through: "2013-06-30"),
            instead: "Ankestyrelsen"),
        OutdatedReference(
            "Embedslæge", Validity("2007-01-01", through: "2015-10-07"),
            instead: "Styrelsen for Patientsikkerhed"),
    ]

    private static let paragraphs = [
        OutdatedReference(
            "§ 141 a", Validity("2007-01-01", through: "2016-12-31"),
            instead: "sundhedslovens § 141 b"),
        OutdatedReference(
            "§ 141 b, stk. 5", Validity("2007-07-01", through: "2016-12-31"),
            instead: "ingenting: bestemmelsen er ophævet"),
        OutdatedReference(
            "§ 141 b stk. 5", Validity("2007-07-01", through: "2016-12-31"),
            instead: "ingenting: bestemmelsen er ophævet"),
        OutdatedReference(
            "Servicelovens § 50", Validity("2006-01-01", through: "2010-12-31"),
            instead: "barnets lov"),
        OutdatedReference(
            "Servicelovens § 153", Validity("2006-01-01", through: "2023-12-31"),
            instead: "barnets lovs § 133"),
        OutdatedReference(
            "Serviceloven § 153", Validity("2006-01-01", through: "2023-12-31"),
            instead: "barnets lovs § 133"),
        OutdatedReference(
            "Servicelovens kapitel 27", Validity("2006-01-01", through: "2023-12-31"),
            instead: "barnets lov"),
    ]

    private var isParagraph: Bool { words.utf8.contains(0xA7) }

    /// Small letters, and one blank where there are several: by bytes, since the text comes from outside.
    private static func folded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if isBlank, bytes.last == 0x20 { continue }
            bytes.append(isBlank ? 0x20 : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return bytes
    }

    private static func contains(
        _ text: [UInt8], _ wanted: [UInt8], isParagraph: Bool
    ) -> Bool {
        guard !wanted.isEmpty, text.count >= wanted.count else { return false }
        return (0...(text.count - wanted.count)).contains { start in
            guard text[start] == wanted[0],
                text[start..<(start + wanted.count)].elementsEqual(wanted)
            else { return false }
            // § 141 a is not the beginning of § 141 and of "at".
            let next = text.dropFirst(start + wanted.count).first
            return !isParagraph || !(next.map(isWordByte) ?? false)
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }
}
