// Nobody is measured who does not do the same work: the same people are asked for, one after the other, and the answers
// and the rows are held against Narrowgate's.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { TABLES } from '../contestants/statements.mjs';
import { pause, Unable } from './processes.mjs';

const BACKGROUND = ['ledger_tile_root', 'ledger_checkpoint', 'ledger_signing_event'];

/** Answers to the same questions, and what was written meanwhile. */
export async function asked(target, token, people, postgres, database) {
  const before = await counts(postgres, database);
  const answers = [];
  for (const nhsNumber of people) {
    const response = await fetch(target.address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'X-Request-ID': randomUUID() },
      body: target.body.replace('NUMBER', nhsNumber),
    });
    const text = await response.text();
    if (!response.ok || !text.includes(target.expected)) {
      throw new Unable(`${target.process.name} did not trace somebody who can be traced: ${response.status} ${text.slice(0, 600)}`);
    }
    answers.push(target.comparable(JSON.parse(text)));
  }
  return { answers, rows: difference(before, await counts(postgres, database)), columns: await columns(postgres, database) };
}

/** @throws Unable where a contestant answers or writes anything else */
export function mustAgree(label, reference, found) {
  found.answers.forEach((answer, place) => {
    if (!isDeepStrictEqual(answer, reference.answers[place])) {
      throw new Unable(`${label} answers\n${JSON.stringify(answer)}\nwhere Narrowgate answers\n${JSON.stringify(reference.answers[place])}`);
    }
  });
  mustWriteTheSame(label, reference, found);
}

/** The same of one that gives no answers. */
export function mustWriteTheSame(label, reference, found) {
  for (const part of ['rows', 'columns']) {
    if (!isDeepStrictEqual(found[part], reference[part])) {
      throw new Unable(`${label} writes ${JSON.stringify(found[part])} where Narrowgate writes ${JSON.stringify(reference[part])} (${part})`);
    }
  }
}

/** Of every table of the application: how many rows; of the day's count, how much it says. Not what the signer writes. */
export async function counts(postgres, database) {
  const tables = await postgres.ask(database, `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'benchmark_subject'
      AND c.relname <> ALL ($1) AND c.relname NOT IN ('person', 'person_name', 'person_address', 'registration') ORDER BY 1`, [BACKGROUND]);
  const counted = {};
  for (const { name } of tables) {
    const what = name === 'purpose_use' ? 'coalesce(sum(used), 0)' : 'count(*)';
    counted[name] = Number((await postgres.ask(database, `SELECT ${what} AS n FROM ${name}`))[0].n);
  }
  return counted;
}

/** The same once nothing more comes: a load that ends leaves requests behind that are still answered. */
export async function countsAtRest(postgres, database) {
  let before = await counts(postgres, database);
  for (;;) {
    await pause(250);
    const now = await counts(postgres, database);
    if (isDeepStrictEqual(now, before)) {
      return now;
    }
    before = now;
  }
}

/** What became more, table by table. */
export function difference(before, after) {
  return Object.fromEntries(Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)]).filter(([, n]) => n !== 0));
}

/** Which columns the newest row of each table has values in: rows that are half as full are not the same rows. */
async function columns(postgres, database) {
  const filled = {};
  for (const table of TABLES) {
    const newest = { ledger_entry: 'index', ledger_particulars: 'index', tracing_request: 'outcome_entry', tracing_request_entry: 'entry_index', purpose_use: 'day' }[table];
    const [row] = await postgres.ask(database, `SELECT * FROM ${table} ORDER BY ${newest} DESC LIMIT 1`);
    filled[table] = Object.keys(row).filter((column) => row[column] !== null).sort();
  }
  return filled;
}
