internal import HTML
internal import HTTP
internal import Records

/// What a guest was about to do when there were too many.
enum GuestStep {
    case beginning, sending
}

extension Visit {
    /// 429: others where she is have used the turns. It never says that she has done something wrong, and gives the number.
    func guestsMustWait(seconds: Int, _ step: GuestStep) -> Response {
        web.refusals.note(.turn, by: nil, at: now)
        return page(
            frame.guestsMustWaitPage(minutes: (seconds + 59) / 60, step), status: .tooManyRequests
        )
        .retrying(afterSeconds: seconds)
    }
}

extension Frame {
    fileprivate func guestsMustWaitPage(minutes: Int, _ step: GuestStep) -> HTML {
        page(
            PublicPage(
                title: "Ring til os",
                content: """
                    <h1>Ring til os</h1>
                    <p>Der er mange, der skriver til os lige nu. Derfor kan vi ikke \
                    \(step == .sending ? "tage imod dine svar her" : "tage imod flere her").</p>
                    <p>Ring på <a href="\(profile.phoneLink)">\(profile.phone)</a>, så hjælper vi dig med det \
                    samme.</p>
                    <p>Du kan også \(step == .sending
                        ? "trykke Send igen om \(minutesInWords(minutes)). Vi gemmer dine svar i 60 minutter."
                        : "prøve igen om \(minutesInWords(minutes)).")</p>
                    <p>Ring 112, hvis det er livsfarligt.</p>
                    """))
    }

    private func minutesInWords(_ minutes: Int) -> HTML {
        minutes == 1 ? "1 minut" : "\(minutes) minutter"
    }
}
