import Testing

@testable import HTTP

@Suite("RFC 9110 and 9112 on bytes")
struct ConformanceTests {
    @Test("the table is as long as was promised")
    func count() {
        #expect(Case.all.count >= 200)
        let names = Case.all.map(\.testDescription)
        #expect(Set(names).count == names.count)
    }

    @Test("in one piece", arguments: Case.all)
    func whole(row: Case) {
        var wire = Wire()
        wire.send(row.bytes)
        #expect(wire.statuses == row.statuses)
        #expect(wire.isOpen == (row.connection == .open))
        for words in row.says { #expect(wire.text.contains(words)) }
        for words in row.lacks { #expect(!wire.text.contains(words)) }
    }

    @Test("byte by byte", arguments: Case.all)
    func byByte(row: Case) {
        var wire = Wire()
        for byte in row.bytes { wire.send([byte]) }
        #expect(comparable(wire) == expected(row))
    }

    @Test("cut in two at every byte", arguments: Case.all)
    func everySplit(row: Case) {
        let bytes = row.bytes
        let expected = expected(row)
        for cut in bytes.indices {
            var wire = Wire()
            wire.send(bytes[..<cut])
            wire.send(bytes[cut...])
            #expect(comparable(wire) == expected, "cut before byte \(cut)")
        }
    }

    private func expected(_ row: Case) -> String {
        var wire = Wire()
        wire.send(row.bytes)
        return comparable(wire)
    }

    /// What may depend on the cut is left out: a client that waits is told to go on, one that does not, not.
    private func comparable(_ wire: Wire) -> String {
        wire.text.replacing("HTTP/1.1 100 Continue\r\n\r\n", with: "")
            + (wire.isOpen ? "open" : "closed")
    }
}
