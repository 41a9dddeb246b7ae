-- What caseworkers, and the clock, do with a tracing request. Its state is finer now than what its agency is shown:
-- AWAITING_SECOND is UNDER_REVIEW there.

ALTER TABLE tracing_request
  DROP COLUMN question,
  ADD COLUMN working_days integer NOT NULL DEFAULT 20,
  ADD COLUMN stopped_days integer NOT NULL DEFAULT 0,
  ADD COLUMN priority text NOT NULL DEFAULT 'NOT_ASKED',
  ADD COLUMN exchanges jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN first_approval jsonb,
  ADD COLUMN escalated_at timestamptz,
  -- when a field first left; NULL while nobody has read the outcome
  ADD COLUMN disclosed_at timestamptz,
  ADD COLUMN closed_for text,
  ADD COLUMN incident jsonb,
  ADD COLUMN erase_on date,
  ADD COLUMN erased_at timestamptz;
-- What left, and when, is what the log says: approved by a caseworker and never read, nothing did.
UPDATE tracing_request r SET disclosed_at = left_first.at
FROM (
  SELECT (said ->> 'request')::uuid AS request, min((said ->> 'at')::timestamptz) AS at
  FROM (SELECT convert_from(circumstances, 'UTF8')::jsonb AS said FROM ledger_entry) AS entry
  WHERE said ->> 'kind' IN ('request', 'reading') AND said ->> 'outcome' = 'traced' AND said -> 'selected' <> '[]'
  GROUP BY 1
) AS left_first
WHERE r.id = left_first.request AND r.person IS NOT NULL;
-- A wrong person reported before there were incidents is one that staff have still to deal with, within 72 hours of
-- the report.
UPDATE tracing_request r SET closed_for = 'WRONG_PERSON', incident = jsonb_build_object(
  'reason', coalesce(report.reason, 'erased'),
  'reportedAt', to_char(report.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'dueBy', to_char((report.at + interval '72 hours') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
FROM (
  SELECT (said ->> 'request')::uuid AS request, (said ->> 'at')::timestamptz AS at, reason
  FROM (
    SELECT convert_from(circumstances, 'UTF8')::jsonb AS said,
      convert_from(particulars, 'UTF8')::jsonb ->> 'reason' AS reason
    FROM ledger_entry LEFT JOIN ledger_particulars USING (index)
  ) AS entry
  WHERE said ->> 'kind' = 'mismatch'
) AS report
WHERE r.id = report.request;
UPDATE tracing_request SET closed_for = 'DESTROYED' WHERE state = 'CLOSED' AND closed_for IS NULL;
UPDATE tracing_request SET priority = 'AWAITED' WHERE asked ->> 'priority' = 'EXCEPTIONAL';
-- What is open may still be asked a question, and its day is then counted anew from these.
UPDATE tracing_request r SET working_days = (granted.purpose #>> '{terms,responseWorkingDays}')::integer
FROM policy_version v, jsonb_array_elements(v.document::jsonb -> 'purposes') AS granted (purpose)
WHERE v.number = r.policy_version AND granted.purpose ->> 'id' = r.purpose AND r.state = 'UNDER_REVIEW'
  AND granted.purpose #>> '{terms,responseWorkingDays}' IS NOT NULL;
UPDATE tracing_request SET erase_on = (changed_at AT TIME ZONE 'Europe/London')::date + 365
  WHERE state IN ('REFUSED', 'NOT_TRACED', 'WITHDRAWN')
    OR (state = 'CLOSED' AND (destroyed_on IS NOT NULL OR disclosed_at IS NULL));
ALTER TABLE tracing_request
  ALTER COLUMN working_days DROP DEFAULT,
  ALTER COLUMN stopped_days DROP DEFAULT,
  ALTER COLUMN priority DROP DEFAULT,
  ALTER COLUMN exchanges DROP DEFAULT;

CREATE INDEX tracing_request_open ON tracing_request (due_by)
  WHERE state IN ('UNDER_REVIEW', 'AWAITING_SECOND', 'INFORMATION_REQUESTED');
CREATE INDEX tracing_request_case ON tracing_request (agency, case_reference);
CREATE INDEX tracing_request_incident ON tracing_request (id) WHERE incident IS NOT NULL;
CREATE INDEX tracing_request_never_read ON tracing_request (readable_until)
  WHERE state = 'TRACED' AND disclosed_at IS NULL;
CREATE INDEX tracing_request_to_erase ON tracing_request (erase_on) WHERE erased_at IS NULL;
DROP INDEX tracing_request_to_destroy;
CREATE INDEX tracing_request_to_destroy ON tracing_request (agency, purpose, destroy_by)
  WHERE disclosed_at IS NOT NULL AND destroyed_on IS NULL;

-- Which entries of the log are a request's: its history, and what goes when it is erased.
CREATE TABLE tracing_request_entry (
  request uuid NOT NULL,
  entry_index bigint NOT NULL,
  PRIMARY KEY (request, entry_index)
);
INSERT INTO tracing_request_entry (request, entry_index)
SELECT (convert_from(circumstances, 'UTF8')::jsonb ->> 'request')::uuid, index FROM ledger_entry
WHERE convert_from(circumstances, 'UTF8')::jsonb ? 'request';

-- Who is at work on a request, so that two do not decide the same one. It lapses by itself.
CREATE TABLE case_claim (
  request uuid PRIMARY KEY REFERENCES tracing_request,
  staff text NOT NULL,
  name text NOT NULL,
  until timestamptz NOT NULL
);

-- What a caseworker has typed and not yet decided with.
CREATE TABLE case_draft (
  request uuid NOT NULL REFERENCES tracing_request,
  staff text NOT NULL,
  form jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (request, staff)
);

-- Reminders that staff were given of a request, each once.
CREATE TABLE case_reminder (
  request uuid NOT NULL REFERENCES tracing_request,
  age integer NOT NULL, -- working days
  given_at timestamptz NOT NULL,
  PRIMARY KEY (request, age)
);

-- The log's particulars of requests whose time to be erased has come, and no others: the application may call this,
-- and may delete nothing itself. Returns how many went.
CREATE FUNCTION erase_particulars(of_request uuid) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $erase$
  WITH gone AS (
    DELETE FROM public.ledger_particulars p
    USING public.tracing_request_entry e
    JOIN public.tracing_request r ON r.id = e.request
    JOIN public.ledger_entry l ON l.index = e.entry_index
    WHERE p.index = e.entry_index
      AND r.id = of_request
      -- The application writes tracing_request_entry: whose an entry is, the entry itself has to say.
      AND convert_from(l.circumstances, 'UTF8')::jsonb ->> 'request' = of_request::text
      AND r.erase_on <= (clock_timestamp() AT TIME ZONE 'Europe/London')::date
    RETURNING 1
  )
  SELECT count(*) FROM gone
$erase$;
REVOKE EXECUTE ON FUNCTION erase_particulars(uuid) FROM PUBLIC;
