-- The access log is looked through by sample: drawn by chance, each line judged, the whole signed.
CREATE TABLE log_sample (
    id            INTEGER PRIMARY KEY,              -- public: random, made by the form: a double submit meets itself
    made_by       INTEGER NOT NULL REFERENCES staff (id), -- public: who drew it; none of her own lines are in it
    made_at       TEXT NOT NULL,                    -- public: instant
    first_on      TEXT NOT NULL,                    -- public: local day the sample begins with
    last_on       TEXT NOT NULL,                    -- public: local day it ends with
    signed_by     INTEGER REFERENCES staff (id),    -- public: who answers for it; null while it is open
    signed_at     TEXT,                             -- public: instant
    CHECK ((signed_by IS NULL) = (signed_at IS NULL))
) STRICT;
CREATE INDEX log_sample_made ON log_sample (made_at);
CREATE INDEX log_sample_made_by ON log_sample (made_by);
CREATE INDEX log_sample_signed_by ON log_sample (signed_by);
CREATE TRIGGER log_sample_is_signed_once BEFORE UPDATE ON log_sample WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a signed sample is never changed'); END;
CREATE TRIGGER log_sample_is_never_deleted BEFORE DELETE ON log_sample
BEGIN SELECT RAISE(ABORT, 'a sample stays'); END;

CREATE TABLE log_sample_entry (
    sample_id     INTEGER NOT NULL REFERENCES log_sample (id), -- public: which sample
    seq           INTEGER NOT NULL REFERENCES audit_entry (seq), -- public: which line of the log
    judgement     TEXT CHECK (judgement IN ('fine', 'look')), -- public: null until somebody has judged it
    judged_by     INTEGER REFERENCES staff (id),    -- public: who judged it
    judged_at     TEXT,                             -- public: instant
    PRIMARY KEY (sample_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX log_sample_entry_by_line ON log_sample_entry (seq);
CREATE INDEX log_sample_entry_judged_by ON log_sample_entry (judged_by);
CREATE TRIGGER log_sample_entry_is_signed_once BEFORE UPDATE ON log_sample_entry
WHEN (SELECT signed_at FROM log_sample WHERE id = OLD.sample_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a signed sample is never changed'); END;
CREATE TRIGGER log_sample_entry_is_never_deleted BEFORE DELETE ON log_sample_entry
BEGIN SELECT RAISE(ABORT, 'a sample stays'); END;

INSERT INTO data_dictionary (table_name, column_name, meaning, form, sensitivity, source, kept) VALUES
    ('log_sample', 'id', 'which sample', 'random whole number', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample', 'made_by', 'who drew it; none of her own lines are in it', 'id of staff', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample', 'made_at', 'when it was drawn', 'instant, UTC', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample', 'first_on', 'the day the sample begins with', 'local day, Europe/Copenhagen', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample', 'last_on', 'the day the sample ends with', 'local day, Europe/Copenhagen', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample', 'signed_by', 'who answers for it; null while it is open', 'id of staff', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample', 'signed_at', 'when it was signed', 'instant, UTC', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample_entry', 'sample_id', 'which sample', 'id of log_sample', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample_entry', 'seq', 'which line of the log', 'seq of audit_entry', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample_entry', 'judgement', 'null until somebody has judged it', 'one of fine, look; empty until judged', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample_entry', 'judged_by', 'who judged it', 'id of staff', 'public', 'whoever looks through the log', 'always: it is the proof'),
    ('log_sample_entry', 'judged_at', 'when it was judged', 'instant, UTC', 'public', 'whoever looks through the log', 'always: it is the proof');
