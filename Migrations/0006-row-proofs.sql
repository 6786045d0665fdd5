-- What a row says is proven: a keyed digest over all its columns, and over the row before it in a ledger. The audit entry of each
-- act names the digest it left behind, so that a last row that is taken away, or an older one that is put back, is missed too.
-- SQL has no key: the program fills in what was written before, once, with an audit entry for each case.
ALTER TABLE staff ADD COLUMN proof BLOB; -- public: keyed digest of the row
ALTER TABLE care_case ADD COLUMN proof BLOB; -- case: keyed digest of the row but for erased_at
ALTER TABLE ledger_entry ADD COLUMN proof BLOB; -- case: keyed digest of the proof before it in the ledger and this row
ALTER TABLE adopted_standard ADD COLUMN proof BLOB; -- public: keyed digest of the row
ALTER TABLE audit_entry ADD COLUMN about_staff INTEGER REFERENCES staff (id); -- public: the member of staff that was changed
ALTER TABLE audit_entry ADD COLUMN written BLOB; -- case: proof of the last row this act wrote
CREATE INDEX audit_entry_about_staff ON audit_entry (about_staff) WHERE about_staff IS NOT NULL;

-- REPLACE deletes without asking the triggers of DELETE, so what is written once says so when it is inserted too.
DROP TRIGGER ledger_entry_is_never_changed;
CREATE TRIGGER ledger_entry_is_never_changed BEFORE UPDATE ON ledger_entry
WHEN OLD.proof IS NOT NULL OR NEW.proof IS NULL OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id
    OR NEW.position IS NOT OLD.position OR NEW.type IS NOT OLD.type OR NEW.happened_on IS NOT OLD.happened_on
    OR NEW.happened_at IS NOT OLD.happened_at OR NEW.facts IS NOT OLD.facts OR NEW.details IS NOT OLD.details
    OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_by IS NOT OLD.recorded_by
    OR NEW.corrects IS NOT OLD.corrects OR NEW.body IS NOT OLD.body
BEGIN SELECT RAISE(ABORT, 'the ledger is appended to, never changed'); END;
CREATE TRIGGER ledger_entry_is_written_once BEFORE INSERT ON ledger_entry
WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM ledger_entry WHERE case_id = NEW.case_id AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'the ledger is appended to, never changed'); END;

CREATE TRIGGER audit_entry_comes_last BEFORE INSERT ON audit_entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_entry)
BEGIN SELECT RAISE(ABORT, 'the audit log is appended to, never changed'); END;
CREATE TRIGGER audit_subject_is_written_once BEFORE INSERT ON audit_subject
WHEN EXISTS (SELECT 1 FROM audit_subject WHERE id = NEW.id OR digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'what the audit log names is never changed'); END;
CREATE TRIGGER audit_subject_is_never_changed BEFORE UPDATE ON audit_subject
BEGIN SELECT RAISE(ABORT, 'what the audit log names is never changed'); END;
CREATE TRIGGER audit_subject_is_never_deleted BEFORE DELETE ON audit_subject
BEGIN SELECT RAISE(ABORT, 'what the audit log names is never deleted'); END;
CREATE TRIGGER audit_subject_case_is_never_changed BEFORE UPDATE ON audit_subject_case
BEGIN SELECT RAISE(ABORT, 'what the audit log names is never changed'); END;
CREATE TRIGGER audit_subject_case_is_never_deleted BEFORE DELETE ON audit_subject_case
BEGIN SELECT RAISE(ABORT, 'what the audit log names is never deleted'); END;

-- Of a case only its forgetting is written down later.
CREATE TRIGGER care_case_is_written_once BEFORE INSERT ON care_case
WHEN EXISTS (SELECT 1 FROM care_case WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM care_case WHERE key_slot = NEW.key_slot)
    OR EXISTS (SELECT 1 FROM care_case WHERE year = NEW.year AND serial = NEW.serial)
BEGIN SELECT RAISE(ABORT, 'a case keeps its number and its key'); END;
CREATE TRIGGER care_case_keeps_its_number BEFORE UPDATE ON care_case
WHEN NEW.id IS NOT OLD.id OR NEW.year IS NOT OLD.year OR NEW.serial IS NOT OLD.serial
    OR NEW.key_slot IS NOT OLD.key_slot OR NEW.standard_id IS NOT OLD.standard_id
    OR NEW.opened_at IS NOT OLD.opened_at
    OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS NOT OLD.erased_at)
    OR (OLD.proof IS NOT NULL AND NEW.proof IS NOT OLD.proof)
BEGIN SELECT RAISE(ABORT, 'a case keeps its number and its key'); END;
CREATE TRIGGER care_case_is_never_deleted BEFORE DELETE ON care_case
BEGIN SELECT RAISE(ABORT, 'the number of a case stays'); END;

