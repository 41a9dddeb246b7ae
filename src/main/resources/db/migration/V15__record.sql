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

-- The pseudonym of whom particulars are about; NULL where they name nobody. Not read as JSON: the log stores bytes, and a
-- text that PostgreSQL would not take as JSON must neither stop an append nor hide an entry from the person. Escaped,
-- every byte is a character; and within no quoted text can this be found, for there a quote follows a backslash. The
-- brace at the beginning stands for a comma, should the subject come first. (A regular expression takes three times as
-- long.)
CREATE FUNCTION particulars_subject(particulars bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN nullif(split_part(split_part(',' || substr(encode(particulars, 'escape'), 2), ',"subject":"', 2), '"', 1), '');

-- On the particulars themselves, so that what is erased is gone from here as well, and an append needs nothing new.
CREATE INDEX ledger_particulars_by_subject ON ledger_particulars (particulars_subject(particulars));
