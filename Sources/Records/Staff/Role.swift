/// What a member of staff is here to do. Decides what she may see; one person, one role.
package enum Role: String, CaseIterable, Sendable {
    /// Receptionist: takes enquiries, books times (reception).
    case reception
    /// Alcohol consultant: treats (alkoholkonsulent).
    case consultant
    /// Physician, nurse: medicine (lægekonsulent, sygeplejerske).
    case medical
    /// Decides about day and residential treatment (visitator).
    case visitator
    /// Leader of the centre (leder).
    case leader
    /// Runs the system and exports the figures; reads no journals (administrator).
    case administrator
    /// Looks at logs only (tilsyn, databeskyttelsesrådgiver).
    case auditor
}
