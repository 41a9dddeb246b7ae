-- Keys of pseudonyms: made here, by chance, in every installation. The owner adds one to rotate.
CREATE TABLE pseudonym_key (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key bytea NOT NULL CHECK (length(key) >= 32),
  created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO pseudonym_key (key)
VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

CREATE TABLE tracing_request (
  id uuid PRIMARY KEY,
  agency text NOT NULL,
  purpose text NOT NULL,
  case_reference text NOT NULL,
  state text NOT NULL,
  received_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  due_by date NOT NULL,
  decided_at timestamptz,
  policy_version integer NOT NULL,
  question text,
  -- the call's X-Request-ID, and a keyed fingerprint of what came with it
  idempotency_key uuid,
  fingerprint text NOT NULL,
  -- everything the agency said, but for the subject
  asked jsonb NOT NULL,
  -- how the request names its subject: held only while a search is still to be made
  subject jsonb,
  -- who was traced, and by which search arguments
  person bigint,
  searched_by text[] NOT NULL,
  refusal_reason text,
  refusal_clause text,
  refusal_explanation text,
  -- the receipt of the outcome
  outcome_entry bigint,
  outcome_leaf_hash text,
  outcome_at timestamptz,
  outcome_policy_hash text,
  readable_until timestamptz,
  readings integer NOT NULL DEFAULT 0,
  destroy_by date,
  destroyed_on date,
  destruction_method text,
  CONSTRAINT one_request_per_key UNIQUE (agency, idempotency_key)
);
CREATE INDEX tracing_request_newest ON tracing_request (agency, received_at DESC, id DESC);
CREATE INDEX tracing_request_changed ON tracing_request (agency, changed_at);
CREATE INDEX tracing_request_to_destroy ON tracing_request (agency, purpose, destroy_by)
  WHERE destroy_by IS NOT NULL AND destroyed_on IS NULL;

-- Requests not refused, counted under the log's lock: what an agreement's limits are held against.
CREATE TABLE purpose_use (
  agency text NOT NULL,
  purpose text NOT NULL,
  day date NOT NULL,
  used integer NOT NULL,
  PRIMARY KEY (agency, purpose, day)
);
