import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { entry, treated } from '../contestants/disclosure.mjs';
import { scripts } from '../contestants/pgbench/scripts.mjs';
import { one, TABLES, write } from '../contestants/statements.mjs';
import { parsed } from '../load/consumption.mjs';
import { percentiles } from '../load/pgbench.mjs';
import { isSteady, untilSteady } from '../load/steady.mjs';
import { options } from '../options.mjs';
import { page, ratio } from '../report/page.mjs';
import { difference, mustAgree } from '../stage/agreement.mjs';
import { Unable } from '../stage/processes.mjs';

test('readsTheTimesOfAProcessWhoseNameHoldsABracketAndSpaces', () => {
  const line = '4711 (a ) b) S 17 4711 4711 0 -1 4194560 100 0 0 0 11 22 33 44 20 0 1 0 100 1 1';
  assert.deepEqual(parsed(line), { pid: 4711, parent: 17, own: 33, ended: 77 });
});

test('takesPercentilesFromTheValuesThemselves', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  assert.deepEqual(percentiles(hundred), { p50: 50, p90: 90, p99: 99, max: 100 });
});

test('isSteadyOnceThreeSlicesAreWithinATwentieth', () => {
  assert.equal(isSteady([100, 104]), false);
  assert.equal(isSteady([50, 100, 104, 105]), true);
  assert.equal(isSteady([100, 104, 106]), false);
});

test('givesUpWarmingWhenTheTimeIsOverAndSaysSo', async () => {
  let rate = 1;
  const warming = await untilSteady(async () => ({ perSecond: (rate *= 2) }), { seconds: 5, atMost: 20 });
  assert.deepEqual(warming, { seconds: 5, rates: [2, 4, 8, 16], isSteady: false });
});

test('warmsForAsLongAsItIsToldEvenWhenSteady', async () => {
  const warming = await untilSteady(async () => ({ perSecond: 7 }), { seconds: 5, atLeast: 25, atMost: 90 });
  assert.deepEqual(warming, { seconds: 5, rates: [7, 7, 7, 7, 7], isSteady: true });
});

test('refusesOptionsThatCannotBeMeant', () => {
  const refused = (...args) => assert.throws(() => options(args), Unable);
  refused('--people', 'many');
  refused('--clients', '0');
  refused('--only', 'bare,nobody');
  refused('--only', 'native');
  refused('--growth', '10,x');
  refused('--unknown');
  assert.deepEqual(options(['--growth', 'none', '--ladder', '1,2']).growth, []);
});

test('writesOneRowIntoEachTableAndTheCountOfTheDayLast', () => {
  const sql = write(one({}));
  const order = [...sql.matchAll(/write_(\w+) AS/g)].map(([, table]) => table);
  // PostgreSQL runs them from the last to the first.
  assert.deepEqual(order, TABLES.toReversed());
  assert.equal(order[0], 'purpose_use');
});

test('leavesPgbenchNoVariablesButItsOwn', () => {
  const sample = {
    case_reference: 'case:one', asked: { justification: 'as said: why' }, fingerprint: 'k1:c0ffee', policy_version: 1,
    outcome_policy_hash: 'f00', circumstances: Buffer.alloc(600), particulars: Buffer.alloc(200),
  };
  for (const script of Object.values(scripts(1000, sample))) {
    const variables = new Set([...script.matchAll(/(?<!:):(\w+)/g)].map(([, name]) => name));
    assert.deepEqual([...variables].filter((name) => !['n', 'entry'].includes(name)), []);
  }
});

test('treatsAsThePolicyOfCounterFraudDoes', () => {
  const held = { family: 'hartfield', given: ['Eleanor', 'Ruth'], birth_date: '1984-03-07', deceased: false, postcode: 'LS7 4RH', registered_on: null };
  assert.deepEqual(treated(held).person, {
    name: { family: 'H.', given: ['E.', 'R.'] },
    birthDate: '1984',
    deceased: false,
    address: { postcode: 'LS7' },
    generalPractice: null,
  });
  assert.deepEqual(treated(held).withheld.at(-1), { field: 'generalPractice.registeredOn', treatment: 'WITHHELD', reason: 'NOT_AVAILABLE' });
});

test('makesAnotherLeafForTheSameWordsEachTime', () => {
  const said = { request: 'r', at: 't', policy: { number: 1, hash: 'h' }, words: { generalised: {}, released: [], withheld: [] }, caseReference: 'c', justification: 'j', subject: 's' };
  const [first, second] = [entry(said), entry(said)];
  assert.equal(first.leafHash.length, 32);
  assert.notDeepEqual(first.leafHash, second.leafHash);
  assert.deepEqual(first.circumstances, second.circumstances);
});

test('endsWhereAContestantAnswersOrWritesOtherwise', () => {
  const reference = { answers: [{ state: 'TRACED' }], rows: { ledger_entry: 1 }, columns: { ledger_entry: ['index'] } };
  const changed = (change) => ({ ...structuredClone(reference), ...change });
  assert.doesNotThrow(() => mustAgree('it', reference, changed({})));
  assert.throws(() => mustAgree('it', reference, changed({ answers: [{ state: 'REFUSED' }] })), Unable);
  assert.throws(() => mustAgree('it', reference, changed({ rows: { ledger_entry: 2 } })), Unable);
  assert.throws(() => mustAgree('it', reference, changed({ columns: { ledger_entry: ['index', 'leaf_hash'] } })), Unable);
});

test('tellsOnlyWhichTablesGrew', () => {
  assert.deepEqual(difference({ a: 1, b: 2 }, { a: 1, b: 5, c: 1 }), { b: 3, c: 1 });
});

test('showsAPageThatNeedsNothingBesideItselfAndHidesNoMarkup', () => {
  const contestant = (name, perSecond) => ({
    name, label: `<${name}>`, perSecond, p50: 1, p90: 2, p99: 3, max: 4, cpu: 1, cpuOfPostgres: 1, memory: 100, traced: 10, wrong: 0,
    rowsPerRequest: { ledger_entry: 1 }, walBytes: 3000, warming: { seconds: 5, rates: [1, 2], isSteady: false },
  });
  const results = {
    date: '2026-01-01T00:00:00.000Z', options: { people: 1, clients: 64, seconds: 5, seed: 1 }, versions: {}, settings: {},
    machine: { processors: 2, processor: 'p', memory: 1, kernel: 'k', load: [9, 9, 9] }, starts: [], growth: { people: [], clients: [] },
    contestants: [contestant('jvm', 50), contestant('bare', 100)],
  };
  assert.equal(ratio(results, results.contestants[0]), 0.5);
  const html = page(results);
  assert.match(html, /0\.50 × – <strong>not reached/);
  assert.match(html, /The machine was not idle/);
  assert.match(html, /&lt;bare&gt;/);
  assert.doesNotMatch(html, /<bare>|<script|<link|src=|url\(/);
  const charts = html.match(/<svg[^>]*role="img"[^>]*>/g);
  assert.equal((html.match(/<title id=/g) ?? []).length, charts.length);
  assert.equal((html.match(/<desc id=/g) ?? []).length, charts.length);
});

test('theLockFileNamesNoAddressOfARegistry', () => {
  const lock = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
  assert.doesNotMatch(lock, /"resolved"/);
});
