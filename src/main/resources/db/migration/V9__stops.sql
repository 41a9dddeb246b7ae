-- What was stopped and started again, over whatever policy version is in force. Nobody changes an event: the application
-- may only insert and read. Written under the append's lock with the entry that says so; deciding reads the highest
-- number with every commit, and of each thing the latest event says whether it is stopped.
CREATE TABLE stop_event (
  number bigint PRIMARY KEY CHECK (number > 0), -- dense
  kind text NOT NULL CHECK (kind IN ('stop', 'resume')),
  what text NOT NULL CHECK (what IN ('agreement', 'purpose', 'agency')),
  id text NOT NULL,
  at timestamptz NOT NULL,
  by_whom text NOT NULL,
  by_name text NOT NULL,
  reason text NOT NULL,
  policy_version integer NOT NULL REFERENCES policy_version,
  entry_index bigint NOT NULL UNIQUE, -- the disclosure log's entry that says so
  -- of a resumption: the stop it ends, and whose proposal was approved
  lifts bigint UNIQUE REFERENCES stop_event,
  proposed_by text,
  CHECK ((kind = 'resume') = (lifts IS NOT NULL)),
  CHECK ((kind = 'resume') = (proposed_by IS NOT NULL)),
  -- the two-person rule, should everything above it fail
  CHECK (proposed_by <> by_whom)
);
CREATE INDEX stop_event_of ON stop_event (what, id, number DESC);

-- A proposal names the stop it would end, and counts for no other.
CREATE TABLE resume_proposal (
  stop bigint NOT NULL REFERENCES stop_event,
  by_whom text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (stop, by_whom)
);
ALTER TABLE stop_event ADD FOREIGN KEY (lifts, proposed_by) REFERENCES resume_proposal (stop, by_whom);
