/// A centre's published quality standard (kvalitetsstandard), as data that the rules execute.
///
/// Everything that differs between municipalities is a value here, and every value carries the
/// words it was read from. The rules know no municipality by name: a copy of a standard under
/// another id gives the same verdicts. A value that is `nil` means that the standard is silent.
///
/// Values that no rule reads, but that a reader of the standard should find, are in ``entries``
/// together with all others.
public struct QualityStandard: Hashable, Sendable {
    /// Its short name, as `--standard` takes it.
    public let id: String
    /// Its name as people say it.
    public let name: String
    /// Counts up when the same standard is published anew.
    public let version: Int
    /// The municipality's four-digit code; none for a national catalogue.
    public let municipality: String?

    /// When it was approved and how long it holds.
    public let adoption: Adoption
    /// The paragraphs it stands on, as it cites them.
    public let legalReferences: [LegalReference]
    /// Whom it is for.
    public let target: TargetGroup
    /// Its words on the fourteen days.
    public let guarantee: Guarantee
    /// What happens when someone asks for help.
    public let intake: Intake
    /// Who decides on treatment, and when.
    public let visitation: Visitation
    /// The bodies that decide; empty where the standard names none.
    public let decidingBodies: [DecidingBody]
    /// Internal milestones counted from the enquiry; empty in most standards.
    public let milestones: [Milestone]
    /// The citizen's right to choose another place, for each modality.
    public let freeChoice: FreeChoice
    /// Anonymous talks and treatment.
    public let anonymity: Anonymity
    /// The treatment plan.
    public let plan: Plan
    /// The course of treatment.
    public let course: Course
    /// What happens after discharge.
    public let discharge: Discharge
    /// Grants of day and residential treatment.
    public let grants: Grants
    /// Who pays for what.
    public let payment: Payment
    /// How one complains.
    public let complaint: Complaint
    /// Access to records.
    public let records: Records
    /// How long records are kept.
    public let retention: Retention
    /// Children of the one who drinks.
    public let children: Children
    /// Notifying others.
    public let notifications: Notifications
    /// Medicine and acupuncture.
    public let medicine: Medicine
    /// The teams a citizen can belong to; empty where the standard names none.
    public let units: [Unit]

    /// Every value of the file, also those that no rule reads, in the order of the schema.
    public let entries: [StandardEntry]
    /// What the file leaves out, and how it is read instead.
    let omissions: [StandardFinding]
}

/// One value of a standard as it stands in the file.
public struct StandardEntry: Hashable, Sendable {
    /// Where it stands: `plan.reviewMaxMonths`, `units[0]`.
    public let path: String
    /// The value as JSON; `null` where the standard is silent.
    public let value: JSONValue
    /// The words behind it.
    public let saying: Saying
    /// Whether no rule reads it: it is there to be shown.
    public let isQuotedOnly: Bool
}
