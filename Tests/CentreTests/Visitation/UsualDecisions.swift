import Domain
import Records

@testable import Centre
@testable import TestHouse

// What is applied for and decided most, with what a test does not care about left out.

extension Propose {
    /// Ready, and with all that day and residential treatment ask for.
    init(_ modality: Modality = .residential, isReady: Bool = true, outpatientTried: Bool = true) {
        var text = ProposalText()
        text.need = "Har svære abstinenser og drikker hver dag."
        text.wish = "Jeg kan ikke klare det derhjemme"
        text.whyNotLess = "Samtalerne her har ikke været nok."
        self.init(
            proposal: ProposalWritten(
                modality: modality, isReady: isReady, isYoung: false,
                outpatientTried: outpatientTried), text: text)
    }
}

extension Decide {
    static func refused(
        by delivery: Delivery = .digitalPost, to recipient: [String] = ["Grethe Gran"],
        noHearing: String = "Du kender allerede alt det, vi lægger vægt på."
    ) -> Decide {
        var words = DecisionWords()
        words.reasons = "Du har en bolig og en søster, der støtter dig."
        words.instead = "Samtaler hos os to gange om ugen."
        words.noHearing = noHearing
        words.outsideMeeting = "Det hastede."
        return Decide(
            outcome: .refused, grant: nil, words: words, meeting: nil, recipient: recipient,
            delivery: delivery)
    }

    static func granted(
        _ modality: Modality = .residential, from day: CalendarDay, other: Bool = false,
        payment: Int? = nil, by delivery: Delivery = .digitalPost
    ) -> Decide {
        var words = DecisionWords()
        words.reasons = "Du har prøvet samtaler hos os, og det har ikke været nok."
        words.paymentWhy = payment == nil ? "" : "Du har en indtægt og ingen husleje imens."
        words.noHearing = "Du har selv bedt om det."
        words.outsideMeeting = "Det hastede."
        return Decide(
            outcome: other ? .otherGranted : .granted,
            grant: Grant(
                modality: modality, place: "Eksempelgården", from: day,
                until: day.adding(days: 83), payment: payment),
            words: words, meeting: nil, recipient: ["Grethe Gran"], delivery: delivery)
    }
}

extension SendHearing {
    init(until day: CalendarDay) {
        self.init(
            facts: "Du har ikke prøvet samtaler hos os først.", until: day,
            recipient: ["Grethe Gran"], delivery: .digitalPost)
    }
}
