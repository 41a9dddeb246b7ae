// The statements of every contestant but Narrowgate, made from one description of the rows.
import { readFileSync } from 'node:fs';

const ROWS = JSON.parse(readFileSync(new URL('rows.json', import.meta.url)));
const READ = readFileSync(new URL('read.sql', import.meta.url), 'utf8').replace(/^--.*\n/gm, '').trim();

/** What a request brings, in the order of its parameters. */
export const GIVEN = Object.keys(ROWS.given);

/** The tables that a request writes one row to; the count of the day is a row that it changes. */
export const TABLES = Object.keys(ROWS.tables);

export function columnsOf(table) {
  return Object.keys(ROWS.tables[table]);
}

/** Entries are numbered by this: dense is what Narrowgate's numbers are besides. */
export const NUMBERING = 'benchmark_entry';

/** @param values SQL for the statement's two parameters */
export function read({ nhsNumber, today }) {
  return READ.replaceAll('{nhs_number}', nhsNumber).replaceAll('{today}', today);
}

/** Everything in one statement, and with it in one transaction and one round trip. @param asked SQL of a row source */
export function write(asked) {
  // PostgreSQL runs them last to first. Every request changes the day's count, and waits for whoever changed it before:
  // named first it is changed last, right before the commit.
  const inserts = TABLES.toReversed().map((table) => `write_${table} AS (${insert(table, 'asked')})`);
  return `WITH asked AS MATERIALIZED (
  SELECT nextval('${NUMBERING}') AS entry, clock_timestamp() AS at, given.* FROM ${asked} AS given (${GIVEN.join(', ')})
), ${inserts.join(',\n')}
SELECT request, entry, at FROM asked`;
}

/** One statement for each table, for a transaction of several. @param asked SQL of a row source with entry and at */
export function writeEach(asked) {
  return TABLES.map((table) => insert(table, asked));
}

/** A row source of one request, from SQL for each of what it brings. */
export function one(values) {
  return `(SELECT ${typed(values)})`;
}

/** A row source of one request for each row of a table, from SQL over its columns. */
export function each(values, table) {
  return `(SELECT ${typed(values)} FROM ${table})`;
}

/** A row source of as many requests as the arrays have members. */
export function many() {
  return `unnest(${GIVEN.map((name, place) => `$${place + 1}::${ROWS.given[name]}[]`).join(', ')})`;
}

export const numbered = Object.fromEntries(GIVEN.map((name, place) => [name, `$${place + 1}`]));

function typed(values) {
  return GIVEN.map((name) => `(${values[name]})::${ROWS.given[name]}`).join(', ');
}

function insert(table, source) {
  const columns = ROWS.tables[table];
  const into = `INSERT INTO ${table} (${Object.keys(columns).join(', ')})`;
  const values = Object.values(columns).join(', ');
  return table === 'purpose_use'
    ? `${into} SELECT ${values} FROM ${source} GROUP BY today
      ON CONFLICT (agency, purpose, day) DO UPDATE SET used = purpose_use.used + excluded.used`
    : `${into} SELECT ${values} FROM ${source}`;
}
