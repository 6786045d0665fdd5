-- The forms a centre has added to those of the program: each version is written once and stays, because old measures name it.
CREATE TABLE instrument (
    id            INTEGER PRIMARY KEY,              -- public: random, made by the form: a double submit meets itself
    code          TEXT NOT NULL,                    -- public: its short name, as measures name it
    version       INTEGER NOT NULL CHECK (version >= 1), -- public: raised whenever a word or a score changes
    form          TEXT NOT NULL,                    -- public: the whole form as JSON, fjorten-instrument/1
    added_by      INTEGER NOT NULL REFERENCES staff (id), -- public: who added it
    added_at      TEXT NOT NULL,                    -- public: instant
    UNIQUE (code, version)
) STRICT;
CREATE INDEX instrument_added_by ON instrument (added_by);
CREATE TRIGGER instrument_is_written_once BEFORE INSERT ON instrument
WHEN EXISTS (SELECT 1 FROM instrument WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM instrument WHERE code = NEW.code AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a form is written once'); END;
CREATE TRIGGER instrument_is_never_changed BEFORE UPDATE ON instrument
BEGIN SELECT RAISE(ABORT, 'a form is never changed'); END;
CREATE TRIGGER instrument_is_never_deleted BEFORE DELETE ON instrument
BEGIN SELECT RAISE(ABORT, 'a form stays'); END;

INSERT INTO data_dictionary (table_name, column_name, meaning, form, sensitivity, source, kept) VALUES
    ('instrument', 'id', 'which form', 'random whole number', 'public', 'whoever adds it', 'always: old measures name it'),
    ('instrument', 'code', 'its short name, as measures name it', 'small letters, digits, hyphens', 'public', 'whoever adds it', 'always: old measures name it'),
    ('instrument', 'version', 'raised whenever a word or a score changes', 'whole number from 1', 'public', 'whoever adds it', 'always: old measures name it'),
    ('instrument', 'form', 'the whole form', 'JSON, fjorten-instrument/1', 'public', 'whoever adds it', 'always: old measures name it'),
    ('instrument', 'added_by', 'who added it', 'id of staff', 'public', 'whoever adds it', 'always: old measures name it'),
    ('instrument', 'added_at', 'when it was added', 'instant, UTC', 'public', 'the house', 'always: old measures name it');
