-- Open consultations, and what the public said to them. The application may only add: what was asked, what was ruled,
-- judged and published stays for ever. Only the text of what does not show goes, through a function that knows its day.
CREATE TABLE consultation (
  id uuid PRIMARY KEY,
  draft uuid NOT NULL,
  revision integer NOT NULL,
  base integer NOT NULL REFERENCES policy_version,
  title text NOT NULL,
  text text NOT NULL,
  document text NOT NULL, -- canonical JSON (RFC 8785), byte for byte what was hashed
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  difference text NOT NULL, -- from the base, in the words of the day; JSON
  opened_by text NOT NULL,
  opened_by_name text NOT NULL,
  opened_at timestamptz NOT NULL,
  closes_on date NOT NULL, -- its last day, in London
  FOREIGN KEY (draft, revision) REFERENCES policy_draft_revision
);
CREATE INDEX consultation_draft ON consultation (draft, opened_at);

CREATE TABLE consultation_ending (
  consultation uuid PRIMARY KEY REFERENCES consultation,
  kind text NOT NULL CHECK (kind IN ('OUTCOME', 'WITHDRAWAL')),
  text text NOT NULL,
  changes text,
  by_whom text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  CHECK ((kind = 'OUTCOME') = (changes IS NOT NULL))
);

-- No address of a sender is kept, here or anywhere.
CREATE TABLE representation (
  consultation uuid NOT NULL REFERENCES consultation,
  number integer NOT NULL CHECK (number > 0),
  received_at timestamptz NOT NULL,
  PRIMARY KEY (consultation, number)
);
CREATE INDEX representation_received ON representation (consultation, received_at);

CREATE TABLE representation_content (
  consultation uuid NOT NULL,
  number integer NOT NULL,
  text text NOT NULL CHECK (length(text) <= 5000),
  name text NOT NULL CHECK (length(name) <= 100),
  PRIMARY KEY (consultation, number),
  FOREIGN KEY (consultation, number) REFERENCES representation
);

-- Whether it shows; the latest counts.
CREATE TABLE representation_reading (
  consultation uuid NOT NULL,
  number integer NOT NULL,
  step bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ruling text NOT NULL CHECK (ruling IN ('SHOWN', 'PERSONAL_DATA', 'ABUSIVE', 'NOT_ABOUT_IT', 'REPEATED')),
  by_whom text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (consultation, number) REFERENCES representation
);
CREATE INDEX representation_reading_of ON representation_reading (consultation, number, step);

-- What the registry makes of it; the latest counts.
CREATE TABLE representation_judgement (
  consultation uuid NOT NULL,
  number integer NOT NULL,
  step bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  text text NOT NULL,
  by_whom text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (consultation, number) REFERENCES representation
);
CREATE INDEX representation_judgement_of ON representation_judgement (consultation, number, step);

-- Erases the texts of representations that do not show, 90 days after the consultation ended or, where that was later,
-- after they were ruled on: until then whoever sent one can ask why. Returns how many went.
CREATE FUNCTION erase_representations() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $erase$
  WITH gone AS (
    DELETE FROM public.representation_content c
    USING public.consultation_ending e
    WHERE e.consultation = c.consultation
      AND e.at < clock_timestamp() - interval '90 days'
      AND NOT EXISTS (
        SELECT FROM (
          SELECT r.ruling, r.at FROM public.representation_reading r
          WHERE r.consultation = c.consultation AND r.number = c.number
          ORDER BY r.step DESC LIMIT 1
        ) AS latest
        WHERE latest.ruling = 'SHOWN' OR latest.at >= clock_timestamp() - interval '90 days')
    RETURNING 1
  )
  SELECT count(*) FROM gone
$erase$;
REVOKE EXECUTE ON FUNCTION erase_representations() FROM PUBLIC;
