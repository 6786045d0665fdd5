// A standard's file that is thrown at its reader: it may be refused, never fall over; one that is
// read must be good enough to judge a case by.

private let history = CaseHistory(
    person: Person(birthYear: 2000),
    events: [
        Event(
            on: CalendarDay(number: 20_000), .enquiry(Enquiry(wish: .treatment, channel: .web))),
        Event(
            on: CalendarDay(number: 20_005),
            .service(Service(.assessment, minutes: 60, planBegun: true))),
        Event(on: CalendarDay(number: 20_006), .planAgreed),
        Event(
            on: CalendarDay(number: 20_010),
            .decision(
                Decision(
                    modality: .residential, outcome: .granted,
                    until: CalendarDay(number: 20_100), delivery: .letter))),
        Event(
            on: CalendarDay(number: 20_011),
            .decision(Decision(modality: .day, outcome: .refused, delivery: .letter))),
        Event(on: CalendarDay(number: 20_012), .recordsRequest),
        Event(on: CalendarDay(number: 20_020), .discharge(.completed)),
    ],
    questions: [
        Question(on: CalendarDay(number: 20_015), .targetGroup),
        Question(on: CalendarDay(number: 20_015), .unit(site: nil)),
        Question(on: CalendarDay(number: 20_015), .payment(.craving)),
        Question(on: CalendarDay(number: 20_015), .closeCase),
    ])

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStandard(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let standard = try? QualityStandard(json: bytes) else { return 0 }
    let verdict = verdict(of: history, under: standard, on: CalendarDay(number: 20_050))
    precondition(!verdict.guarantee.isEmpty, "every standard has the law's clock")
    _ = standard.findings(on: CalendarDay(number: 20_050))
    return 0
}
