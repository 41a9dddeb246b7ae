// What PostGraphile is given in the database: a role that may touch the columns a request needs and no others, and a
// function that reads, treats and records in one call. It runs as that role, so the column grants decide.
import { columnsOf, NUMBERING, one, read, TABLES, write } from '../statements.mjs';

const READABLE = {
  person: ['id', 'nhs_number', 'birth_date', 'deceased', 'protection', 'superseded_by', 'invalidated'],
  person_name: ['person_id', 'place', 'use', 'family', 'given', 'starts_on', 'ends_on'],
  person_address: ['person_id', 'place', 'postcode', 'starts_on', 'ends_on', 'postcode_key', 'premises_key', 'name_key'],
  registration: ['person_id', 'place', 'registered_on', 'starts_on', 'ends_on'],
  general_practice: ['postcode_key', 'premises_key', 'name_key'],
  policy_version: ['number', 'hash'],
  // ON CONFLICT reads what it adds to.
  purpose_use: ['agency', 'purpose', 'day', 'used'],
};

const VALUES = {
  request: 'made.request',
  idempotency_key: "current_setting('request.key')",
  person: 'held.id',
  case_reference: 'request_trace.case_reference',
  asked: "jsonb_build_object('sources', 'EXHAUSTED', 'justification', request_trace.justification, 'priority', 'STANDARD')",
  fingerprint: 'made.fingerprint',
  received_at: 'made.now',
  today: 'made.today',
  due_by: 'made.today + CASE extract(isodow FROM made.today) WHEN 5 THEN 3 WHEN 6 THEN 2 ELSE 1 END',
  destroy_by: 'made.today + 90',
  readable_until: "made.now + interval '14 days'",
  policy_version: 'made.policy_version',
  policy_hash: 'made.policy_hash',
  circumstances: 'circumstances',
  circumstances_salt: 'made.circumstances_salt',
  particulars: 'particulars',
  particulars_salt: 'made.particulars_salt',
  particulars_hash: 'particulars_hash',
  leaf_hash: 'leaf_hash',
};

