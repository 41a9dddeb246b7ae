-- Drafts of policy versions. The row says where a draft stands now; revisions and steps are its history, and the
-- application may only add to them.
CREATE TABLE policy_draft (
  id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('DRAFT', 'IN_CONSULTATION', 'SUBMITTED', 'APPROVED', 'WITHDRAWN')),
  revision integer NOT NULL CHECK (revision > 0),
  -- of the newest revision
  title text NOT NULL,
  base integer NOT NULL REFERENCES policy_version,
  started_by text NOT NULL,
  started_by_name text NOT NULL,
  changed_by text NOT NULL,
  changed_by_name text NOT NULL,
  changed_at timestamptz NOT NULL,
  -- while it is submitted, and once it is approved
  submitted_by text,
  submitted_by_name text,
  submitted_at timestamptz,
  submission_reasons text,
  in_force_from timestamptz,
  version integer UNIQUE REFERENCES policy_version,
  CHECK (state NOT IN ('SUBMITTED', 'APPROVED') OR (submitted_by IS NOT NULL AND submitted_by_name IS NOT NULL
    AND submitted_at IS NOT NULL AND submission_reasons IS NOT NULL)),
  CHECK ((state = 'APPROVED') = (version IS NOT NULL))
);

CREATE TABLE policy_draft_revision (
  draft uuid NOT NULL REFERENCES policy_draft,
  number integer NOT NULL CHECK (number > 0),
  author text NOT NULL,
  author_name text NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  title text NOT NULL,
  base integer NOT NULL REFERENCES policy_version,
  document text NOT NULL,   -- canonical JSON (RFC 8785)
  shows integer NOT NULL,   -- the revision whose contents these are: itself, or for an undo or redo an earlier one
  follows integer NOT NULL, -- the contents that these were made from; 0 for the first
  PRIMARY KEY (draft, number),
  CHECK (shows BETWEEN 1 AND number AND follows BETWEEN 0 AND shows - 1)
);

CREATE TABLE policy_draft_step (
  draft uuid NOT NULL REFERENCES policy_draft,
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  led_to text NOT NULL,
  by_whom text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  revision integer NOT NULL,
  reasons text NOT NULL,
  FOREIGN KEY (draft, revision) REFERENCES policy_draft_revision
);
CREATE INDEX policy_draft_step_draft ON policy_draft_step (draft, number);

-- How a version came to be published, beside the version itself: the one that came with the software has no row.
CREATE TABLE policy_publication (
  number integer PRIMARY KEY REFERENCES policy_version,
  draft uuid NOT NULL UNIQUE REFERENCES policy_draft,
  published_at timestamptz NOT NULL,
  author text NOT NULL,
  author_name text NOT NULL,
  author_reasons text NOT NULL,
  approver text NOT NULL,
  approver_name text NOT NULL,
  approver_reasons text NOT NULL,
  difference text NOT NULL, -- from the version in force at the time: JSON, change by change, in words
  -- the two-person rule, should everything above it fail
  CHECK (author <> approver)
);
