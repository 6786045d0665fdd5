internal import Domain
internal import HTML
internal import Records

/// `/sager/{number}/aftaleliste`: every time the case has had, and what became of it.
func appointmentListPage(
    _ reading: CaseReading, _ names: CalendarNames
) -> HTML {
    let all = reading.file.appointments.sorted { $0.time.startsAt > $1.time.startsAt }
    return """
        <h1>Aftaler, sag \(text: reading.ref.number)</h1>
        \(caseHead(reading))
        \(dataTable(
            DataTable(
                id: "aftaleliste", caption: "Den seneste først", hidesCaption: true,
                columns: ["Tid", "Hvad", "Hvor og hos hvem", "Hvordan gik det?", "Handling"],
                rows: all.map { row($0, reading, names) },
                whenEmpty: "Der er ikke aftalt nogen tider endnu.")))
        """
}

private func row(
    _ appointment: Appointment, _ reading: CaseReading, _ names: CalendarNames
) -> DataRow {
    let time = appointment.time
    let isPast = time.endsAt <= reading.state.now
    let words =
        appointment.state == .booked && isPast ? "ikke noteret" : appointment.state.words
    return DataRow([
        "\(time.startsAt.inDigits)", "\(time.kind.danishName), \(time.minutes) min",
        "\(names.whereAndWho(time))", statusTag("\(words)", appointment.state.weight),
        appointment.state == .booked && reading.isOpen
            ? rowActions(timeActions(appointment, reading, isPast: isPast)) : "–",
    ])
}
