internal import Crypto
internal import Domain
internal import Records
internal import Synchronization

/// One open session: who it is, and the token every form of hers carries.
struct Session: Sendable {
    let member: StaffMember
    /// In every form, compared at every POST: somebody else's page cannot write in her name.
    let formToken: String
    /// A short digest for the audit log: ties entries together, opens nothing.
    let digest: String
    /// What she opened it with, as the database holds it; nil where no password was asked.
    var passwordHash: String?
    let openedAt: Instant
    /// When she last typed her password: before what reaches far, it is asked for again.
    var provenAt: Instant
    var seenAt: Instant
    /// Why she opened the cases that are opened for a reason only. In memory: the log keeps them sealed.
    var reasons: [CaseID: String] = [:]
    /// What was just done, to be said on the next page.
    var confirmation: Confirmation?
    /// The screen is turned to the citizen: nothing else opens meanwhile.
    var screen: CitizenScreen?

    /// Whether she is still who she was when it was opened: her door may have been closed, or her password changed, by
    /// a command that runs beside the server.
    func isStillHers(
        _ found: (member: StaffMember, passwordHash: String)?
    ) -> Bool {
        guard let found, found.member == member else { return false }
        return passwordHash.map { $0 == found.passwordHash } ?? true
    }

    /// She came in by a first password, and has none of her own yet.
    var mustChoosePassword: Bool { passwordHash.map(FirstPassword.isUsed) ?? false }

    /// Whether she typed her password so long ago that it is asked for again before what reaches far.
    func mustProveItself(at now: Instant) -> Bool {
        !(0...Sessions.provenMinutesMax * 60).contains(provenAt.age(at: now))
    }

    var actor: Actor {
        Actor(staff: member.id, role: member.role.rawValue, session: digest)
    }

    /// Until she is logged off if she does nothing: the idle limit, or the end of the day if that comes first.
    func secondsLeft(at now: Instant) -> Int {
        max(
            0,
            min(
                Sessions.idleMinutesMax * 60 - seenAt.age(at: now),
                Sessions.hoursMax * 3600 - openedAt.age(at: now)))
    }
}

/// The open sessions, in memory only: a restart logs everybody out, and a stolen database opens no session.
final class Sessions: Sendable {
    /// Logged out after so long without a click.
    static let idleMinutesMax = 15
    /// Logged out after so long in any case: a working day and a bit.
    static let hoursMax = 10
    /// What reaches far asks for the password again after so long.
    static let provenMinutesMax = 10
    /// One person's sessions at once; one more ends the one that was used longest ago.
    static let perMemberMax = 5

    private let open = Mutex<[String: Session]>([:])
    /// The keys of those who did nothing for so long, so that they can be told; until somebody logs in a day later.
    private let idle = Mutex<[String: Instant]>([:])
    private let owner: FormOwner

    init(_ owner: FormOwner) { self.owner = owner }

    /// Opens a session and returns the key that only her cookie holds.
    func start(
        _ member: StaffMember, by passwordHash: String? = nil, at now: Instant
    ) -> (key: String, session: Session) {
        let key = RandomID.token()
        let session = Session(
            member: member, formToken: owner.token(for: member.id), digest: Self.digest(of: key),
            passwordHash: passwordHash, openedAt: now, provenAt: now, seenAt: now)
        open.withLock { sessions in
            for (key, session) in sessions where Self.isOver(session, at: now) {
                sessions[key] = nil
                if Self.isIdle(session, at: now) { noteIdle(key, at: now) }
            }
            let hers = sessions.filter { $0.value.member.id == member.id }
            for old in hers.sorted(by: { $0.value.seenAt < $1.value.seenAt })
                .dropLast(Self.perMemberMax - 1)
            {
                sessions[old.key] = nil
            }
            sessions[key] = session
        }
        return (key, session)
    }

