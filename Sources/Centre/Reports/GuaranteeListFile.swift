internal import Domain
internal import Records

/// What a report says of its own making, so that somebody else can make it again.
struct ReportOrigin: Sendable {
    let runAt: Instant
    let standardID: String
    let standardVersion: Int
    /// How far the audit log had come; `verify --head` proves that it still passes through there.
    let auditHead: ChainAnchor.Head

    /// What stands under the figures, on the page and in the file.
    var lines: [(String, String)] {
        [
            ("Kørt", runAt.inWordsWithSeconds),
            ("Kvalitetsstandard", "\(standardID), version \(standardVersion)"),
            ("Logkædens hoved", auditHead.text),
        ]
    }
}

/// The guarantee list as a file: every clock, every impossible date, every outcome with its number. No names.
func guaranteeListFile(_ report: GuaranteeReport, _ origin: ReportOrigin) -> CSV {
    var file = CSV(columns: [
        "Række", "Sagsnummer", "Modtaget", "Sidste dag", "Udfald", "Begyndt", "Dage ventet",
        "Dage for sent", "Tæller med", "Antal", "Bemærkning",
    ])
    for row in report.rows { file.append(clockRow(row)) }
    for date in report.impossible { file.append(impossibleRow(date)) }
    for row in summaryRows(report) { file.append(row) }
    for row in originRows(report, origin) { file.append(row) }
    return file
}

private func clockRow(_ row: GuaranteeReport.Row) -> [CSV.Cell] {
    let clock = row.clock
    return [
        .text("Forløb"), .text(row.number.description), .day(clock.received), .day(clock.lastDay),
        .text(clock.status.danishName), .day(clock.startedOn), .number(clock.daysWaited),
        .number(clock.daysLate), .text(clock.counted ? "ja" : "nej"), .number(1),
    ]
}

private func impossibleRow(_ date: ImpossibleDate) -> [CSV.Cell] {
    [
        .text("Umulig dato"), .text(date.number.description), .empty, .empty, .empty, .empty,
        .empty, .empty, .empty, .number(1), .text(date.words),
    ]
}

private func summaryRows(_ report: GuaranteeReport) -> [[CSV.Cell]] {
    let outcomes = GuaranteeStatus.allCases.map { status in
        sum(
            status.danishName, .number(report.count(status)),
            status.isCounted ? "tæller med" : "opgøres særskilt")
    }
    return outcomes + [
        sum("Umulige datoer", .number(report.impossible.count), "rækkerne ovenfor"),
        sum("Forløb i alt", .number(report.rows.count), ""),
    ] + figureRows(report.figures(withSeparate: false), "de forløb, der tæller med")
        + figureRows(
            report.figures(withSeparate: true), "også fraveget efter eget valg og ikke mødt")
}

private func figureRows(_ figures: GuaranteeReport.Figures, _ whose: String) -> [[CSV.Cell]] {
    [
        sum(
            "Overholdt i procent", .decimal(figures.metPercent, decimals: 1),
            "\(whose); n = \(figures.judgedCount)"),
        sum(
            "Dage ventet, median", .decimal(figures.medianDays, decimals: 1),
            "\(whose); n = \(figures.waits.count)"),
        sum(
            "Dage ventet, 90-percentil", .number(figures.ninetiethPercentileDays),
            "\(whose); n = \(figures.waits.count)"),
    ]
}

private func sum(_ what: String, _ value: CSV.Cell, _ remark: String) -> [CSV.Cell] {
    [
        .text("Sum"), .empty, .empty, .empty, .text(what), .empty, .empty, .empty, .empty, value,
        .text(remark),
    ]
}

private func originRows(_ report: GuaranteeReport, _ origin: ReportOrigin) -> [[CSV.Cell]] {
    func about(_ what: String, _ value: String) -> [CSV.Cell] {
        [
            .text("Om"), .empty, .empty, .empty, .text(what), .empty, .empty, .empty, .empty,
            .empty, .text(value),
        ]
    }
    return [
        about(
            "Periode",
            "\(report.period.first.danishText) til \(report.period.last.danishText), begge dage med"
        ),
        about("Opgjort pr.", report.asOf.danishText),
    ] + origin.lines.map(about)
}

extension ImpossibleDate {
    /// What cannot be right, without a name in it.
    var words: String {
        let day = day.danishText
        let enquiry = against.danishText
        return switch kind {
        case .serviceBeforeEnquiry: "En ydelse den \(day) ligger før henvendelsen den \(enquiry)"
        case .offerBeforeEnquiry:
            "En tilbudt tid den \(day) ligger før henvendelsen den \(enquiry)"
        case .answerBeforeEnquiry: "Et svar den \(day) ligger før henvendelsen den \(enquiry)"
        case .dischargeBeforeEnquiry:
            "En udskrivning den \(day) ligger før henvendelsen den \(enquiry)"
        case .inTheFuture: "En dato i fremtiden: \(day)"
        }
    }
}

extension Instant {
    /// `12. november 2026 kl. 11.04.09`
    fileprivate var inWordsWithSeconds: String {
        let (day, hour, minute, second) = copenhagen
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.danishText) kl. \(two(hour)).\(two(minute)).\(two(second))"
    }
}
