internal import Domain
internal import HTML
internal import Records

/// Enrolment and assessment (indskrivning, udredning): what is found out, by words and by measures.
enum AssessmentRoom {
    static let description = RoomDescription(
        "Assessment",
        menu: [MenuItem(id: "skemaer", label: "Skemaer", address: "/skemaer")],
        sections: [
            CaseSection(
                .act, on: [.tab(.measures)],
                reads: { _, _, db in try InstrumentBook().all(in: db) },
                newMeasureSection),
            CaseSection(
                .story, on: [.tab(.measures)],
                reads: { reading, _, db in
                    try MeasureSeries.all(of: reading, InstrumentBook().all(in: db))
                }, { series, reading, _ in measureSection(series, reading) }),
            CaseSection(.story, on: [.tab(.measures)], assessmentSection),
        ],
        acts: [
            Enrol.self, WriteAssessment.self, AssessAcute.self, ReferOut.self,
            AnswerReferral.self, RecordMeasure.self,
        ],
        statements: [InstrumentSQL.self],
        tables: [RecordTable("instrument", of: .centre)],
        actions: [.measureTaken, .instrumentAdded],
        fieldLabels: labels)

    private static let labels: [String: HTML] = {
        var labels: [String: HTML] = [
            "maalt-dato": "Dato", "maalt-tid": "Klokken", "svar": "Svar",
            "praecis": "Et tal mellem to svar", "skema": "Skema", "skemafil": "Filens indhold",
        ]
        for place in 0..<MeasureForm.questionsMax {
            labels[MeasureForm.field(place)] = "Svar på spørgsmål \(place + 1)"
        }
        return labels
    }()
}
