-- The application's own role and those that others are made members of, where the cluster does not have them yet. All are
-- given nothing here; afterMigrate__grants.sql says what each may do.
DO $roles$
DECLARE
  -- Dollar quotes, so that a quote in a password breaks nothing; Flyway wants a space between them and its own sign.
  application text := btrim($value$ ${application} $value$);
  password text := nullif(btrim($value$ ${application_password} $value$), '');
BEGIN
  IF application = '' THEN
    RAISE EXCEPTION 'QUARKUS_DATASOURCE_USERNAME is missing: migrate needs the name of the role that serve will use';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = application) THEN
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', application, password);
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = application AND (rolsuper OR rolname = current_user)) THEN
    RAISE WARNING 'the application''s role owns the tables or is a superuser: it could alter the log';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'eraser') THEN
    CREATE ROLE eraser NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_reader') THEN
    CREATE ROLE registry_reader NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'log_verifier') THEN
    CREATE ROLE log_verifier NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another migration made the role first
END
$roles$;
