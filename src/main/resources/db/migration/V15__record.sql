-- My record: people signed in to it, and finding the entries of the log that name somebody.

-- As staff_session, and apart from it: a session of one kind is never found among those of the other.
CREATE TABLE person_session (
  reference bytea PRIMARY KEY CHECK (length(reference) = 32),
  id_token text NOT NULL,
  refresh_token text,
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);
CREATE INDEX person_session_seen ON person_session (seen_at);

-- The pseudonym of whom particulars are about; NULL where they name nobody, or are no canonical JSON. Not read as JSON:
-- the log stores bytes, and a text that PostgreSQL would not take as JSON must neither stop an append nor hide an entry
-- from the person. Escaped, every byte is a character; and no quoted text can hold this, for within one a quote follows
-- a backslash.
CREATE FUNCTION particulars_subject(particulars bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN substring(encode(particulars, 'escape') FROM '[{,]"subject":"([^"\\]+)"');

-- On the particulars themselves, so that what is erased is gone from here as well, and an append needs nothing new.
CREATE INDEX ledger_particulars_by_subject ON ledger_particulars (particulars_subject(particulars));
