/// What `fjorten explain` does with the bytes it is given: one history in, one verdict out.
package enum Explain {
    /// The verdict on a history, as the bytes that are printed.
    ///
    /// - Throws: every fault of the history, also a question that lies after the day.
    package static func verdict(
        ofHistory bytes: [UInt8], under standard: QualityStandard, on day: CalendarDay
    ) throws(HistoryFaults) -> [UInt8] {
        let history = try CaseHistory(json: bytes)
        let late = history.questionsAsked(after: day)
        guard late.isEmpty else { throw HistoryFaults(late) }
        return judged(history, standard, day).bytes
    }
}

/// Outside the type, where `verdict` is the function and not its namesake above.
private func judged(
    _ history: CaseHistory, _ standard: QualityStandard, _ day: CalendarDay
) -> Verdict {
    verdict(of: history, under: standard, on: day)
}

extension CaseHistory {
    /// The faults of questions that lie after the day on which the case is looked at.
    package func questionsAsked(after day: CalendarDay) -> [JSONFault] {
        questions.enumerated().filter { $0.element.on > day }.map { index, question in
            JSONFault(
                JSONPath.root.key("questions").index(index).key("on"),
                "\(question.on) lies after \(day)")
        }
    }
}
