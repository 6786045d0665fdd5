-- What is forgotten when its time is over, who asked for it, and who said yes.

-- The cases that are over: a projection of the ledger, so that the oldest are found without reading all. When a case may be
-- forgotten is not here: the rules say it. Rebuilt and compared by verify.
CREATE TABLE closed_case (
    case_id       INTEGER PRIMARY KEY REFERENCES care_case (id), -- case: which
    last_on       TEXT NOT NULL                     -- case: local day of the last fact that counts
) STRICT;
CREATE INDEX closed_case_last ON closed_case (last_on, case_id);
INSERT INTO closed_case (case_id, last_on)
SELECT e.case_id,
    coalesce(
        max(CASE WHEN e.type NOT IN ('person', 'responsible', 'case-closed', 'void')
            AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.corrects = e.id)
            THEN e.happened_on END),
        max(e.happened_on))
FROM ledger_entry e
WHERE e.case_id NOT IN (SELECT case_id FROM open_case)
GROUP BY e.case_id;

-- Somebody asks that cases be forgotten; somebody else answers. Afterwards this is the receipt: it names nobody but staff.
CREATE TABLE erasure_request (
    id            INTEGER PRIMARY KEY,              -- public: random, made by the form: a double submit meets itself
    reason        TEXT NOT NULL,                    -- public: a word from a closed list
    asked_by      INTEGER NOT NULL REFERENCES staff (id), -- public: who asked
    asked_at      TEXT NOT NULL,                    -- public: instant
    answer        TEXT CHECK (answer IN ('erased', 'declined', 'withdrawn')), -- public: null while it waits
    answered_by   INTEGER REFERENCES staff (id),    -- public: who answered
    answered_at   TEXT,                             -- public: instant
    CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)),
    CHECK (answer IS NOT 'erased' OR answered_by <> asked_by)
) STRICT;
CREATE INDEX erasure_request_waiting ON erasure_request (asked_at) WHERE answer IS NULL;
CREATE INDEX erasure_request_answered ON erasure_request (answered_at) WHERE answer IS NOT NULL;
CREATE INDEX erasure_request_asked_by ON erasure_request (asked_by);
CREATE INDEX erasure_request_answered_by ON erasure_request (answered_by);
CREATE TRIGGER erasure_request_is_answered_once BEFORE UPDATE ON erasure_request WHEN OLD.answer IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an erasure is answered once'); END;
CREATE TRIGGER erasure_request_is_never_deleted BEFORE DELETE ON erasure_request
BEGIN SELECT RAISE(ABORT, 'the receipt of an erasure stays'); END;

CREATE TABLE erasure_request_case (
    request_id    INTEGER NOT NULL REFERENCES erasure_request (id), -- public: which request
    case_id       INTEGER NOT NULL REFERENCES care_case (id), -- case: a case it is about
    due_on        TEXT NOT NULL,                    -- case: local day, its last day of keeping as the rules gave it when asked
    PRIMARY KEY (request_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX erasure_request_case_by_case ON erasure_request_case (case_id);

-- How many rows of each table went with all cases of a request.
CREATE TABLE erasure_receipt (
    request_id    INTEGER NOT NULL REFERENCES erasure_request (id), -- public: which request
    table_name    TEXT NOT NULL,                    -- public: the table
    row_count     INTEGER NOT NULL,                 -- public: rows that were destroyed
    PRIMARY KEY (request_id, table_name)
) STRICT, WITHOUT ROWID;

INSERT INTO data_dictionary (table_name, column_name, meaning, form, sensitivity, source, kept) VALUES
    ('closed_case', 'case_id', 'which case', 'id of care_case', 'case', 'computed from ledger_entry', 'until the case is forgotten, or opened again'),
    ('closed_case', 'last_on', 'day of the last fact of the case that counts', 'local day, Europe/Copenhagen', 'case', 'computed from ledger_entry', 'until the case is forgotten, or opened again'),
    ('erasure_request', 'id', 'which request', 'random whole number', 'public', 'administrator and leader', 'always: it is the receipt'),
    ('erasure_request', 'reason', 'why it was asked for', 'one of expired, archived, asked', 'public', 'administrator and leader', 'always: it is the receipt'),
    ('erasure_request', 'asked_by', 'who asked', 'id of staff', 'public', 'administrator and leader', 'always: it is the receipt'),
    ('erasure_request', 'asked_at', 'when it was asked for', 'instant, UTC', 'public', 'administrator and leader', 'always: it is the receipt'),
    ('erasure_request', 'answer', 'what came of it; null while it waits', 'one of erased, declined, withdrawn; empty while it waits', 'public', 'administrator and leader', 'always: it is the receipt'),
    ('erasure_request', 'answered_by', 'who answered', 'id of staff', 'public', 'administrator and leader', 'always: it is the receipt'),
    ('erasure_request', 'answered_at', 'when it was answered', 'instant, UTC', 'public', 'administrator and leader', 'always: it is the receipt'),
    ('erasure_request_case', 'request_id', 'which request', 'id of erasure_request', 'public', 'administrator and leader', 'always: it is the receipt'),
    ('erasure_request_case', 'case_id', 'a case it is about', 'id of care_case', 'case', 'administrator and leader', 'always: it is the receipt'),
    ('erasure_request_case', 'due_on', 'local day, its last day of keeping as the rules gave it when asked', 'local day, Europe/Copenhagen', 'case', 'administrator and leader', 'always: it is the receipt'),
    ('erasure_receipt', 'request_id', 'which request', 'id of erasure_request', 'public', 'the house, when cases are forgotten', 'always: it is the receipt'),
    ('erasure_receipt', 'table_name', 'the table', 'name of a table', 'public', 'the house, when cases are forgotten', 'always: it is the receipt'),
    ('erasure_receipt', 'row_count', 'rows that were destroyed', 'count', 'public', 'the house, when cases are forgotten', 'always: it is the receipt');
