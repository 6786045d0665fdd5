extension Law {
    /// Every provision the product cites, with the days it stood where it stood.
    ///
    /// Sources: Sundhedsloven as consolidated in LBK 275 of 12/03/2025. L 44 (2015-16) put two
    /// new stykker into § 141 and moved anonymity and free treatment to stk. 7 and 8. L 165
    /// (2015-16) made the contract of § 141 b a duty and repealed § 141 a and § 141 b, stk. 5.
    /// L 126 (2023-24) took integrated treatment out of the municipal duty. Barnets lov replaced
    /// Serviceloven's children's rules on 2024-01-01.
    static let provisions: [Provision] = alcohol + pregnancy + people + administration

    private static let sundhedslovenBegan: StaticString = "2007-01-01"
    private static let alcoholStykkerMoved: StaticString = "2016-01-01"

    private static let alcohol = [
        Provision(.alcoholTreatment, .sundhedsloven, "141", stk: 1, Validity(sundhedslovenBegan)),
        Provision(.guarantee, .sundhedsloven, "141", stk: 2, Validity(sundhedslovenBegan)),
        Provision(
            .outsideDuty, .sundhedsloven, "141", stk: 1, pkt: 2, Validity("2024-09-01")),
        Provision(.regionGuarantee, .sundhedsloven, "82 c", Validity("2024-09-01")),
        Provision(.treatmentPlaces, .sundhedsloven, "141", stk: 3, Validity(sundhedslovenBegan)),
        Provision(.placeDirectory, .serviceloven, "14", Validity("2007-01-01")),
        Provision(
            .providerApproval, .sundhedsloven, "141", stk: 5, Validity(alcoholStykkerMoved)),
        Provision(.freeChoice, .sundhedsloven, "141", stk: 6, Validity(alcoholStykkerMoved)),
        Provision(
            .anonymity, .sundhedsloven, "141", stk: 5,
            Validity(sundhedslovenBegan, through: "2015-12-31")),
        Provision(.anonymity, .sundhedsloven, "141", stk: 7, Validity(alcoholStykkerMoved)),
        Provision(
            .freeAnywhere, .sundhedsloven, "141", stk: 6,
            Validity(sundhedslovenBegan, through: "2015-12-31")),
        Provision(.freeAnywhere, .sundhedsloven, "141", stk: 8, Validity(alcoholStykkerMoved)),
        Provision(.prevention, .sundhedsloven, "119", Validity(sundhedslovenBegan)),
    ]

    private static let pregnancy = [
        Provision(
            .pregnancyContract, .sundhedsloven, "141 b",
            Validity("2007-07-01", through: "2016-12-31"), isDuty: false),
        Provision(.pregnancyContract, .sundhedsloven, "141 b", Validity("2017-01-01")),
        Provision(.pregnancyDetention, .sundhedsloven, "141 c", Validity("2007-07-01")),
        Provision(
            .noAppeal, .sundhedsloven, "141 b", stk: 5,
            Validity("2007-07-01", through: "2016-12-31")),
    ]

    private static let people = [
        Provision(
            .childNotification, .serviceloven, "153",
            Validity("2006-01-01", through: "2023-12-31")),
        Provision(.childNotification, .barnetsLov, "133", Validity("2024-01-01")),
        Provision(.socialPlan, .serviceloven, "141", Validity("2006-01-01")),
        Provision(.qualityStandard, .serviceloven, "139", Validity("2006-01-01")),
        Provision(.minorsConsent, .sundhedsloven, "17", Validity(sundhedslovenBegan)),
        Provision(.consent, .sundhedsloven, "44", Validity(sundhedslovenBegan)),
        Provision(.confidentiality, .sundhedsloven, "40", Validity(sundhedslovenBegan)),
        Provision(.disclosure, .sundhedsloven, "43", Validity(sundhedslovenBegan)),
        Provision(.physiciansDuty, .autorisationsloven, "44", Validity("2007-01-01")),
        Provision(.retention, .autorisationsloven, "25", Validity("2007-01-01")),
    ]

    private static let administration = [
        Provision(.recordsAccess, .forvaltningsloven, "16", stk: 2, Validity("2014-01-01")),
        Provision(
            .recordsAccess, .forvaltningsloven, "16", stk: 2,
            Validity("1987-01-01", through: "2013-12-31"), isDuty: false),
        Provision(.healthComplaint, .klageOgErstatningsloven, "3 a", Validity("2007-01-01")),
        Provision(.citizensDeadline, .foraeldelsesloven, "27", Validity("2008-01-01")),
        Provision(.caseNotes, .offentlighedsloven, "13", Validity("2014-01-01")),
        Provision(.hearing, .forvaltningsloven, "19", Validity("1987-01-01")),
        Provision(.grounds, .forvaltningsloven, "24", Validity("1987-01-01")),
        Provision(.complaintGuidance, .forvaltningsloven, "25", Validity("1987-01-01")),
    ]
}
