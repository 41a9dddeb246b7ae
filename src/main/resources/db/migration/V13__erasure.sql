-- Particulars go in the transaction of the entry that says so: the function reads in the log what is to go, and the
-- log's proof therefore always tells what was erased from what was tampered with.
DROP FUNCTION erase_particulars(uuid);

-- What an erasure entry names whose time has come, and nothing else: the application may call this, and may delete
-- nothing itself. A request's particulars go from its own day on; those of entries that belong to no request a year
-- after they were written. Returns how many went.
CREATE FUNCTION erase_particulars(said_at bigint) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $erase$
  WITH erasure AS MATERIALIZED (
    SELECT index, said
    FROM (
      SELECT index, convert_from(circumstances, 'UTF8')::jsonb AS said FROM public.ledger_entry WHERE index = said_at
    ) AS entry
    WHERE said ->> 'kind' = 'erasure' AND said ->> 'reason' = 'retention'
  ), named AS (
    SELECT l.index
    FROM erasure
    JOIN public.tracing_request r ON r.id = (said ->> 'request')::uuid
    JOIN public.tracing_request_entry e ON e.request = r.id
    JOIN public.ledger_entry l ON l.index = e.entry_index AND l.index < erasure.index
    -- The application writes tracing_request_entry: whose an entry is, the entry itself has to say.
    WHERE convert_from(l.circumstances, 'UTF8')::jsonb ->> 'request' = said ->> 'request'
      AND r.erase_on <= (clock_timestamp() AT TIME ZONE 'Europe/London')::date
    UNION
    SELECT l.index
    FROM erasure
    CROSS JOIN jsonb_array_elements_text(CASE jsonb_typeof(said -> 'entries') WHEN 'array' THEN said -> 'entries'
      ELSE '[]' END) AS given (entry)
    JOIN public.ledger_entry l ON l.index = given.entry::bigint AND l.index < erasure.index
    WHERE NOT convert_from(l.circumstances, 'UTF8')::jsonb ? 'request'
      AND l.appended_at <= clock_timestamp() - interval '1 year'
  ), gone AS (
    DELETE FROM public.ledger_particulars p USING named WHERE p.index = named.index RETURNING 1
  )
  SELECT count(*) FROM gone
$erase$;
REVOKE EXECUTE ON FUNCTION erase_particulars(bigint) FROM PUBLIC;
