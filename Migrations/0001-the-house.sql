-- The first house: staff, cases and their ledger of dated facts, the audit chain, drafts, receipts, the standard in force.
-- Every column says how private it is: public (anybody with the file may see it), case (belongs to a case, names nobody),
-- personal (sealed: unreadable without the keys). Days are local dates (Europe/Copenhagen), instants are UTC. Both ISO text.

-- One row per member of staff (medarbejder). Never deleted: old log lines keep their name.
CREATE TABLE staff (
    id            INTEGER PRIMARY KEY,              -- public: random
    login         TEXT NOT NULL UNIQUE,             -- public: what is typed at the door
    name          TEXT NOT NULL,                    -- public: staff, not a citizen
    role          TEXT NOT NULL,                    -- public: reception … auditor
    password      TEXT NOT NULL,                    -- case: scrypt, never the password
    created_at    TEXT NOT NULL,                    -- public: instant
    disabled_at   TEXT                              -- public: instant; null while the door is open
) STRICT;

-- One row per case (sag). Its key lies outside this file, in slot key_slot of the key store.
CREATE TABLE care_case (
    id            INTEGER PRIMARY KEY,              -- public: random
    year          INTEGER NOT NULL,                 -- case: of the number 2026-0407
    serial        INTEGER NOT NULL,                 -- case: of the number 2026-0407
    key_slot      INTEGER NOT NULL UNIQUE,          -- case: where its key lies in the key store
    standard_id   INTEGER REFERENCES adopted_standard (id), -- case: the standard it was opened under
    opened_at     TEXT NOT NULL,                    -- case: instant
    erased_at     TEXT,                             -- case: instant; its key is gone and so are its rows
    UNIQUE (year, serial)
) STRICT;

-- The ledger of dated facts. Appended to, never changed; a correction is a new entry.
CREATE TABLE ledger_entry (
    id            INTEGER PRIMARY KEY,              -- public: random, made by the form: a double submit meets itself
    case_id       INTEGER NOT NULL REFERENCES care_case (id), -- case: whose fact
    position      INTEGER NOT NULL,                 -- case: 1, 2, 3 … in the order of recording
    type          TEXT NOT NULL,                    -- case: as the case history names it, or one of the house's own
    happened_on   TEXT NOT NULL,                    -- case: local day
    happened_at   TEXT,                             -- case: instant, where the hour is known
    facts         TEXT NOT NULL,                    -- case: JSON, the keys of the case history and no others
    details       TEXT NOT NULL,                    -- case: JSON, what the house keeps besides (hour of an offer, unit)
    recorded_at   TEXT NOT NULL,                    -- case: instant
    recorded_by   INTEGER REFERENCES staff (id),    -- case: null when the citizen wrote it
    corrects      INTEGER REFERENCES ledger_entry (id), -- case: the entry this one takes the place of
    body          BLOB,                             -- personal: sealed JSON with the case's key
    UNIQUE (case_id, position)
) STRICT;
CREATE INDEX ledger_entry_corrects ON ledger_entry (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX ledger_entry_by_day ON ledger_entry (type, happened_on);
CREATE INDEX ledger_entry_recorded_by ON ledger_entry (recorded_by);

CREATE TRIGGER ledger_entry_is_never_changed BEFORE UPDATE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is appended to, never changed'); END;
CREATE TRIGGER ledger_entry_goes_only_with_its_case BEFORE DELETE ON ledger_entry
WHEN (SELECT erased_at FROM care_case WHERE id = OLD.case_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'an entry is deleted only when its case is erased'); END;

-- The cases that are open now: a projection of the ledger, so that lists do not grow with closed cases. Rebuilt and compared by verify.
CREATE TABLE open_case (
    case_id       INTEGER PRIMARY KEY REFERENCES care_case (id), -- case: which
    responsible   INTEGER REFERENCES staff (id),    -- case: null until somebody takes it
    received_on   TEXT NOT NULL                     -- case: local day of the latest enquiry
) STRICT;
CREATE INDEX open_case_responsible ON open_case (responsible);

-- What a citizen types to come back: only a keyed digest of the four words.
CREATE TABLE receipt_code (
    digest        BLOB PRIMARY KEY,                 -- case: HMAC of the words
    case_id       INTEGER NOT NULL REFERENCES care_case (id), -- case: what it opens
    made_at       TEXT NOT NULL                     -- case: instant
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_code_case ON receipt_code (case_id);

-- What a citizen has typed before Send, and for thirty minutes the receipt. Dead after its time.
CREATE TABLE draft (
    id            BLOB PRIMARY KEY,                 -- public: digest of the browser's token
    body          BLOB NOT NULL,                    -- personal: sealed with a key that only the browser holds
    expires_at    TEXT NOT NULL                     -- public: instant
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_expires ON draft (expires_at);

-- A set of cases that was seen together: a list that shows the same cases again writes no new rows.
CREATE TABLE audit_subject (
    id            INTEGER PRIMARY KEY,              -- public: counted
    digest        BLOB NOT NULL UNIQUE              -- public: keyed digest of the case ids
) STRICT;
CREATE TABLE audit_subject_case (
    case_id       INTEGER NOT NULL REFERENCES care_case (id), -- case: one of the set
    subject_id    INTEGER NOT NULL REFERENCES audit_subject (id), -- public: the set
    PRIMARY KEY (case_id, subject_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_subject_case_by_subject ON audit_subject_case (subject_id);

-- Who read or changed what, when and why. Appended to; each row chained to the one before by a keyed digest.
CREATE TABLE audit_entry (
    seq           INTEGER PRIMARY KEY,              -- public: 1, 2, 3 … without a gap
    at            TEXT NOT NULL,                    -- public: instant
    actor         INTEGER REFERENCES staff (id),    -- public: null for a citizen or the house itself
    role          TEXT NOT NULL,                    -- public: the role the actor had then; citizen, system
    session       TEXT NOT NULL,                    -- public: short digest of the session, never its key
    action        TEXT NOT NULL,                    -- public: what was done
    subject       INTEGER REFERENCES audit_subject (id), -- case: which cases
    reason        BLOB,                             -- personal: sealed, where a reason was asked
    chain         BLOB NOT NULL                     -- public: keyed digest of the chain so far and this row
) STRICT;
CREATE INDEX audit_entry_subject ON audit_entry (subject, seq) WHERE subject IS NOT NULL;
CREATE INDEX audit_entry_actor ON audit_entry (actor, seq);
CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is appended to, never changed'); END;
CREATE TRIGGER audit_entry_is_never_deleted BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is appended to, never deleted'); END;

-- The standard in force is a dated act: adopted from a day, by someone.
CREATE TABLE adopted_standard (
    id            INTEGER PRIMARY KEY,              -- public: counted
    in_force_from TEXT NOT NULL,                    -- public: local day
    standard      TEXT NOT NULL,                    -- public: the profile, whole, as JSON
    adopted_by    INTEGER REFERENCES staff (id),    -- public: null when the house was opened with it
    recorded_at   TEXT NOT NULL                     -- public: instant
) STRICT;

-- Proves that the key at hand is the key of this file, before anything is written.
CREATE TABLE vault_check (
    id            INTEGER PRIMARY KEY CHECK (id = 1), -- public: one row
    value         BLOB NOT NULL                     -- public: keyed digest of nothing
) STRICT;