CREATE TRIGGER staff_is_written_once BEFORE INSERT ON staff
WHEN EXISTS (SELECT 1 FROM staff WHERE id = NEW.id OR login = NEW.login)
BEGIN SELECT RAISE(ABORT, 'a member of staff is never written over'); END;
CREATE TRIGGER staff_keeps_its_login BEFORE UPDATE ON staff
WHEN NEW.id IS NOT OLD.id OR NEW.login IS NOT OLD.login OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'a member of staff keeps her login'); END;
CREATE TRIGGER staff_is_never_deleted BEFORE DELETE ON staff
BEGIN SELECT RAISE(ABORT, 'a member of staff is never deleted'); END;

CREATE TRIGGER adopted_standard_is_written_once BEFORE INSERT ON adopted_standard
WHEN EXISTS (SELECT 1 FROM adopted_standard WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an adopted standard is never changed'); END;
CREATE TRIGGER adopted_standard_is_never_changed BEFORE UPDATE ON adopted_standard
WHEN OLD.proof IS NOT NULL OR NEW.proof IS NULL OR NEW.id IS NOT OLD.id
    OR NEW.in_force_from IS NOT OLD.in_force_from OR NEW.standard IS NOT OLD.standard
    OR NEW.adopted_by IS NOT OLD.adopted_by OR NEW.recorded_at IS NOT OLD.recorded_at
BEGIN SELECT RAISE(ABORT, 'an adopted standard is never changed'); END;
CREATE TRIGGER adopted_standard_is_never_deleted BEFORE DELETE ON adopted_standard
BEGIN SELECT RAISE(ABORT, 'an adopted standard stays'); END;

CREATE TRIGGER erasure_request_is_written_once BEFORE INSERT ON erasure_request
WHEN EXISTS (SELECT 1 FROM erasure_request WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an erasure is asked for once'); END;
CREATE TRIGGER erasure_request_case_is_written_once BEFORE INSERT ON erasure_request_case
WHEN EXISTS (SELECT 1 FROM erasure_request_case WHERE request_id = NEW.request_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'an erasure is asked for once'); END;
CREATE TRIGGER erasure_request_case_is_never_changed BEFORE UPDATE ON erasure_request_case
BEGIN SELECT RAISE(ABORT, 'the receipt of an erasure stays'); END;
CREATE TRIGGER erasure_request_case_is_never_deleted BEFORE DELETE ON erasure_request_case
BEGIN SELECT RAISE(ABORT, 'the receipt of an erasure stays'); END;
CREATE TRIGGER erasure_receipt_is_written_once BEFORE INSERT ON erasure_receipt
WHEN EXISTS (SELECT 1 FROM erasure_receipt WHERE request_id = NEW.request_id AND table_name = NEW.table_name)
BEGIN SELECT RAISE(ABORT, 'the receipt of an erasure stays'); END;
CREATE TRIGGER erasure_receipt_is_never_changed BEFORE UPDATE ON erasure_receipt
BEGIN SELECT RAISE(ABORT, 'the receipt of an erasure stays'); END;
CREATE TRIGGER erasure_receipt_is_never_deleted BEFORE DELETE ON erasure_receipt
BEGIN SELECT RAISE(ABORT, 'the receipt of an erasure stays'); END;

CREATE TRIGGER log_sample_is_written_once BEFORE INSERT ON log_sample
WHEN EXISTS (SELECT 1 FROM log_sample WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a sample is drawn once'); END;
CREATE TRIGGER log_sample_entry_is_written_once BEFORE INSERT ON log_sample_entry
WHEN EXISTS (SELECT 1 FROM log_sample_entry WHERE sample_id = NEW.sample_id AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a sample is drawn once'); END;

INSERT INTO data_dictionary (table_name, column_name, meaning, form, sensitivity, source, kept) VALUES
    ('staff', 'proof', 'proves that the house wrote the row as it stands', 'HMAC-SHA-256', 'public', 'the house', 'always: old log lines keep their name'),
    ('care_case', 'proof', 'proves that the house wrote the row as it stands, erased_at excepted', 'HMAC-SHA-256', 'case', 'the house', 'always: number and days outlive the case, its content does not'),
    ('ledger_entry', 'proof', 'proves that the house wrote the row as it stands, and after the one before it', 'HMAC-SHA-256', 'case', 'the house', 'until the case is forgotten'),
    ('adopted_standard', 'proof', 'proves that the house wrote the row as it stands', 'HMAC-SHA-256', 'public', 'the house', 'always'),
    ('audit_entry', 'about_staff', 'the member of staff that was added or changed', 'id of staff', 'public', 'the house', 'always; reason unreadable once the case is forgotten'),
    ('audit_entry', 'written', 'the proof of the last row that the act wrote: of a ledger, of staff, of a standard', 'HMAC-SHA-256', 'case', 'the house', 'always; reason unreadable once the case is forgotten');
