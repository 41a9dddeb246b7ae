-- The disclosure log. Entries are for ever: the application may insert and read them, nothing else (see
-- afterMigrate__grants.sql). Particulars live apart so that they can be erased while the proof stays.

CREATE TABLE ledger_entry (
  index bigint PRIMARY KEY CHECK (index >= 0),
  appended_at timestamptz NOT NULL,
  -- canonical JSON (RFC 8785) in UTF-8; nothing personal
  circumstances bytea NOT NULL,
  circumstances_salt bytea NOT NULL CHECK (length(circumstances_salt) = 32),
  -- SHA-256(salt || particulars): what remains when the particulars are erased
  particulars_hash bytea NOT NULL CHECK (length(particulars_hash) = 32),
  -- RFC 6962 leaf hash of the entry
  leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32)
);

CREATE TABLE ledger_particulars (
  index bigint PRIMARY KEY REFERENCES ledger_entry,
  salt bytea NOT NULL CHECK (length(salt) = 32),
  particulars bytea NOT NULL
);
