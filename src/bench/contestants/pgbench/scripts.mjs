// The same statements without a server before them: what the database itself can do.
import { each, GIVEN, NUMBERING, one, read, write, writeEach } from '../statements.mjs';

const TODAY = 'current_date';
/** So many requests share a transaction in the third script: about as many as wait for a commit at 64 clients. */
export const TOGETHER = 32;
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
    particulars: `convert_to('{"caseReference":"case 1","justification":"${'.'.repeat(sample.particulars.length - 130)}","subject":"k1' || chr(58)
      || encode(${SALT}, 'hex') || '"}', 'UTF8')`,
    particulars_salt: SALT,
    particulars_hash: SALT,
    leaf_hash: SALT,
  };
  const readAt = (n) => lines(read({ nhsNumber: `(SELECT nhs_number FROM benchmark_subject WHERE n = ${n})`, today: TODAY }));
  const choose = `\\set n random(1, ${people})`;
  const asked = `(SELECT :entry::bigint AS entry, clock_timestamp() AS at, given.* FROM ${one(values)} AS given (${GIVEN.join(', ')})) AS asked`;
  return {
    'one round trip': `${choose}\n\\startpipeline\n${readAt(':n')};\n${lines(write(one(values)))};\n\\endpipeline\n`,
    together: `\\set n random(1, ${people - TOGETHER})\n\\startpipeline\n${Array.from({ length: TOGETHER }, (_, i) => `${readAt(`:n + ${i}`)};`).join('\n')}\n${lines(
      write(each({ ...values, person: 'b.person' }, `benchmark_subject b WHERE b.n >= :n AND b.n < :n + ${TOGETHER}`)),
    )};\n\\endpipeline\n`,
    transaction: `${choose}\nBEGIN;\n${readAt(':n')};\nSELECT nextval('${NUMBERING}') AS entry \\gset\n${writeEach(asked)
      .map((statement) => `${lines(statement)};`)
      .join('\n')}\nCOMMIT;\n`,
  };
}

// In a text, too, pgbench takes a colon and a word for a variable of its own.
function quoted(text) {
  return `('${text.replaceAll("'", "''").replaceAll(':', "' || chr(58) || '")}')`;
}

function lines(sql) {
  return sql.replace(/\s+/g, ' ');
}
