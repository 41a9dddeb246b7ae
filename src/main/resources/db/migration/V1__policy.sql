-- Policy versions as published. Nobody changes one: the application may only insert and read, and the next version
-- is a row of its own.
CREATE TABLE policy_version (
  number integer PRIMARY KEY CHECK (number > 0),
  document text NOT NULL,           -- canonical JSON (RFC 8785), byte for byte what was hashed
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  in_force_from timestamptz NOT NULL,
  entry_index bigint NOT NULL UNIQUE -- the disclosure log's entry that published it
);
