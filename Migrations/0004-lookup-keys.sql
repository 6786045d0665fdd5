-- What a citizen's code is found by gets a key of its own with each rotation of the master key. The key lies where the
-- case keys lie, in a slot of the key store; slot 0 stands for the digest as the house first made it.
CREATE TABLE lookup_key (
    key_slot      INTEGER PRIMARY KEY,              -- public: where it lies in the key store
    made_at       TEXT NOT NULL,                    -- public: instant; empty for the first
    retired_at    TEXT                              -- public: instant; null while a digest may be under it
) STRICT;
INSERT INTO lookup_key (key_slot, made_at) VALUES (0, '');
CREATE INDEX lookup_key_live ON lookup_key (key_slot) WHERE retired_at IS NULL;

ALTER TABLE receipt_code ADD COLUMN key_slot INTEGER NOT NULL DEFAULT 0; -- case: the look-up key it is under
CREATE INDEX receipt_code_by_key ON receipt_code (key_slot);

INSERT INTO data_dictionary (table_name, column_name, meaning, form, sensitivity, source, kept) VALUES
    ('lookup_key', 'key_slot', 'where it lies in the key store', 'count; 0 for the first', 'public', 'the command key rotate', 'always: older backups are under it'),
    ('lookup_key', 'made_at', 'when it was made; empty for the first', 'instant, UTC', 'public', 'the command key rotate', 'always: older backups are under it'),
    ('lookup_key', 'retired_at', 'when no digest was under it any more; null while one may be', 'instant, UTC', 'public', 'the command key rotate', 'always: older backups are under it'),
    ('receipt_code', 'key_slot', 'the look-up key it is under', 'slot of lookup_key', 'case', 'the house; changed by the command key rotate', 'until the case is forgotten');
