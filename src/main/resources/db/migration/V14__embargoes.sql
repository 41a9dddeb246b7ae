-- What was done about the embargo of a request: what is disclosed does not show in the person's own record before it
-- ends. Nobody changes an event: the application may only insert and read. Written under the append's lock with the
-- entry that says so. What was said with it is among that entry's particulars, where it can be erased.
CREATE TABLE embargo_event (
  request uuid NOT NULL REFERENCES tracing_request,
  number integer NOT NULL CHECK (number > 0), -- dense within its request
  kind text NOT NULL CHECK (kind IN ('asked', 'proposed', 'approved', 'refused', 'ended')),
  at timestamptz NOT NULL,
  until date, -- the last day on which nothing shows
  review_by date, -- the same unless it is reviewed
  -- of a caseworker; the agency asks without a name
  by_whom text,
  by_name text,
  -- of an approval: whose proposal it follows
  proposed_by text,
  proposed_by_name text,
  entry_index bigint NOT NULL UNIQUE, -- the disclosure log's entry that says so
  PRIMARY KEY (request, number),
  CHECK ((kind = 'asked') = (by_whom IS NULL)),
  CHECK ((by_whom IS NULL) = (by_name IS NULL)),
  CHECK ((kind IN ('asked', 'proposed', 'approved')) = (until IS NOT NULL)),
  CHECK ((kind IN ('proposed', 'approved')) = (review_by IS NOT NULL)),
  CHECK (review_by <= until),
  CHECK ((kind = 'approved') = (proposed_by IS NOT NULL)),
  CHECK ((proposed_by IS NULL) = (proposed_by_name IS NULL)),
  -- the two-person rule, should everything above it fail
  CHECK (proposed_by <> by_whom),
  -- and the twelve months, and the six until somebody looks again
  CHECK (kind <> 'approved' OR until <= (at AT TIME ZONE 'Europe/London')::date + interval '12 months'),
  CHECK (kind <> 'approved' OR review_by <= (at AT TIME ZONE 'Europe/London')::date + interval '6 months')
);
