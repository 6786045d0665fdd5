extension Centre {
    /// The intake room.
    var intake: IntakeService { IntakeService(vault: vault, cases: cases, audit: audit) }
}
