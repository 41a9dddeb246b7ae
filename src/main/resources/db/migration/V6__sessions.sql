-- Staff who are signed in to the console. The browser holds a random reference, this table its hash, and the tokens are
-- encrypted with the console client's secret: what is here opens nothing by itself.
CREATE TABLE staff_session (
  reference bytea PRIMARY KEY CHECK (length(reference) = 32),
  id_token text NOT NULL,
  refresh_token text,
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);
CREATE INDEX staff_session_seen ON staff_session (seen_at);
