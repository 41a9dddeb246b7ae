-- The synthetic archive of 2016: requests that nobody made, about nobody, kept apart from tracing_request and the log.
-- Written once by `generate --history 2016`; the application may not alter it afterwards.
CREATE TABLE archived_request (
  number integer PRIMARY KEY CHECK (number > 0),
  -- the first of the month of receipt: no day is known
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  agency text NOT NULL,
  agency_group text NOT NULL,
  purpose text NOT NULL,
  -- made up, and derived from month and number
  case_reference text NOT NULL UNIQUE,
  ground text,
  offence text,
  stage text,
  sentence_months integer CHECK (sentence_months > 0),
  sources text NOT NULL,
  -- the rank of whoever signed; no officer has a name here
  countersigned_by text,
  search_arguments text[] NOT NULL,
  fate text NOT NULL CHECK (fate IN ('rejected', 'approved-trace', 'approved-no-trace', 'unexplained')),
  rejection_reason text,
  CONSTRAINT reason_of_a_rejection CHECK ((fate = 'rejected') = (rejection_reason IS NOT NULL)),
  CONSTRAINT offence_of_a_crime
    CHECK ((ground IS NOT DISTINCT FROM 'SERIOUS_CRIMINALITY') = (offence IS NOT NULL AND stage IS NOT NULL))
);
CREATE INDEX archived_request_columns ON archived_request (month, agency_group, fate);
