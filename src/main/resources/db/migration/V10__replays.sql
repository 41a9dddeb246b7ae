-- Replays of a draft or of a published version over requests made before. A row is how far it is and, when it is
-- done, what came of it: figures, and of requests that agencies made nothing but their ids, so that there is nothing
-- here to erase.
CREATE TABLE policy_replay (
  id uuid PRIMARY KEY,
  -- what was replayed: a draft as it stood, or a version
  draft uuid,
  revision integer,
  version integer REFERENCES policy_version,
  -- what it is held against: the version then in force, or the practice of 2016
  opponent text NOT NULL CHECK (opponent IN ('IN_FORCE', 'PRACTICE_OF_2016')),
  in_force integer NOT NULL REFERENCES policy_version,
  source text NOT NULL CHECK (source IN ('RECORDED', 'ARCHIVE_2016')),
  period_from date,
  period_to date,
  mix jsonb, -- weights by kind of case, where it was varied
  state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  -- by the database's clock; while the replica that is at work on it lives, never long ago
  heartbeat timestamptz NOT NULL DEFAULT clock_timestamp(),
  asked_by text NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  result jsonb,
  FOREIGN KEY (draft, revision) REFERENCES policy_draft_revision,
  CHECK ((draft IS NULL) = (revision IS NULL) AND (draft IS NULL) = (version IS NOT NULL)),
  CHECK ((source = 'RECORDED') = (period_from IS NOT NULL AND period_to IS NOT NULL)),
  CHECK ((state = 'DONE') = (result IS NOT NULL))
);
CREATE INDEX policy_replay_draft ON policy_replay (draft, asked_at);
