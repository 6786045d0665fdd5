import Testing

/// Every pair of colours the stylesheet puts on one another, computed by WCAG's own arithmetic.
@Suite("Whoever sees badly still reads it, by day and by night")
struct ContrastTests {
    /// What words are written in, and every ground they are written on.
    static let texts: [String: [String]] = [
        "ink": boxes + ["shade", "new", "gone", "outside-shade"],
        "soft": boxes + ["shade"],
        "link": boxes + ["shade"],
        "visited": boxes + ["shade"],
        "late": ["ground", "sheet", "late-shade"],
        "kept": ["sheet", "kept-shade"],
        "outside": ["outside-shade"],
        "on-brand": ["brand", "brand-strong"],
        "on-bar": ["bar"],
        "on-late": ["late-fill"],
        "on-soon": ["soon-fill"],
    ]

    /// Edges, icons and bars that say something.
    static let graphics: [String: [String]] = [
        "edge": ["ground", "sheet", "shade"],
        "brand": ["ground", "sheet"],
        "focus": boxes + ["shade"],
        "late": ["sheet", "late-shade"],
        "late-fill": ["sheet"],
        "soon": ["soon-shade"],
        "soon-edge": ["sheet", "soon-shade"],
        "kept": ["sheet", "kept-shade"],
        "info": ["sheet", "info-shade"],
        "series-1": ["sheet"], "series-2": ["sheet"], "series-3": ["sheet"],
        "sheet": ["series-1", "series-2", "series-3", "late"],
    ]

    private static let boxes = [
        "ground", "sheet", "late-shade", "soon-shade", "kept-shade", "info-shade",
    ]

    /// Colours of words that stand in a rule of their own: an icon, a heading in its box.
    private static let alsoTexts: Set<String> = ["soon", "info", "tone"]

    private static let looks = [(false, false), (true, false), (false, true), (true, true)]

    @Test("words have 4.5 to 1, edges and bars 3 to 1", arguments: looks)
    func pairs(isStaff: Bool, isDark: Bool) throws {
        let theme = try Stylesheet().theme(isStaff: isStaff, isDark: isDark)
        for (least, table) in [(4.5, Self.texts), (3.0, Self.graphics)] {
            for (front, grounds) in table {
                for ground in grounds {
                    let found = try theme.contrast(front, ground)
                    #expect(found >= least, "\(front) on \(ground) is \(found)")
                }
            }
        }
    }

    @Test("a colour that words are written in is in the table above")
    func known() throws {
        for rule in try Stylesheet().rules {
            for (name, value) in rule.declarations where name == "color" {
                for match in value.matches(of: /var\(--([a-z0-9-]+)\)/) {
                    let token = String(match.1)
                    #expect(
                        Self.texts[token] != nil || Self.alsoTexts.contains(token),
                        "\(rule.selector) writes in \(token)")
                }
            }
        }
    }

    @Test("where a rule sets both, the pair is in the table")
    func together() throws {
        for rule in try Stylesheet().rules {
            let names = { (wanted: Set<String>) in
                rule.declarations.filter { wanted.contains($0.name) }.flatMap { line in
                    line.value.matches(of: /var\(--([a-z0-9-]+)\)/).map { String($0.1) }
                }
            }
            guard let front = names(["color"]).last, let ground = names(["background"]).first,
                let known = Self.texts[front]
            else { continue }
            #expect(known.contains(ground), "\(rule.selector): \(front) on \(ground)")
        }
    }

    @Test("the arithmetic is WCAG's: black on white is 21, a known grey is what it is")
    func arithmetic() throws {
        let theme = Theme(
            colours: ["black": Colour("#000"), "white": Colour("#fff"), "grey": Colour("#707070")]
                .compactMapValues { $0 })
        #expect(abs(try theme.contrast("black", "white") - 21) < 0.001)
        #expect(abs(try theme.contrast("grey", "white") - 4.95) < 0.01)
    }
}
