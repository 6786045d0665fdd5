/// A centre's published quality standard (kvalitetsstandard), as data that the rules execute.
///
/// Everything that differs between municipalities is a value here, and every value carries the
/// words it was read from. The rules know no municipality by name: a copy of a standard under
/// another id gives the same verdicts. A value that is `nil` means that the standard is silent.
///
/// Values that no rule reads, but that a reader of the standard should find, are in ``entries``
/// together with all others.
package struct QualityStandard: Hashable, Sendable {
    /// Its short name, as `--standard` takes it.
    package let id: String
    /// Its name as people say it.
    package let name: String
    /// Counts up when the same standard is published anew.
    package let version: Int
    /// The municipality's four-digit code; none for a national catalogue.
    package let municipality: String?

    /// When it was approved and how long it holds.
    package let adoption: Adoption
    /// The paragraphs it stands on, as it cites them.
    package let legalReferences: [LegalReference]
    /// Whom it is for.
    package let target: TargetGroup
    /// Its words on the fourteen days.
    package let guarantee: Guarantee
    /// What happens when someone asks for help.
    package let intake: Intake
    /// Who decides on treatment, and when.
    package let visitation: Visitation
    /// The bodies that decide; empty where the standard names none.
    package let decidingBodies: [DecidingBody]
    /// Internal milestones counted from the enquiry; empty in most standards.
    package let milestones: [Milestone]
    /// The citizen's right to choose another place, for each modality.
    package let freeChoice: FreeChoice
    /// Anonymous talks and treatment.
    package let anonymity: Anonymity
    /// The treatment plan.
    package let plan: Plan
    /// The course of treatment.
    package let course: Course
    /// What happens after discharge.
    package let discharge: Discharge
    /// Grants of day and residential treatment.
    package let grants: Grants
    /// Who pays for what.
    package let payment: Payment
    /// How one complains.
    package let complaint: Complaint
    /// Access to records.
    package let records: Records
    /// How long records are kept.
    package let retention: Retention
    /// Children of the one who drinks.
    package let children: Children
    /// Notifying others.
    package let notifications: Notifications
    /// Medicine and acupuncture.
    package let medicine: Medicine
    /// The teams a citizen can belong to; empty where the standard names none.
    package let units: [Unit]

    /// Every value of the file, also those that no rule reads, in the order of the schema.
    package let entries: [StandardEntry]
    /// What the file leaves out, and how it is read instead.
    let omissions: [StandardFinding]
}

/// One value of a standard as it stands in the file.
package struct StandardEntry: Hashable, Sendable {
    /// Where it stands: `plan.reviewMaxMonths`, `units[0]`.
    package let path: String
    /// The value as JSON; `null` where the standard is silent.
    package let value: JSONValue
    /// The words behind it.
    package let saying: Saying
    /// Whether no rule reads it: it is there to be shown.
    package let isQuotedOnly: Bool
}
