internal import HTML
internal import HTTP

/// Why a form was kept and not obeyed.
enum SavedFormCause {
    /// She had to log in again.
    case login
    /// Its token was old.
    case age
    /// She was asked first why she opens the case.
    case reason

    fileprivate var danishWords: String {
        switch self {
        case .login: "Du er logget ind igen."
        case .age: "Siden var for gammel til at blive sendt."
        case .reason: "Du kan nu skrive på sagen."
        }
    }
}

extension Frame {
    /// What was written and could not be taken then, and one button that sends it.
    func savedFormPage(
        _ kept: SavedForm, _ labels: FieldLabels, token: String, after cause: SavedFormCause,
        for reader: StaffReader?
    ) -> HTML {
        page(
            PublicPage(
                title: "Din tekst er gemt her",
                content: """
                    <h1>Din tekst er gemt her</h1>
                    <p>\(cause.danishWords) Intet er sendt endnu. \
                    Se det igennem, og send det, hvis det stadig er rigtigt.</p>
                    \(kept.written.isEmpty ? .empty : summaryList(
                        kept.written.map { pair in
                            SummaryRow(labels.label(of: pair.name), "\(pair.value)")
                        }, id: "gemt"))
                    \(kept.hasChoices ? "<p>Dine valg i formularen bliver også sendt.</p>" : .empty)
                    \(kept.sendAgain(token: token))
                    <p><a href="/start">Send det ikke</a></p>
                    """), for: reader)
    }
}

extension SavedForm {
    /// One button that sends everything again, unseen.
    func sendAgain(token: String) -> HTML {
        """
        <form method="post" action="\(path)" novalidate id="send-igen-formular">
        <div hidden>\(hiddenField("token", token))\(asSent)</div>
        \(button("Send igen", id: "send-igen"))
        </form>
        """
    }
}
