/// Figures in the Prometheus text format 0.0.4.
package enum PrometheusText {
    /// A value that goes up and down.
    package static func gauge(_ name: String, _ help: String, _ value: Int) -> String {
        """
        # HELP \(name) \(help)
        # TYPE \(name) gauge
        \(name) \(value)

        """
    }

    /// How many took how long.
    ///
    /// - Parameter counts: One for each bound, and one for what took longer than all of them.
    package static func histogram(
        _ name: String, _ help: String, boundsMicroseconds: [UInt64], counts: [UInt64],
        totalMicroseconds: UInt64
    ) -> String {
        var text = """
            # HELP \(name) \(help)
            # TYPE \(name) histogram

            """
        var soFar: UInt64 = 0
        for (bound, count) in zip(boundsMicroseconds, counts) {
            soFar += count
            text += "\(name)_bucket{le=\"\(seconds(bound))\"} \(soFar)\n"
        }
        let all = counts.reduce(0, +)
        return text + """
            \(name)_bucket{le="+Inf"} \(all)
            \(name)_sum \(seconds(totalMicroseconds))
            \(name)_count \(all)

            """
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

extension ServerMetrics {
    /// The figures of a server.
    package var prometheusText: String {
        var text = """
            # HELP http_responses_total Responses sent, by the first digit of their status.
            # TYPE http_responses_total counter

            """
        for (index, count) in responsesByClass.enumerated() {
            text += "http_responses_total{status=\"\(index + 1)xx\"} \(count)\n"
        }
        text += PrometheusText.gauge("http_connections", "Connections open now.", connectionCount)
        text += PrometheusText.histogram(
            "http_answer_seconds", "From asking the handler until the response was written.",
            boundsMicroseconds: Self.bucketMicroseconds, counts: bucketCounts,
            totalMicroseconds: totalMicroseconds)
        return text
    }
}
