-- What a later release might do to the tables that every request writes: a column with a default, an index, a table.
ALTER TABLE tracing_request ADD COLUMN channel text NOT NULL DEFAULT 'graphql';
CREATE INDEX tracing_request_by_channel ON tracing_request (channel, received_at);
ALTER TABLE ledger_entry ADD COLUMN kept_until date;
CREATE TABLE release_note (release text PRIMARY KEY, note text NOT NULL);
