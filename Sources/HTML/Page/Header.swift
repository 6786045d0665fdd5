/// A menu's words with how many wait behind it: `Modtagelse (6)`. None is not said.
package func counted(_ words: HTML, _ count: Int) -> HTML {
    count > 0 ? "\(words) <span class=\"count\">(\(count))</span>" : words
}

/// The search box of the header. It sends a form (POST), so that no name stands in an address.
package func searchBox(
    _ action: Address, token: String, field: String = "ord", label: HTML, accessKey: String? = nil,
    value: String = ""
) -> HTML {
    """
    <form class="search" role="search" method="post" action="\(action)" novalidate>
    <div hidden>\(hiddenField("token", token))</div>
    <label class="visually-hidden" for="hoved-\(field)">\(label)</label>
    <input class="input" type="search" id="hoved-\(field)" name="\(field)" value="\(value)" \
    autocomplete="off"\(attribute("placeholder", words: label))\(attribute("accesskey", accessKey))>
    <button class="button secondary">Søg</button>
    </form>
    """
}
