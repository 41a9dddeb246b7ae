-- Readies the log's tables to become the first partitions of larger ones (V18.1). A migration of its own, so that what
-- is there is looked through while appends go on, and they wait for neither step longer than a moment.
DO $bounds$
DECLARE
  width CONSTANT bigint := 100000000;
  ends bigint;
BEGIN
  SELECT (coalesce(max(index), 0) / width + 1) * width INTO ends FROM ledger_entry;
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT within_partition'
    ' CHECK (index >= 0 AND index < %s) NOT VALID', ends);
  EXECUTE format('ALTER TABLE ledger_particulars ADD CONSTRAINT within_partition'
    ' CHECK (index >= 0 AND index < %s) NOT VALID', ends);
END
$bounds$;
