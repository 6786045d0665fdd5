-- What the centre says of itself: name, telephone, hours, sites, teams, closed days, texts. Each version is the whole of it.
CREATE TABLE centre_facts (
    id            INTEGER PRIMARY KEY,              -- public: counted
    content       TEXT NOT NULL,                    -- public: JSON, everything the centre says of itself
    made_by       INTEGER REFERENCES staff (id),    -- public: who wrote this version
    made_at       TEXT NOT NULL                     -- public: instant
) STRICT;
CREATE INDEX centre_facts_made_by ON centre_facts (made_by);
CREATE TRIGGER centre_facts_is_written_once BEFORE INSERT ON centre_facts
WHEN EXISTS (SELECT 1 FROM centre_facts WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a version of what the centre says stays'); END;
CREATE TRIGGER centre_facts_is_never_changed BEFORE UPDATE ON centre_facts
BEGIN SELECT RAISE(ABORT, 'a version of what the centre says stays'); END;
CREATE TRIGGER centre_facts_is_never_deleted BEFORE DELETE ON centre_facts
BEGIN SELECT RAISE(ABORT, 'a version of what the centre says stays'); END;

INSERT INTO data_dictionary (table_name, column_name, meaning, form, sensitivity, source, kept) VALUES
    ('centre_facts', 'id', 'which version', 'counted from 1', 'public', 'administrator', 'always: what the centre has said stays readable'),
    ('centre_facts', 'content', 'what the centre says of itself: name, telephone, address, hours, sites with rooms, teams with members, closed days, texts', 'JSON', 'public', 'administrator', 'always: what the centre has said stays readable'),
    ('centre_facts', 'made_by', 'who wrote this version', 'id of staff', 'public', 'administrator', 'always: what the centre has said stays readable'),
    ('centre_facts', 'made_at', 'when it was written', 'instant, UTC', 'public', 'administrator', 'always: what the centre has said stays readable');
