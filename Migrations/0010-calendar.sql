-- The calendar: when colleagues work, when they are away, and which hours are given to somebody. Free time is not stored: it
-- is what is left. What is agreed with a citizen is a fact of her case; booked_time only keeps it from being agreed twice.

-- When somebody works, week after week, from a day on. The latest that has begun counts; what was planned before stays.
CREATE TABLE working_week (
    id            INTEGER PRIMARY KEY,              -- public: random, made by the form: a double submit meets itself
    staff_id      INTEGER NOT NULL REFERENCES staff (id), -- public: whose
    from_day      TEXT NOT NULL,                    -- public: local day from which it counts
    hours         TEXT NOT NULL,                    -- public: JSON, spans of the week with site and room
    made_by       INTEGER REFERENCES staff (id),    -- public: who planned it
    made_at       TEXT NOT NULL                     -- public: instant
) STRICT;
CREATE INDEX working_week_staff ON working_week (staff_id, from_day);
CREATE INDEX working_week_made_by ON working_week (made_by);
CREATE TRIGGER working_week_is_never_changed BEFORE UPDATE ON working_week
BEGIN SELECT RAISE(ABORT, 'a plan of the week stays'); END;

-- When somebody is away (fravær). Not why: that is nobody's business here.
CREATE TABLE absence (
    id            INTEGER PRIMARY KEY,              -- public: random, made by the form
    staff_id      INTEGER NOT NULL REFERENCES staff (id), -- public: who
    starts_at     TEXT NOT NULL,                    -- public: instant
    ends_at       TEXT NOT NULL,                    -- public: instant
    made_by       INTEGER REFERENCES staff (id),    -- public: who wrote it
    made_at       TEXT NOT NULL,                    -- public: instant
    cancelled_at  TEXT,                             -- public: instant; null while it counts
    cancelled_by  INTEGER REFERENCES staff (id),    -- public: who took it back
    CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX absence_ends ON absence (ends_at);
CREATE INDEX absence_staff ON absence (staff_id, ends_at);
CREATE INDEX absence_made_by ON absence (made_by);
CREATE INDEX absence_cancelled_by ON absence (cancelled_by);

-- What fills an hour without being a citizen's own: a meeting, a group, case consultancy to professionals.
CREATE TABLE calendar_event (
    id            INTEGER PRIMARY KEY,              -- public: random, made by the form
    kind          TEXT NOT NULL CHECK (kind IN ('meeting', 'group', 'consultancy')), -- public: what it is
    title         TEXT NOT NULL,                    -- public: what it is called; names no citizen
    staff_id      INTEGER NOT NULL REFERENCES staff (id), -- public: who holds it
    room          TEXT,                             -- public: id of a room in what the centre says of itself
    held_on       TEXT NOT NULL,                    -- public: local day
    starts_at     TEXT NOT NULL,                    -- public: instant
    ends_at       TEXT NOT NULL,                    -- public: instant
    made_by       INTEGER REFERENCES staff (id),    -- public: who wrote it
    made_at       TEXT NOT NULL,                    -- public: instant
    cancelled_at  TEXT,                             -- public: instant; null while it stands
    cancelled_by  INTEGER REFERENCES staff (id),    -- public: who took it out
    CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX calendar_event_staff ON calendar_event (staff_id, held_on);
CREATE INDEX calendar_event_day ON calendar_event (held_on, room);
CREATE INDEX calendar_event_made_by ON calendar_event (made_by);
CREATE INDEX calendar_event_cancelled_by ON calendar_event (cancelled_by);

-- The hours that citizens' times take: a projection of the ledger, so that an hour is looked up without reading cases and
-- nobody is in two places. Rebuilt and compared by verify.
CREATE TABLE booked_time (
    entry_id      INTEGER PRIMARY KEY REFERENCES ledger_entry (id), -- case: the fact that agreed it
    case_id       INTEGER NOT NULL REFERENCES care_case (id), -- case: whose
    staff_id      INTEGER NOT NULL REFERENCES staff (id), -- case: with whom
    room          TEXT,                             -- case: id of a room in what the centre says of itself
    held_on       TEXT NOT NULL,                    -- case: local day
    starts_at     TEXT NOT NULL,                    -- case: instant
    ends_at       TEXT NOT NULL,                    -- case: instant
    kind          TEXT NOT NULL,                    -- case: what for
    form          TEXT NOT NULL,                    -- case: how it is held
    CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX booked_time_case ON booked_time (case_id);
CREATE INDEX booked_time_staff ON booked_time (staff_id, held_on);
CREATE INDEX booked_time_day ON booked_time (held_on, room);

-- Who is expected in a group: a projection of the ledgers, so that the sheet of attendance is found from the meeting.
CREATE TABLE group_seat (
    entry_id      INTEGER PRIMARY KEY REFERENCES ledger_entry (id), -- case: the fact that agreed it
    case_id       INTEGER NOT NULL REFERENCES care_case (id), -- case: whose
    event_id      INTEGER NOT NULL REFERENCES calendar_event (id) -- case: the meeting
) STRICT;
CREATE INDEX group_seat_case ON group_seat (case_id);
CREATE INDEX group_seat_event ON group_seat (event_id);

-- Nobody is in two places, and no room holds two talks, whoever writes and however many at once.
CREATE TRIGGER booked_time_is_free BEFORE INSERT ON booked_time
WHEN EXISTS (
        SELECT 1 FROM booked_time b WHERE b.held_on = NEW.held_on AND b.entry_id <> NEW.entry_id
            AND (b.staff_id = NEW.staff_id OR b.room = NEW.room)
            AND b.starts_at < NEW.ends_at AND NEW.starts_at < b.ends_at)
    OR EXISTS (
        SELECT 1 FROM calendar_event e WHERE e.held_on = NEW.held_on AND e.cancelled_at IS NULL
            AND (e.staff_id = NEW.staff_id OR e.room = NEW.room)
            AND e.starts_at < NEW.ends_at AND NEW.starts_at < e.ends_at)
BEGIN SELECT RAISE(ABORT, 'the hour is taken'); END;
CREATE TRIGGER booked_time_is_never_changed BEFORE UPDATE ON booked_time
BEGIN SELECT RAISE(ABORT, 'a booked time is taken out and put in anew'); END;
CREATE TRIGGER calendar_event_is_free BEFORE INSERT ON calendar_event
WHEN EXISTS (
        SELECT 1 FROM booked_time b WHERE b.held_on = NEW.held_on
            AND (b.staff_id = NEW.staff_id OR b.room = NEW.room)
            AND b.starts_at < NEW.ends_at AND NEW.starts_at < b.ends_at)
    OR EXISTS (
        SELECT 1 FROM calendar_event e WHERE e.held_on = NEW.held_on AND e.cancelled_at IS NULL
            AND e.id <> NEW.id AND (e.staff_id = NEW.staff_id OR e.room = NEW.room)
            AND e.starts_at < NEW.ends_at AND NEW.starts_at < e.ends_at)
BEGIN SELECT RAISE(ABORT, 'the hour is taken'); END;
CREATE TRIGGER calendar_event_is_only_cancelled BEFORE UPDATE ON calendar_event
WHEN OLD.cancelled_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.title IS NOT OLD.title
    OR NEW.staff_id IS NOT OLD.staff_id OR NEW.room IS NOT OLD.room OR NEW.held_on IS NOT OLD.held_on
    OR NEW.starts_at IS NOT OLD.starts_at OR NEW.ends_at IS NOT OLD.ends_at
    OR NEW.made_by IS NOT OLD.made_by OR NEW.made_at IS NOT OLD.made_at
BEGIN SELECT RAISE(ABORT, 'what stood in the calendar stays readable'); END;
CREATE TRIGGER absence_is_only_cancelled BEFORE UPDATE ON absence
WHEN OLD.cancelled_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.staff_id IS NOT OLD.staff_id
    OR NEW.starts_at IS NOT OLD.starts_at OR NEW.ends_at IS NOT OLD.ends_at
    OR NEW.made_by IS NOT OLD.made_by OR NEW.made_at IS NOT OLD.made_at
BEGIN SELECT RAISE(ABORT, 'what stood in the calendar stays readable'); END;

-- The address under which a colleague's own calendar can be read by her telephone. A new one ends the old.
CREATE TABLE calendar_feed (
    staff_id      INTEGER PRIMARY KEY REFERENCES staff (id), -- public: whose
    digest        BLOB NOT NULL UNIQUE,             -- public: of the secret in the address
    made_at       TEXT NOT NULL                     -- public: instant
) STRICT;

INSERT INTO data_dictionary (table_name, column_name, meaning, form, sensitivity, source, kept) VALUES
    ('working_week', 'id', 'which plan', 'random whole number', 'public', 'leader', 'always: what was planned stays readable'),
    ('working_week', 'staff_id', 'whose', 'id of staff', 'public', 'leader', 'always: what was planned stays readable'),
    ('working_week', 'from_day', 'from when it counts', 'local day, Europe/Copenhagen', 'public', 'leader', 'always: what was planned stays readable'),
    ('working_week', 'hours', 'spans of the week: weekday, from, to, site, room, whether first talks are taken', 'JSON', 'public', 'leader', 'always: what was planned stays readable'),
    ('working_week', 'made_by', 'who planned it', 'id of staff', 'public', 'leader', 'always: what was planned stays readable'),
    ('working_week', 'made_at', 'when it was planned', 'instant, UTC', 'public', 'leader', 'always: what was planned stays readable'),
    ('absence', 'id', 'which absence', 'random whole number', 'public', 'staff', 'always'),
    ('absence', 'staff_id', 'who is away', 'id of staff', 'public', 'staff', 'always'),
    ('absence', 'starts_at', 'from when', 'instant, UTC', 'public', 'staff', 'always'),
    ('absence', 'ends_at', 'until when', 'instant, UTC', 'public', 'staff', 'always'),
    ('absence', 'made_by', 'who wrote it', 'id of staff', 'public', 'staff', 'always'),
    ('absence', 'made_at', 'when it was written', 'instant, UTC', 'public', 'staff', 'always'),
    ('absence', 'cancelled_at', 'when it was taken back; null while it counts', 'instant, UTC', 'public', 'staff', 'always'),
    ('absence', 'cancelled_by', 'who took it back', 'id of staff', 'public', 'staff', 'always'),
    ('calendar_event', 'id', 'which event', 'random whole number', 'public', 'staff', 'always'),
    ('calendar_event', 'kind', 'what it is', 'one of meeting, group, consultancy', 'public', 'staff', 'always'),
    ('calendar_event', 'title', 'what it is called; names no citizen', 'text', 'public', 'staff', 'always'),
    ('calendar_event', 'staff_id', 'who holds it', 'id of staff', 'public', 'staff', 'always'),
    ('calendar_event', 'room', 'where', 'id of a room in centre_facts; empty for none', 'public', 'staff', 'always'),
    ('calendar_event', 'held_on', 'on which day', 'local day, Europe/Copenhagen', 'public', 'staff', 'always'),
    ('calendar_event', 'starts_at', 'from when', 'instant, UTC', 'public', 'staff', 'always'),
    ('calendar_event', 'ends_at', 'until when', 'instant, UTC', 'public', 'staff', 'always'),
    ('calendar_event', 'made_by', 'who wrote it', 'id of staff', 'public', 'staff', 'always'),
    ('calendar_event', 'made_at', 'when it was written', 'instant, UTC', 'public', 'staff', 'always'),
    ('calendar_event', 'cancelled_at', 'when it was taken out; null while it stands', 'instant, UTC', 'public', 'staff', 'always'),
    ('calendar_event', 'cancelled_by', 'who took it out', 'id of staff', 'public', 'staff', 'always'),
    ('booked_time', 'entry_id', 'the fact that agreed it', 'id of ledger_entry', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('booked_time', 'case_id', 'whose', 'id of care_case', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('booked_time', 'staff_id', 'with whom', 'id of staff', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('booked_time', 'room', 'where', 'id of a room in centre_facts; empty for none', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('booked_time', 'held_on', 'on which day', 'local day, Europe/Copenhagen', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('booked_time', 'starts_at', 'from when', 'instant, UTC', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('booked_time', 'ends_at', 'until when', 'instant, UTC', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('booked_time', 'kind', 'what for', 'one of first, talk, assessment, medical, family, relative, follow-up, group', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('booked_time', 'form', 'how it is held', 'one of in-person, phone, video, outreach', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('group_seat', 'entry_id', 'the fact that agreed it', 'id of ledger_entry', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('group_seat', 'case_id', 'whose', 'id of care_case', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('group_seat', 'event_id', 'the meeting', 'id of calendar_event', 'case', 'computed from ledger_entry', 'until the case is forgotten, or the time is given up'),
    ('calendar_feed', 'staff_id', 'whose', 'id of staff', 'public', 'staff', 'until a new address is made or it is closed'),
    ('calendar_feed', 'digest', 'finds the calendar behind a secret address', 'SHA-256 of the secret', 'public', 'staff', 'until a new address is made or it is closed'),
    ('calendar_feed', 'made_at', 'when the address was made', 'instant, UTC', 'public', 'staff', 'until a new address is made or it is closed');
