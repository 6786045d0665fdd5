import Domain
import Testing

@Suite("JSON")
struct JSONTests {
    @Test(
        "reads what the grammar allows",
        arguments: [
            ("null", JSONValue.null), (" [ ] ", JSONValue.array([])), ("{}", .object(JSONObject())),
            ("-0", 0), ("12", 12), ("1.5e3", .decimal(1500)), ("\"\\u00e6\\ud83d\\ude00\"", "æ😀"),
            ("{\"b\":1,\"a\":[true,false]}", ["b": 1, "a": [true, false]]),
            ("\u{FEFF}\"bom\"", "bom"),
        ] as [(String, JSONValue)])
    func reads(text: String, expected: JSONValue) throws {
        #expect(try JSONReader.read(text) == expected)
    }

    @Test(
        "refuses what it does not, naming the whole text",
        arguments: [
            "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "01", "1.", "+1", ".5", "1e", "nul",
            "truer",
            "\"\n\"", "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\u12\"", "\"open", "1 2",
            "[1 2]",
            "{\"a\" 1}", "1e999", "'a'", "NaN", "// c\n1",
        ])
    func refuses(text: String) {
        let fault = #expect(throws: JSONFault.self) { try JSONReader.read(text) }
        #expect(fault?.path == "$")
    }

    @Test("says line and column, counting characters")
    func position() {
        let fault = #expect(throws: JSONFault.self) { try JSONReader.read("{\n \"æ\": x}") }
        #expect(fault?.message.contains("line 2, column 7") == true)
    }

    @Test("a key that stands twice is a fault with its own path")
    func duplicate() {
        let fault = #expect(throws: JSONFault.self) {
            try JSONReader.read("{\"events\":[{},{\"on\":1,\"on\":2}]}")
        }
        #expect(fault?.description == "events[1].on: key stands twice")
    }

    @Test("refuses bytes that are not UTF-8, and deep nesting, without falling over")
    func hostile() {
        #expect(throws: JSONFault.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
        #expect(throws: JSONFault.self) {
            try JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 1_000_000))
        }
    }

    @Test("writes what it read, in the same order")
    func roundTrip() throws {
        let text = "{\"z\":[1,-2.5,null,true,\"a\\\"\\\\\\n\\u0001æ\"],\"a\":{}}"
        #expect(JSONWriter.text(try JSONReader.read(text)) == text)
        let indented = JSONWriter.write(try JSONReader.read(text), indented: true)
        #expect(try JSONReader.read(indented) == JSONReader.read(text))
    }
}
