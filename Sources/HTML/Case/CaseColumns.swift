/// The story to the left, what stands and what can be done to the right; on a small screen one
/// after the other, in the order they are read.
package func caseColumns(story: HTML, facts: HTML) -> HTML {
    """
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
