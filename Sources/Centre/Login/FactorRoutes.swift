internal import Domain
internal import Foundation
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/min-adgang/kode`: an app that makes codes is put beside her password, or taken away.
struct FactorRoutes: Sendable {
    let staff: StaffAccounts

    var all: [CentreRoute] {
        [
            CentreRoute.staff(.get, FactorPage.address.text) { visit, loop in
                if try staff.factor(of: visit.session.member, in: loop.db) != nil {
                    return .now(visit.factorPage(nil, []))
                }
                return .now(visit.factorPage(.random(), []))
            }.reachingFar,
            CentreRoute.staff(.post, FactorPage.address.text, nil, set).reachingFar,
            CentreRoute.staff(.post, "/min-adgang/kode/fjern", nil, remove).reachingFar,
        ]
    }

    /// The first code proves that the app has the secret.
    private func set(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let (member, vault) = (visit.session.member, visit.visit.web.house.vault)
        guard try staff.factor(of: member, in: loop.db) == nil,
            let secret = FactorPage.secret(visit.request, of: member, vault)
        else { return .now(.seeOther(FactorPage.address.text)) }
        let door = visit.visit.web.loginGuard
        if let seconds = door.secondsToWait(forCodeOf: member.id, at: visit.now) {
            let wait = "Der er prøvet mange gange. Vent \(seconds) sekunder, og prøv igen"
            return .now(visit.factorPage(secret, [FormProblem(field: "kode", message: wait)]))
        }
        let typed = (visit.request.form.word("kode") ?? "").filter { $0 != " " }
        let near = [-30, 0, 30].map { Instant(seconds: visit.now.seconds + $0) }
        guard near.contains(where: { ConstantTime.areEqual(secret.code(at: $0), typed) }) else {
            return .now(
                visit.factorPage(
                    secret,
                    [
                        FormProblem(
                            field: "kode",
                            message:
                                "Koden passer ikke. Se, om telefonens ur går rigtigt, og prøv igen")
                    ]))
        }
        let (actor, now) = (visit.actor, visit.now)
        return visit.visit.writing { [staff] db in
            try staff.setFactor(secret, of: member, by: actor, at: now, in: db)
        } then: { codes, _ in
            visit.recoveryPage(codes)
        }
    }

    private func remove(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let (member, actor, now) = (visit.session.member, visit.actor, visit.now)
        return visit.visit.writing { [staff] db in
            try staff.setFactor(nil, of: member, by: actor, at: now, in: db)
        } then: { _, _ in
            visit.confirm(Confirmation("Du logger nu ind uden kode fra en app."))
            return .seeOther(OwnAccess.address.text)
        }
    }
}

/// The secret travels sealed in the page that shows it, until its first code has come.
enum FactorPage {
    static let address: Address = "/min-adgang/kode"
    private static let field = "hemmelighed"
    private static let purpose: StaticString = "factor setup"

    static func carried(
        _ secret: OneTimeCode.Secret, of member: StaffMember, _ vault: Vault
    ) -> HTML {
        let sealed = try? vault.sealCarried(secret.sealedForm(for: member.id), purpose: purpose)
        return hiddenField(field, Data(sealed ?? []).base64EncodedString())
    }

    static func secret(
        _ request: Request, of member: StaffMember, _ vault: Vault
    ) -> OneTimeCode.Secret? {
        request.form.text(field).flatMap { Data(base64Encoded: Data($0.utf8)) }
            .flatMap { vault.openCarried([UInt8]($0), purpose: purpose) }
            .flatMap { OneTimeCode.Secret(sealedForm: $0, of: member.id) }
    }
}
