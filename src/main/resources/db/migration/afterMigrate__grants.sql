-- registry
GRANT SELECT, INSERT, UPDATE, DELETE ON general_practice, person, person_name, person_address, registration
  TO "${application}";
DO $registry$
BEGIN
  -- So that an import can leave fresh statistics behind; before PostgreSQL 17 autovacuum has to.
  IF current_setting('server_version_num')::int >= 170000 THEN
    EXECUTE format(
      'GRANT MAINTAIN ON general_practice, person, person_name, person_address, registration TO %I',
      $value$${application}$value$);
  END IF;
END
$registry$;
GRANT USAGE ON SEQUENCE person_id_seq TO "${application}";