/** Run as a superuser in the contestant's own database. */
export function setUp() {
  return `
CREATE SCHEMA hidden;
CREATE EXTENSION pgcrypto SCHEMA hidden;
DO $$ BEGIN
  CREATE ROLE agency_application;
  CREATE ROLE postgraphile LOGIN PASSWORD 'benchmark' NOINHERIT IN ROLE agency_application;
EXCEPTION WHEN duplicate_object THEN NULL; END $$;
GRANT USAGE ON SCHEMA public, hidden TO agency_application;
GRANT USAGE ON SEQUENCE ${NUMBERING} TO agency_application;
${Object.entries(READABLE).map(([table, columns]) => `GRANT SELECT (${columns.join(', ')}) ON ${table} TO agency_application;`).join('\n')}
${TABLES.map((table) => `GRANT INSERT (${columnsOf(table).join(', ')}) ON ${table} TO agency_application;`).join('\n')}
GRANT UPDATE (used) ON purpose_use TO agency_application;

-- The key is nobody's to read: the pseudonym is made for whoever may call this.
CREATE FUNCTION hidden.pseudonym(value text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, hidden
AS $$ SELECT 'k' || id || ':' || encode(hmac(convert_to(value, 'UTF8'), key, 'sha256'), 'hex') FROM pseudonym_key ORDER BY id DESC LIMIT 1 $$;

CREATE TYPE public.generalised_person AS (family text, given text[], birth_year text, deceased boolean, postcode_district text, registered_on text);
CREATE TYPE public.withheld_field AS (field text, treatment text, reason text);
CREATE TYPE public.traced AS (id uuid, state text, person generalised_person, withheld withheld_field[], readable_until timestamptz,
  destroy_by date, entry bigint, leaf_hash text, at timestamptz, policy_version integer, policy_hash text);

CREATE FUNCTION public.request_trace(purpose text, case_reference text, nhs_number text, sources_exhausted boolean, justification text)
RETURNS public.traced LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  made record;
  held record;
  told public.generalised_person;
  withheld public.withheld_field[];
  circumstances bytea;
  particulars bytea;
  particulars_hash bytea;
  leaf_hash bytea;
  written record;
BEGIN
  IF request_trace.purpose <> 'counter-fraud' OR current_setting('request.scope') !~ '\\mpurpose:counter-fraud\\M' THEN
    RAISE EXCEPTION 'this purpose is not granted';
  END IF;
  SELECT gen_random_uuid() AS request, now() AS now, (now() AT TIME ZONE 'Europe/London')::date AS today,
    hidden.gen_random_bytes(32) AS circumstances_salt, hidden.gen_random_bytes(32) AS particulars_salt,
    v.number AS policy_version, v.hash AS policy_hash, hidden.pseudonym(request_trace.nhs_number) AS subject,
    hidden.pseudonym(concat_ws('|', request_trace.case_reference, request_trace.nhs_number, request_trace.justification)) AS fingerprint
  INTO made FROM policy_version v ORDER BY v.number DESC LIMIT 1;
  ${read({ nhsNumber: 'request_trace.nhs_number', today: 'made.today' }).replace('\nFROM person p', '\nINTO held FROM person p')};
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody is traced by this number';
  END IF;
  told := (upper(left(held.family, 1)) || '.', (SELECT array_agg(upper(left(name, 1)) || '.') FROM unnest(held.given) name),
    left(held.birth_date, 4), held.deceased, split_part(held.postcode, ' ', 1), held.registered_on);
  withheld := ARRAY(
    SELECT (field, CASE WHEN value IS NULL THEN 'WITHHELD' ELSE 'GENERALISED' END,
      CASE WHEN value IS NULL THEN 'NOT_AVAILABLE' ELSE 'NOT_NEEDED_FOR_PURPOSE' END)::public.withheld_field
    FROM (VALUES ('name.family', told.family, true), ('name.given', told.given::text, true), ('birthDate', told.birth_year, true),
      ('deceased', told.deceased::text, false), ('address.postcode', told.postcode_district, true),
      ('generalPractice.registeredOn', told.registered_on, false)) AS leaf (field, value, generalised)
    WHERE value IS NULL OR generalised);
  circumstances := convert_to(json_build_object('agency', 'counter-fraud', 'at', made.now, 'form', 1,
    'generalised', json_build_object('address.postcode', 'district', 'birthDate', 'year', 'name.family', 'initials', 'name.given', 'initials'),
    'kind', 'request', 'outcome', 'traced', 'policyHash', made.policy_hash, 'policyVersion', made.policy_version,
    'purpose', 'counter-fraud', 'released', ARRAY['deceased', 'generalPractice.registeredOn'], 'request', made.request,
    'searchArguments', ARRAY['nhsNumber'], 'selected', ARRAY['name.family', 'name.given', 'birthDate', 'deceased',
    'address.postcode', 'generalPractice.registeredOn'], 'withheld', withheld)::text, 'UTF8');
  particulars := convert_to(json_build_object('caseReference', request_trace.case_reference,
    'justification', request_trace.justification, 'subject', made.subject)::text, 'UTF8');
  particulars_hash := sha256(made.particulars_salt || particulars);
  leaf_hash := sha256('\\x00'::bytea || sha256(sha256(made.circumstances_salt || circumstances) || particulars_hash));
  ${write(one(VALUES)).replace('SELECT request, entry, at FROM asked', 'SELECT entry, at INTO written FROM asked')};
  RETURN (made.request, 'TRACED', told, withheld, made.now + interval '14 days', made.today + 90, written.entry,
    encode(leaf_hash, 'base64'), written.at, made.policy_version, made.policy_hash)::public.traced;
END $$;
REVOKE EXECUTE ON FUNCTION public.request_trace FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.request_trace TO agency_application;`;
}
