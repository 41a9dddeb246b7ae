// One request: who it is about, what of them may be told, the record of it, the answer.
import { randomUUID } from 'node:crypto';
import { entry, pseudonym, treated } from '../disclosure.mjs';
import { read } from '../statements.mjs';

const READ = read({ nhsNumber: '$1', today: '$2::date' });
const DAY = 24 * 3600 * 1000;
const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

export class Tracing {
  constructor(pool, writes, key, policy) {
    Object.assign(this, { pool, writes, key, policy });
  }

  static async open(pool, writes) {
    const key = (await pool.query('SELECT id, key FROM pseudonym_key ORDER BY id DESC LIMIT 1')).rows[0];
    const policy = (await pool.query('SELECT number, hash FROM policy_version ORDER BY number DESC LIMIT 1')).rows[0];
    return new Tracing(pool, writes, key, policy);
  }

  async request(input, idempotencyKey) {
    const now = new Date();
    const days = daysAround(now);
    const { rows } = await this.pool.query({ name: 'read', text: READ, values: [input.subject.nhsNumber, days.today] });
    if (rows.length !== 1) {
      throw new Error('nobody is traced by this number');
    }
    const request = randomUUID();
    const found = treated(rows[0]);
    const written = await this.writes.write(this.row(request, idempotencyKey, input, now, days, rows[0], found));
    return answer(request, input, now, days, found, written, this.policy);
  }

  row(request, idempotencyKey, input, now, days, held, found) {
    const record = entry({
      request,
      at: now.toISOString(),
      policy: this.policy,
      words: found.words,
      caseReference: input.caseReference,
      justification: input.justification,
      subject: pseudonym(this.key, input.subject.nhsNumber),
    });
    return {
      request,
      idempotency_key: idempotencyKey,
      person: held.id,
      case_reference: input.caseReference,
      asked: JSON.stringify({ sources: 'EXHAUSTED', justification: input.justification, priority: input.priority }),
      fingerprint: pseudonym(this.key, JSON.stringify(input)),
      received_at: now,
      today: days.today,
      due_by: days.dueBy,
      destroy_by: days.destroyBy,
      readable_until: new Date(now.getTime() + 14 * DAY),
      policy_version: this.policy.number,
      policy_hash: this.policy.hash,
      circumstances: record.circumstances,
      circumstances_salt: record.circumstancesSalt,
      particulars: record.particulars,
      particulars_salt: record.particularsSalt,
      particulars_hash: record.particularsHash,
      leaf_hash: record.leafHash,
    };
  }
}

function answer(request, input, now, days, found, written, policy) {
  return {
    id: request,
    purpose: 'counter-fraud',
    caseReference: input.caseReference,
    state: 'TRACED',
    receivedAt: now.toISOString(),
    dueBy: days.dueBy,
    decidedAt: now.toISOString(),
    policyVersion: policy.number,
    outcome: {
      kind: 'Traced',
      person: found.person,
      withheld: found.withheld,
      readableUntil: new Date(now.getTime() + 14 * DAY).toISOString(),
      destroyBy: days.destroyBy,
      receipt: {
        entry: written.entry,
        leafHash: written.leafHash,
        at: written.at.toISOString(),
        policyVersion: policy.number,
        policyHash: policy.hash,
      },
    },
  };
}

let known = { until: 0 };

// Worked out once a minute: formatting a date is slow.
function daysAround(now) {
  if (now.getTime() >= known.until) {
    const today = LONDON.format(now);
    const midnight = Date.parse(today);
    known = {
      until: now.getTime() - (now.getTime() % 60_000) + 60_000,
      today,
      dueBy: iso(nextWorkingDay(midnight)),
      destroyBy: iso(midnight + 90 * DAY),
    };
  }
  return known;
}

function nextWorkingDay(day) {
  let next = day + DAY;
  while ([0, 6].includes(new Date(next).getUTCDay())) {
    next += DAY;
  }
  return next;
}

function iso(time) {
  return new Date(time).toISOString().slice(0, 10);
}
