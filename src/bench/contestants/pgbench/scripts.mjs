// The same statements without a server before them: what the database itself can do.
import { NUMBERING, one, read, write, writeEach } from '../statements.mjs';

const TODAY = 'current_date';
const SALT = 'sha256(uuid_send(gen_random_uuid()))';

/** Numbers and keys of the people asked for, so that a script can choose one by chance. */
export function setUp() {
  return `CREATE TABLE benchmark_subject (n integer PRIMARY KEY, nhs_number text NOT NULL, person bigint NOT NULL);
INSERT INTO benchmark_subject SELECT row_number() OVER (ORDER BY md5(nhs_number)), nhs_number, id FROM person
  WHERE protection <> 'V' AND superseded_by IS NULL AND NOT invalidated;
ANALYZE benchmark_subject;
GRANT SELECT ON benchmark_subject TO narrowgate;`;
}

/** @param sample the parts of an entry that Narrowgate wrote, as long as those of any other */
export function scripts(people, sample) {
  const subject = '(SELECT nhs_number FROM benchmark_subject WHERE n = :n)';
  const values = {
    request: 'gen_random_uuid()',
    idempotency_key: 'gen_random_uuid()',
    person: '(SELECT person FROM benchmark_subject WHERE n = :n)',
    case_reference: quoted(sample.case_reference),
    asked: quoted(JSON.stringify(sample.asked)),
    fingerprint: quoted(sample.fingerprint),
    received_at: 'now()',
    today: TODAY,
    due_by: `${TODAY} + 1`,
    destroy_by: `${TODAY} + 90`,
    readable_until: "now() + interval '14 days'",
    policy_version: String(sample.policy_version),
    policy_hash: quoted(sample.outcome_policy_hash),
    circumstances: `decode('${sample.circumstances.toString('base64')}', 'base64')`,
    circumstances_salt: SALT,
    // Another subject in each: these are indexed by it.
    particulars: `convert_to('{"caseReference":"case 1","justification":"${'.'.repeat(sample.particulars.length - 130)}","subject":"k1:'
      || encode(${SALT}, 'hex') || '"}', 'UTF8')`,
    particulars_salt: SALT,
    particulars_hash: SALT,
    leaf_hash: SALT,
  };
  const readIt = lines(read({ nhsNumber: subject, today: TODAY }));
  const choose = `\\set n random(1, ${people})`;
  const asked = `(SELECT :entry::bigint AS entry, clock_timestamp() AS at, given.* FROM ${one(values)} AS given (${Object.keys(values).join(', ')})) AS asked`;
  return {
    'one round trip': `${choose}\n\\startpipeline\n${readIt};\n${lines(write(one(values)))};\n\\endpipeline\n`,
    transaction: `${choose}\nBEGIN;\n${readIt};\nSELECT nextval('${NUMBERING}') AS entry \\gset\n${writeEach(asked)
      .map((statement) => `${lines(statement)};`)
      .join('\n')}\nCOMMIT;\n`,
  };
}

function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

// pgbench takes a statement over several lines, but a colon before a word for a variable of its own.
function lines(sql) {
  return sql.replace(/\s+/g, ' ');
}
