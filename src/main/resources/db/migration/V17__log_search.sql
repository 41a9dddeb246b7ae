-- Erasures are few among an overseer's entries and asked for on every look at the log's health. The expression is bytes
-- for "kind":"erasure": circumstances are canonical JSON, and an entry that somebody broke must not stop an append or
-- an index. A partial index costs an append nothing that could be measured (100,000 appends, with and without).
CREATE INDEX ledger_entry_erasure ON ledger_entry (index)
  WHERE position('\x226b696e64223a226572617375726522'::bytea IN circumstances) > 0;