    /// Every open session of a member, the one that was used last first.
    func all(of staff: StaffID, at now: Instant) -> [Session] {
        open.withLock { sessions in
            sessions.values.filter { $0.member.id == staff && !Self.isOver($0, at: now) }
                .sorted { $0.seenAt > $1.seenAt }
        }
    }

    /// She has typed her password again.
    func prove(_ key: String, at now: Instant) {
        open.withLock { $0[key]?.provenAt = now }
    }

    /// She has another password: this session goes on with it.
    func renew(_ key: String, passwordHash: String, at now: Instant) {
        open.withLock { sessions in
            sessions[key]?.passwordHash = passwordHash
            sessions[key]?.provenAt = now
        }
    }

    /// Ends one of a member's sessions, by its digest.
    func end(_ digest: String, of staff: StaffID) {
        open.withLock { sessions in
            sessions = sessions.filter {
                $0.value.member.id != staff || $0.value.digest != digest
            }
        }
    }

    /// Ends every session of a member but this one.
    func endOthers(than digest: String, of staff: StaffID) {
        open.withLock { sessions in
            sessions = sessions.filter {
                $0.value.member.id != staff || $0.value.digest == digest
            }
        }
    }

    /// The session behind a cookie, if it still runs; being asked for counts as being seen.
    func session(_ key: String, at now: Instant) -> Session? {
        open.withLock { sessions in
            guard var session = sessions[key] else { return nil }
            guard !Self.isOver(session, at: now) else {
                sessions[key] = nil
                if Self.isIdle(session, at: now) { noteIdle(key, at: now) }
                return nil
            }
            session.seenAt = now
            sessions[key] = session
            return session
        }
    }

    /// Whether the session behind a cookie ended because nothing was done in it for so long.
    func ranOut(_ key: String) -> Bool {
        idle.withLock { $0[key] != nil }
    }

    /// Remembers why she opens a case, until she is logged off.
    func note(_ reason: String, for id: CaseID, in key: String) {
        open.withLock { $0[key]?.reasons[id] = reason }
    }

    /// Turns the screen to the citizen, keeps what she has answered, or turns it back.
    func turn(_ screen: CitizenScreen?, in key: String) {
        open.withLock { $0[key]?.screen = screen }
    }

    /// What was just done is said on the next page she sees.
    func confirm(_ confirmation: Confirmation, in key: String) {
        open.withLock { $0[key]?.confirmation = confirmation }
    }

    /// What is to be said now, once.
    func takeConfirmation(_ key: String) -> Confirmation? {
        open.withLock { sessions in
            defer { sessions[key]?.confirmation = nil }
            return sessions[key]?.confirmation
        }
    }

    /// Ends one session.
    func end(_ key: String) {
        open.withLock { $0[key] = nil }
    }

    /// Ends every session of somebody whose door was closed or whose password was changed.
    func endAll(of staff: StaffID) {
        open.withLock { sessions in
            sessions = sessions.filter { $0.value.member.id != staff }
        }
    }

    /// A clock that was put back would let a session run as much longer: then it is over too, but for the little by
    /// which clocks are set right every day.
    private static func isOver(_ session: Session, at now: Instant) -> Bool {
        isIdle(session, at: now)
            || session.openedAt.age(at: now) > hoursMax * 3600
            || session.openedAt.age(at: now) < -clockStepSecondsMax
            || session.seenAt.age(at: now) < -clockStepSecondsMax
    }

    private static func isIdle(_ session: Session, at now: Instant) -> Bool {
        session.seenAt.age(at: now) > idleMinutesMax * 60
    }

    private func noteIdle(_ key: String, at now: Instant) {
        idle.withLock { keys in
            keys = keys.filter { $0.value.age(at: now) < 86_400 }
            keys[key] = now
        }
    }

    private static let clockStepSecondsMax = 60

    private static func digest(of key: String) -> String {
        Hex.text(SHA256.hash(data: Array(key.utf8)).prefix(6))
    }
}
