/// What people came to do first, then the story to the left and what stands fast to the right; on a
/// small screen one after the other, in the order they are read.
package func caseColumns(acts: [HTML] = [], story: HTML, facts: HTML) -> HTML {
    """
    \(acts.isEmpty ? .empty : "<div class=\"buttons\">\(acts.joined(by: "\n"))</div>\n")\
    <div class="case-columns">
    <div class="story">
    \(story)
    </div>
    <div class="facts">
    \(facts)
    </div>
    </div>
    """
}
