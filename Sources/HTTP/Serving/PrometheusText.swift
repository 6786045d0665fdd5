extension ServerMetrics {
    /// The figures in the Prometheus text format 0.0.4.
    public var prometheusText: String {
        var text = """
            # HELP http_responses_total Responses sent, by the first digit of their status.
            # TYPE http_responses_total counter

            """
        for (index, count) in responsesByClass.enumerated() {
            text += "http_responses_total{status=\"\(index + 1)xx\"} \(count)\n"
        }
        text += """
            # HELP http_connections Connections open now.
            # TYPE http_connections gauge
            http_connections \(connectionCount)
            # HELP http_answer_seconds From asking the handler until the response was written.
            # TYPE http_answer_seconds histogram

            """
        var soFar: UInt64 = 0
        for (limit, count) in zip(Self.bucketMicroseconds, bucketCounts) {
            soFar += count
            text += "http_answer_seconds_bucket{le=\"\(Self.seconds(limit))\"} \(soFar)\n"
        }
        text += """
            http_answer_seconds_bucket{le="+Inf"} \(requestCount)
            http_answer_seconds_sum \(Self.seconds(totalMicroseconds))
            http_answer_seconds_count \(requestCount)

            """
        return text
    }

    /// Microseconds as seconds with a decimal point and no needless zeros.
    private static func seconds(_ microseconds: UInt64) -> String {
        let rest = String(microseconds % 1_000_000)
        let digits = String(repeating: "0", count: 6 - rest.count) + rest
        let kept = digits.reversed().drop { $0 == "0" }.reversed()
        let whole = String(microseconds / 1_000_000)
        return kept.isEmpty ? whole : whole + "." + String(kept)
    }
}
