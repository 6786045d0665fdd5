extension HTML {
    /// The words alone, without their tags: for an attribute, or for a drawing's title.
    ///
    /// What was text stays escaped; a quotation mark that stands in the source's own words is
    /// written as an entity, so the words stay inside an attribute.
    var wordsOnly: HTML {
        var words: [UInt8] = []
        words.reserveCapacity(bytes.count)
        var isInTag = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): isInTag = true
            case UInt8(ascii: ">") where isInTag: isInTag = false
            case _ where isInTag: continue
            case UInt8(ascii: "\""): words += Array("&quot;".utf8)
            default: words.append(byte)
            }
        }
        return HTML(markup: words)
    }

    /// Words for those who hear the page; nobody sees them.
    package static func unseen(_ words: HTML) -> HTML {
        "<span class=\"visually-hidden\">\(words)</span>"
    }
}

/// ` name="words"` with the space before it, or nothing: for words that may come as markup.
func attribute(_ name: StaticString, words: HTML?) -> HTML {
    guard let words else { return .empty }
    return " \(HTML(stringLiteral: name))=\"\(words.wordsOnly)\""
}
