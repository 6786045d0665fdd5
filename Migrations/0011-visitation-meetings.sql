-- Visitation meetings: which body meets when. Which cases stand on an agenda, who was there, and what was decided, stands in
-- the cases' own ledgers, and goes with them.
CREATE TABLE visitation_meeting (
    id            INTEGER PRIMARY KEY,              -- public: random, made by the form: a double submit meets itself
    body          TEXT NOT NULL,                    -- public: the deciding body's name in the standard
    held_on       TEXT NOT NULL,                    -- public: local date, ISO
    starts_at     TEXT NOT NULL,                    -- public: local time, HHMM
    called_by     INTEGER NOT NULL REFERENCES staff (id), -- public: who called it
    called_at     TEXT NOT NULL,                    -- public: instant
    begun_at      TEXT,                             -- public: instant; null until it began
    closed_at     TEXT,                             -- public: instant; null until it was closed
    CHECK (closed_at IS NULL OR begun_at IS NOT NULL)
) STRICT;
CREATE INDEX visitation_meeting_by_day ON visitation_meeting (held_on);
CREATE INDEX visitation_meeting_called_by ON visitation_meeting (called_by);
CREATE TRIGGER visitation_meeting_is_written_once BEFORE INSERT ON visitation_meeting
WHEN EXISTS (SELECT 1 FROM visitation_meeting WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a meeting is called once'); END;
CREATE TRIGGER visitation_meeting_is_closed_once BEFORE UPDATE ON visitation_meeting WHEN OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a closed meeting is never changed'); END;
CREATE TRIGGER visitation_meeting_is_never_deleted BEFORE DELETE ON visitation_meeting
BEGIN SELECT RAISE(ABORT, 'a meeting stays'); END;

INSERT INTO data_dictionary (table_name, column_name, meaning, form, sensitivity, source, kept) VALUES
    ('visitation_meeting', 'id', 'which meeting', 'random whole number', 'public', 'whoever calls the meeting', 'always'),
    ('visitation_meeting', 'body', 'the deciding body, by its name in the standard', 'short name', 'public', 'whoever calls the meeting', 'always'),
    ('visitation_meeting', 'held_on', 'the day of the meeting', 'local day, Europe/Copenhagen', 'public', 'whoever calls the meeting', 'always'),
    ('visitation_meeting', 'starts_at', 'when it begins', 'local time, HHMM', 'public', 'whoever calls the meeting', 'always'),
    ('visitation_meeting', 'called_by', 'who called it', 'id of staff', 'public', 'whoever calls the meeting', 'always'),
    ('visitation_meeting', 'called_at', 'when it was called', 'instant, UTC', 'public', 'whoever calls the meeting', 'always'),
    ('visitation_meeting', 'begun_at', 'when it began', 'instant, UTC', 'public', 'whoever leads the meeting', 'always'),
    ('visitation_meeting', 'closed_at', 'when it was closed', 'instant, UTC', 'public', 'whoever leads the meeting', 'always');
