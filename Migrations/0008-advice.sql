-- General advice and teaching: about nobody, so nothing in it is sealed. What was noted by mistake is taken out of the figures and stays.
CREATE TABLE advice_given (
    id            INTEGER PRIMARY KEY,              -- public: random, made by the form: a double submit meets itself
    held_on       TEXT NOT NULL,                    -- public: local day
    kind          TEXT NOT NULL CHECK (kind IN ('advice', 'teaching')), -- public: what was given
    audience      TEXT NOT NULL CHECK (audience IN ('citizens', 'relatives', 'professionals', 'workplaces', 'schools', 'others')), -- public: to whom
    people        INTEGER NOT NULL CHECK (people >= 1), -- public: how many took part
    minutes       INTEGER NOT NULL CHECK (minutes >= 1), -- public: how long it took
    recorded_by   INTEGER NOT NULL REFERENCES staff (id), -- public: who noted it
    recorded_at   TEXT NOT NULL,                    -- public: instant
    removed_by    INTEGER REFERENCES staff (id),    -- public: who took it out of the figures; null while it counts
    removed_at    TEXT,                             -- public: instant
    CHECK ((removed_by IS NULL) = (removed_at IS NULL))
) STRICT;
CREATE INDEX advice_given_held ON advice_given (held_on);
CREATE INDEX advice_given_recorded_by ON advice_given (recorded_by);
CREATE INDEX advice_given_removed_by ON advice_given (removed_by) WHERE removed_by IS NOT NULL;
CREATE TRIGGER advice_given_is_written_once BEFORE INSERT ON advice_given
WHEN EXISTS (SELECT 1 FROM advice_given WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'advice is noted once'); END;
CREATE TRIGGER advice_given_is_only_taken_out BEFORE UPDATE ON advice_given
WHEN OLD.removed_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.held_on IS NOT OLD.held_on OR NEW.kind IS NOT OLD.kind
    OR NEW.audience IS NOT OLD.audience OR NEW.people IS NOT OLD.people OR NEW.minutes IS NOT OLD.minutes
    OR NEW.recorded_by IS NOT OLD.recorded_by OR NEW.recorded_at IS NOT OLD.recorded_at
BEGIN SELECT RAISE(ABORT, 'advice is taken out of the figures, never changed'); END;
CREATE TRIGGER advice_given_is_never_deleted BEFORE DELETE ON advice_given
BEGIN SELECT RAISE(ABORT, 'advice stays in the book'); END;

INSERT INTO data_dictionary (table_name, column_name, meaning, form, sensitivity, source, kept) VALUES
    ('advice_given', 'id', 'which advice or teaching', 'random whole number', 'public', 'whoever notes it', 'always: a figure of the centre'),
    ('advice_given', 'held_on', 'the day it was given', 'local day, Europe/Copenhagen', 'public', 'whoever notes it', 'always: a figure of the centre'),
    ('advice_given', 'kind', 'what was given', 'one of advice, teaching', 'public', 'whoever notes it', 'always: a figure of the centre'),
    ('advice_given', 'audience', 'to whom', 'one of citizens, relatives, professionals, workplaces, schools, others', 'public', 'whoever notes it', 'always: a figure of the centre'),
    ('advice_given', 'people', 'how many took part', 'whole number', 'public', 'whoever notes it', 'always: a figure of the centre'),
    ('advice_given', 'minutes', 'how long it took', 'whole number, minutes', 'public', 'whoever notes it', 'always: a figure of the centre'),
    ('advice_given', 'recorded_by', 'who noted it', 'id of staff', 'public', 'the house', 'always: a figure of the centre'),
    ('advice_given', 'recorded_at', 'when it was noted', 'instant, UTC', 'public', 'the house', 'always: a figure of the centre'),
    ('advice_given', 'removed_by', 'who took it out of the figures; null while it counts', 'id of staff', 'public', 'whoever takes it out', 'always: a figure of the centre'),
    ('advice_given', 'removed_at', 'when it was taken out', 'instant, UTC', 'public', 'the house', 'always: a figure of the centre');
