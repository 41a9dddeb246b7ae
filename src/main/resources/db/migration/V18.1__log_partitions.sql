-- The log by ranges of its index: of either table a partition for the same entries, made ahead of need by the owner. There
-- is no partition for what fits no other: past the last one an append fails and nothing is released, and how many entries
-- are left until then is among the health data and the metrics.

ALTER TABLE ledger_entry VALIDATE CONSTRAINT within_partition;
ALTER TABLE ledger_particulars VALIDATE CONSTRAINT within_partition;

-- What is there becomes the first partition as it is: no row is written anew; its keys, checks and indexes stay, and are
-- taken for those of the same definition that the new tables have.
ALTER TABLE ledger_entry RENAME TO ledger_entry_from_0;
ALTER INDEX ledger_entry_pkey RENAME TO ledger_entry_from_0_pkey;
ALTER INDEX ledger_entry_erasure RENAME TO ledger_entry_from_0_erasure;
ALTER TABLE ledger_particulars RENAME TO ledger_particulars_from_0;
ALTER INDEX ledger_particulars_pkey RENAME TO ledger_particulars_from_0_pkey;
ALTER INDEX ledger_particulars_by_subject RENAME TO ledger_particulars_from_0_by_subject;

CREATE TABLE ledger_entry (
  LIKE ledger_entry_from_0 INCLUDING CONSTRAINTS,
  CONSTRAINT ledger_entry_pkey PRIMARY KEY (index)
) PARTITION BY RANGE (index);
ALTER TABLE ledger_entry DROP CONSTRAINT within_partition;
CREATE INDEX ledger_entry_erasure ON ledger_entry (index)
  WHERE position('\x226b696e64223a226572617375726522'::bytea IN circumstances) > 0;

-- The foreign key is between partitions of the same entries: it says the same, and is looked up in one table.
CREATE TABLE ledger_particulars (
  LIKE ledger_particulars_from_0 INCLUDING CONSTRAINTS,
  CONSTRAINT ledger_particulars_pkey PRIMARY KEY (index)
) PARTITION BY RANGE (index);
ALTER TABLE ledger_particulars DROP CONSTRAINT within_partition;
CREATE INDEX ledger_particulars_by_subject ON ledger_particulars (particulars_subject(particulars));

DO $attach$
DECLARE
  ends bigint;
BEGIN
  SELECT (regexp_match(pg_get_constraintdef(oid), '< ''?(\d+)'))[1]::bigint INTO STRICT ends
  FROM pg_constraint WHERE conrelid = 'ledger_entry_from_0'::regclass AND conname = 'within_partition';
  EXECUTE format('ALTER TABLE ledger_entry ATTACH PARTITION ledger_entry_from_0 FOR VALUES FROM (0) TO (%s)', ends);
  EXECUTE format('ALTER TABLE ledger_particulars ATTACH PARTITION ledger_particulars_from_0'
    ' FOR VALUES FROM (0) TO (%s)', ends);
END
$attach$;
ALTER TABLE ledger_entry_from_0 DROP CONSTRAINT within_partition;
ALTER TABLE ledger_particulars_from_0 DROP CONSTRAINT within_partition;

-- The first index that no partition takes.
CREATE FUNCTION ledger_ends_at() RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $ends$
  SELECT min(ends) FROM (
    SELECT max((regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \(''(\d+)''\)'))[1]::bigint) AS ends
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent IN ('public.ledger_entry'::regclass, 'public.ledger_particulars'::regclass)
    GROUP BY i.inhparent
  ) AS each_table
$ends$;

-- Makes partitions of so many entries until so many lie ahead of the last entry. The owner's alone; `migrate` calls it
-- every time. A partition is made as a table and then attached, because appends go on under that. Returns how many.
CREATE FUNCTION extend_ledger(width bigint, ahead integer) RETURNS integer
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $extend$
DECLARE
  starts bigint := ledger_ends_at();
  needed bigint;
  made integer := 0;
BEGIN
  IF width < 1 OR ahead < 1 THEN
    RAISE EXCEPTION 'a partition holds at least one entry, and at least one lies ahead';
  END IF;
  -- Two at a time would make the same ones.
  PERFORM pg_advisory_xact_lock(hashtext('extend_ledger'));
  starts := ledger_ends_at();
  SELECT coalesce(max(index), 0) + width * ahead INTO needed FROM ledger_entry;
  WHILE starts < needed LOOP
    EXECUTE format('CREATE TABLE ledger_entry_from_%s (LIKE ledger_entry INCLUDING ALL)', starts);
    EXECUTE format('CREATE TABLE ledger_particulars_from_%s (LIKE ledger_particulars INCLUDING ALL,'
      ' CONSTRAINT ledger_particulars_index_fkey FOREIGN KEY (index) REFERENCES ledger_entry_from_%s)', starts, starts);
    EXECUTE format('ALTER TABLE ledger_entry ATTACH PARTITION ledger_entry_from_%s FOR VALUES FROM (%s) TO (%s)',
      starts, starts, starts + width);
    EXECUTE format('ALTER TABLE ledger_particulars ATTACH PARTITION ledger_particulars_from_%s'
      ' FOR VALUES FROM (%s) TO (%s)', starts, starts, starts + width);
    starts := starts + width;
    made := made + 1;
  END LOOP;
  RETURN made;
END
$extend$;
REVOKE EXECUTE ON FUNCTION extend_ledger(bigint, integer) FROM PUBLIC;

SELECT extend_ledger(100000000, 4);
