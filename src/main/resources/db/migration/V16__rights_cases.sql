-- What people ask of the registry about their own data, and what became of it. Written with a log entry, under the
-- append's lock. No number and no name is here: whose a case is, only pseudonyms say.
CREATE TABLE rights_case (
  id uuid PRIMARY KEY,
  version integer NOT NULL CHECK (version > 0),
  kind text NOT NULL CHECK (kind IN ('OBJECTION', 'RESTRICTION', 'RECTIFICATION', 'COPY')),
  purpose text, -- objected to
  subject text NOT NULL, -- the pseudonym in the case's log entries; empty once erased, as are all words
  words text NOT NULL CHECK (length(words) <= 2000),
  received_at timestamptz NOT NULL,
  state text NOT NULL
    CHECK (state IN ('RECEIVED', 'EXTENDED', 'STANDING', 'GRANTED', 'REFUSED', 'LIFTED', 'WITHDRAWN')),
  further_months integer CHECK (further_months IN (1, 2)),
  -- what the person was told, by whom and when: {"by", "name", "at", "text"}
  extension jsonb,
  reply jsonb,
  lifting jsonb,
  withdrawn_at timestamptz,
  -- until when nobody is traced for the purpose objected to or, without one, for any purpose that yields: infinity while
  -- nothing ends it, null where it keeps nothing back
  held_until timestamptz,
  erase_on date,
  erased_at timestamptz,
  CHECK ((kind = 'OBJECTION') = (purpose IS NOT NULL)),
  CHECK ((further_months IS NULL) = (extension IS NULL)),
  CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
  CHECK ((state IN ('STANDING', 'GRANTED', 'REFUSED', 'LIFTED')) <= (reply IS NOT NULL)),
  CHECK ((state = 'LIFTED') = (lifting IS NOT NULL))
);
CREATE INDEX rights_case_open ON rights_case (received_at) WHERE state IN ('RECEIVED', 'EXTENDED');
CREATE INDEX rights_case_to_erase ON rights_case (erase_on) WHERE erased_at IS NULL;

-- Every pseudonym the person had when they asked, one a key: a replica that does not know the newest key yet, or one
-- that knows a newer, finds the case all the same.
CREATE TABLE rights_case_subject (
  subject text NOT NULL,
  rights_case uuid NOT NULL REFERENCES rights_case,
  PRIMARY KEY (subject, rights_case)
);
CREATE INDEX rights_case_subject_of ON rights_case_subject (rights_case);

CREATE TABLE rights_case_entry (
  rights_case uuid NOT NULL REFERENCES rights_case,
  entry_index bigint NOT NULL,
  PRIMARY KEY (rights_case, entry_index)
);

-- Numbers that lead to a person are found backwards, too.
CREATE INDEX IF NOT EXISTS person_superseded_by ON person (superseded_by) WHERE superseded_by IS NOT NULL;

-- Takes what is personal out of a case whose time has come, and out of no other: the application may call this, and may
-- delete nothing itself. Returns whether it was one.
CREATE FUNCTION erase_rights_case(of_case uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $erase$
BEGIN
  UPDATE public.rights_case SET subject = '', words = '',
    extension = extension || '{"text": ""}', reply = reply || '{"text": ""}', lifting = lifting || '{"text": ""}',
    erased_at = clock_timestamp()
  WHERE id = of_case AND erased_at IS NULL
    AND erase_on <= (clock_timestamp() AT TIME ZONE 'Europe/London')::date;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM public.rights_case_subject WHERE rights_case = of_case;
  RETURN true;
END
$erase$;
REVOKE EXECUTE ON FUNCTION erase_rights_case(uuid) FROM PUBLIC;
