import Domain

/// Histories written short: each event and question is the inside of its JSON object.
enum HistoryText {
    /// A history, or `nil` when the text is none; the tests that use it would then fail.
    static func read(
        person: String = #""born": "1980-05-01""#, _ events: [String], questions: [String] = []
    ) -> CaseHistory? {
        let text = """
            { "format": "fjorten-case-history/1", "person": { \(person) },
              "events": [ \(events.map { "{ \($0) }" }.joined(separator: ",")) ],
              "questions": [ \(questions.map { "{ \($0) }" }.joined(separator: ",")) ] }
            """
        return try? CaseHistory(json: Array(text.utf8))
    }

    static func event(_ on: String, _ type: String, _ rest: String = "") -> String {
        #""on": "\#(on)", "type": "\#(type)"\#(rest)"#
    }

    static func enquiry(_ on: String) -> String {
        event(on, "enquiry", #", "wish": "treatment", "channel": "phone""#)
    }

    static func service(
        _ on: String, _ code: String = "individual-session", minutes: Int = 60
    ) -> String {
        event(on, "service", #", "service": "\#(code)", "minutes": \#(minutes)"#)
    }

    static func decision(_ on: String, _ modality: String, _ rest: String) -> String {
        event(on, "decision", #", "modality": "\#(modality)", \#(rest)"#)
    }

    static func ask(_ ask: String, _ on: String, _ rest: String = "") -> String {
        #""ask": "\#(ask)", "on": "\#(on)"\#(rest)"#
    }

    /// Every place a citizen could choose, asked on a day.
    static func freeChoice(
        _ on: String, _ modality: String, granted: String? = nil, approved: Bool = true,
        listed: Bool = true, agreements: Int = 1
    ) -> String {
        let grant = granted.map { #", "granted": "\#($0)""# } ?? ""
        return ask(
            "free-choice", on,
            """
            , "modality": "\(modality)"\(grant), "approved": \(approved), "listed": \(listed), \
            "municipalAgreements": \(agreements), "municipal": false
            """)
    }
}
