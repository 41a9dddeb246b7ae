-- The tree over the log, and what of it is signed. Only added to: no tile is kept as such, and none changes.

-- The RFC 6962 root of each full tile. Level 0 is over leaf hashes in ledger_entry, level L over the roots of level L-1;
-- so a tile of level L is 256 roots of level L-1, and the rows that a tree needs grow by 1 in 255 entries.
CREATE TABLE ledger_tile_root (
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 63),
  number bigint NOT NULL CHECK (number >= 0),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, number)
);

-- Every checkpoint ever published. The key is the size: none can be signed twice, with whatever root.
CREATE TABLE ledger_checkpoint (
  size bigint PRIMARY KEY CHECK (size >= 0),
  -- a C2SP signed note
  note text NOT NULL,
  published_at timestamptz NOT NULL
);

-- What witnesses sent of checkpoints that were published.
CREATE TABLE ledger_cosignature (
  size bigint NOT NULL REFERENCES ledger_checkpoint,
  -- the witness's verifying key, as a C2SP vkey
  witness text NOT NULL,
  -- the line of the signed note
  signature text NOT NULL,
  cosigned_at timestamptz NOT NULL,
  PRIMARY KEY (size, witness)
);
CREATE INDEX ledger_cosignature_by_witness ON ledger_cosignature (witness, size);

-- When signing was refused, and when it went on: one row each time that changes, read by every replica.
CREATE TABLE ledger_signing_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  -- a sentence; none where signing goes on
  refusal text
);
