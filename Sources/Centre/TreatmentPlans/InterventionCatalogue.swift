internal import Domain

/// What the centre's own standard offers (indsatser), as the plan's form lists it.
struct InterventionCatalogue: Sendable {
    struct Intervention: Hashable, Sendable {
        let name: String
        /// How much, in the standard's own words.
        let extent: String?
        /// What whoever does it must be able to.
        let competence: String?
        let provider: String?
    }

    let all: [Intervention]

    /// The numbered interventions of the standard; of one that has none, the services it names; of one that is silent on
    /// both, the services there are.
    init(_ standard: QualityStandard) {
        let numbered = standard.entries.compactMap { entry -> Intervention? in
            guard entry.path.hasPrefix("interventions["), let object = entry.value.object,
                let name = object["name"]?.string
            else { return nil }
            return Intervention(
                name: name, extent: object["extent"]?.string,
                competence: object["competence"]?.string, provider: object["provider"]?.string)
        }
        guard numbered.isEmpty else {
            all = numbered
            return
        }
        let named = standard.entries.first { $0.path == "course.services" }?.value.array?
            .compactMap(\.string)
        let names = named ?? ServiceCode.allCases.map(\.danishName)
        all = names.map {
            Intervention(
                name: $0.capitalisedFirst, extent: nil, competence: nil, provider: nil)
        }
    }

    var names: [String] { all.map(\.name) }

    /// The one of this name.
    func find(_ name: String) -> Intervention? {
        all.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
}
