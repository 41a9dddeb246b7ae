-- What each role may do, room by room, said again after every migration so that it cannot drift. What is not granted
-- here is not possible: no DDL, and of the log nothing but INSERT and SELECT.

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- how far the tables have come
GRANT EXECUTE ON FUNCTION schema_version() TO "${application}";

-- policy
GRANT SELECT, INSERT ON policy_version TO "${application}";

-- governance: a draft's row changes, its history does not
GRANT SELECT, INSERT, UPDATE ON policy_draft TO "${application}";
GRANT SELECT, INSERT ON policy_draft_revision, policy_draft_step, policy_publication TO "${application}";
-- A stop is never unsaid: what ends it is an event of its own.
GRANT SELECT, INSERT ON stop_event, resume_proposal TO "${application}";

-- governance: a replay moves on until it is over; what came of it stays
GRANT SELECT, INSERT, UPDATE ON policy_replay TO "${application}";
-- consultations: only added to; what does not show is erased by a function that knows its day
GRANT SELECT, INSERT ON consultation, consultation_ending, representation, representation_content,
  representation_reading, representation_judgement TO "${application}";
GRANT EXECUTE ON FUNCTION erase_representations() TO "${application}";

-- transparency: the archive of 2016 is filled once and read
GRANT SELECT, INSERT ON archived_request TO "${application}";

-- registry
GRANT SELECT, INSERT, UPDATE, DELETE ON general_practice, person, person_name, person_address, registration
  TO "${application}";
GRANT USAGE ON SEQUENCE person_id_seq TO "${application}";
-- So that an import can leave fresh statistics behind; before PostgreSQL 17 autovacuum has to.
DO $maintain$
BEGIN
  IF current_setting('server_version_num')::int >= 170000 THEN
    EXECUTE format(
      'GRANT MAINTAIN ON general_practice, person, person_name, person_address, registration TO %I',
      btrim($value$ ${application} $value$));
  END IF;
END
$maintain$;

-- Values at a replica: nothing of protection, nothing of the log
GRANT SELECT ON readable_person, readable_name, readable_address, readable_registration, general_practice
  TO registry_reader;
GRANT SELECT ON readable_person, readable_name, readable_address, readable_registration TO "${application}";

-- ledger: entries are for ever, particulars only the eraser removes
GRANT SELECT, INSERT ON ledger_entry, ledger_particulars TO "${application}";
GRANT SELECT, DELETE ON ledger_particulars TO eraser;
-- The tree and its checkpoints are only added to: what is signed stays signed.
GRANT SELECT, INSERT ON ledger_tile_root, ledger_checkpoint, ledger_cosignature, ledger_signing_event
  TO "${application}";
GRANT SELECT ON ledger_entry, ledger_particulars, ledger_tile_root, ledger_checkpoint TO log_verifier;
-- Nobody but the owner has any right to a partition by itself, and only the owner makes one.
DO $partitions$
DECLARE
  held record;
BEGIN
  FOR held IN
    SELECT DISTINCT c.oid::regclass AS partition, g.grantee
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid, aclexplode(c.relacl) AS g
    WHERE i.inhparent IN ('ledger_entry'::regclass, 'ledger_particulars'::regclass) AND g.grantee <> c.relowner
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM %s', held.partition,
      CASE held.grantee WHEN 0 THEN 'PUBLIC' ELSE held.grantee::regrole::text END);
  END LOOP;
END
$partitions$;

-- disclosure, casework
GRANT SELECT ON pseudonym_key TO "${application}";
GRANT SELECT, INSERT, UPDATE ON tracing_request, purpose_use TO "${application}";
GRANT SELECT, INSERT ON tracing_request_entry TO "${application}";
GRANT SELECT, INSERT, UPDATE, DELETE ON case_claim, case_draft TO "${application}";
GRANT SELECT, INSERT ON case_reminder TO "${application}";
GRANT EXECUTE ON FUNCTION erase_particulars(bigint) TO "${application}";

-- rights: what was done about an embargo is never unsaid
GRANT SELECT, INSERT ON embargo_event TO "${application}";
-- rights: a case moves on; whose it is, and what the log says of it, stays until a function that knows its day erases it
GRANT SELECT, INSERT, UPDATE ON rights_case TO "${application}";
GRANT SELECT, INSERT ON rights_case_subject, rights_case_entry TO "${application}";
GRANT EXECUTE ON FUNCTION erase_rights_case(uuid) TO "${application}";

-- caller: sessions end
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_session, person_session TO "${application}";
