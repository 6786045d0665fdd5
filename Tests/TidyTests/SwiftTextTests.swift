import Testing

/// The rules are no better than the reader that parts code from words.
@Suite("A source file taken apart")
struct SwiftTextTests {
    @Test("words in comments and literals are not code")
    func parts() {
        let text = SwiftText(
            #"""
            let a = run("SELECT \(name("x")) FROM \"t\"") // sqlite3_step
            /* try! /* inner */ still */ call()
            """#)
        #expect(text.code == "let a = run(\"\"(name(\"\"))) \n call()")
        #expect(text.literals.contains("SELECT"))
        #expect(text.literals.contains("FROM  t"))
        #expect(!text.literals.contains("name"))
        #expect(text.comments.contains("sqlite3_step"))
        #expect(text.comments.contains("try!"))
    }

    @Test("a literal of many lines keeps its lines")
    func lines() {
        let text = SwiftText(
            "let sql = \"\"\"\n    DELETE FROM t\n    \"\"\"\nlet b = #\"\\(c\"#\n")
        let lines = text.literals.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[1].contains("DELETE FROM t"))
        #expect(text.code.hasSuffix("let b = \"\"\n"))
    }
}
