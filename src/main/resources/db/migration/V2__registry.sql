-- The people held. Only what a search may use or a disclosure may hold: usual, old and maiden names, home addresses.
-- Nicknames, temporary and work addresses, telephone numbers are never kept, so they can never leave.
-- Columns ending in _key hold values normalised for matching, as org.narrowgate.registry.MatchingKey makes them.

CREATE TABLE general_practice (
  ods_code text PRIMARY KEY,
  name text,
  area_code text,
  postcode_key text,
  -- Where the practice itself is, to tell a home from the practice's own address. Null where not known.
  premises_key text,
  name_key text
);
CREATE INDEX general_practice_by_postcode ON general_practice (postcode_key);

CREATE TABLE person (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nhs_number text NOT NULL UNIQUE CHECK (nhs_number ~ '^[0-9]{10}$'),
  -- ISO dates as text: a year, or a year and month, is all that is known of some.
  birth_date text CHECK (birth_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  gender text CHECK (gender IN ('MALE', 'FEMALE', 'OTHER', 'UNKNOWN')),
  deceased boolean NOT NULL,
  deceased_on text CHECK (deceased_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  -- Unrestricted, restricted, very restricted.
  protection text NOT NULL CHECK (protection IN ('U', 'R', 'V')),
  -- No foreign key: a file may name the successor before it holds it.
  superseded_by text CHECK (superseded_by ~ '^[0-9]{10}$'),
  invalidated boolean NOT NULL,
  -- Of the record as imported, so that running an import again writes nothing.
  content_hash bytea NOT NULL
);

-- place: 0 is the latest, then further back. Where several count today, the lowest place does.
CREATE TABLE person_name (
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  place integer NOT NULL,
  use text NOT NULL CHECK (use IN ('usual', 'old', 'maiden')),
  family text,
  given text[],
  starts_on date,
  ends_on date,
  -- The person's birth date where it is whole, kept here so that one index serves family name and birth date together.
  born_on date,
  family_key text,
  first_given_key text,
  all_given_key text,
  PRIMARY KEY (person_id, place)
);
CREATE INDEX person_name_by_family_and_birth ON person_name (family_key, born_on)
  WHERE family_key IS NOT NULL AND born_on IS NOT NULL;

CREATE TABLE person_address (
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  place integer NOT NULL,
  lines text[],
  postcode text,
  starts_on date,
  ends_on date,
  -- Null where the registry knows the start only to the month or year: starts_on is then its first day.
  since date,
  postcode_key text,
  premises_key text,
  name_key text,
  PRIMARY KEY (person_id, place)
);

CREATE TABLE registration (
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  place integer NOT NULL,
  ods_code text NOT NULL REFERENCES general_practice,
  starts_on date,
  ends_on date,
  -- As person_address.since.
  registered_on date,
  PRIMARY KEY (person_id, place)
);
