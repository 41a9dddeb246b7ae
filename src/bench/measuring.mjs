// One contestant: opened on a copy, held against Narrowgate, warmed, measured, closed.
import { asked, counts, countsAtRest, difference, mustAgree, mustWriteTheSame } from './stage/agreement.mjs';
import { stop, Unable } from './stage/processes.mjs';
import { processorTime, residentMemory } from './load/consumption.mjs';
import { pgbench } from './load/pgbench.mjs';
import { untilSteady } from './load/steady.mjs';
import * as scripts from './contestants/pgbench/scripts.mjs';
import { CONNECTIONS, number } from './contestants/contestants.mjs';
import { TABLES } from './contestants/statements.mjs';

const SLICE = 5;

/** Opens a contestant on a copy of a registry for as long as something is done with it. */
export async function opened(stage, contestant, registry, work) {
  const database = `bench_${contestant.name.replaceAll('-', '_')}`;
  await stage.postgres.copy(registry.database, database);
  const target = await contestant.open(database);
  try {
    return await work(target, database);
  } finally {
    await stop(target.process);
    await stage.postgres.drop(database);
  }
}

/** What it answers and writes, held against the reference where there is one already. */
export async function agreed(stage, contestant, registry, target, database, reference) {
  const found = await asked(target, stage.issuer.token, registry.sample, stage.postgres, database);
  if (reference) {
    mustAgree(contestant.label, reference, found);
  } else if (TABLES.some((table) => found.rows[table] !== registry.sample.length) || Object.keys(found.rows).length !== TABLES.length) {
    throw new Unable(`Narrowgate writes ${JSON.stringify(found.rows)} for ${registry.sample.length} requests; rows.json has to be brought up to that.`);
  }
  return found;
}

/** Warm-up, then the measurement. */
export async function measured(stage, registry, target, database, { clients, seconds, warmUp }) {
  const load = (slice) => registry.load.run(target, clients, slice);
  await withStatistics(stage, database, load);
  const warming = await untilSteady(load, {
    seconds: SLICE,
    atLeast: Math.min(target.warmUp ?? 0, warmUp),
    atMost: warmUp,
  });
  return { warming, ...(await measuredWarm(stage, registry, target, database, { clients, seconds })) };
}

/** @throws Unable where an answer is wrong, or answers and rows do not go together */
export async function measuredWarm(stage, registry, target, database, { clients, seconds }) {
  const costs = await costsOf(stage, target.process.child.pid, database, () => registry.load.run(target, clients, seconds));
  const { result, rows } = costs;
  if (result.wrong > 0 || result.failed > 0 || result.timeouts > 0 || result.traced === 0) {
    throw new Unable(`${target.process.name}: of ${result.requests} answers ${result.wrong} were not TRACED, ${result.failed} connections failed and ${result.timeouts} answers took too long. ${result.example}`);
  }
  mustGoTogether(target.process.name, rows, result.traced, clients);
  return { ...flat(costs), memory: residentMemory(target.process.child.pid) };
}

/** The database alone, on as many connections as the servers have. */
export async function measuredByPgbench(stage, registry, { name, label, variant, requests }, reference, { seconds, warmUp, isCheck }) {
  const database = `bench_${name.replaceAll('-', '_')}`;
  await stage.postgres.copy(registry.database, database);
  try {
    await number(stage.postgres, database);
    await stage.postgres.ask(database, scripts.setUp());
    const script = scripts.scripts(registry.traceable, reference.sample)[variant];
    const run = (length) => pgbench({ work: stage.work, postgres: stage.postgres, database, script, requests, clients: CONNECTIONS, ...length });
    const before = await counts(stage.postgres, database);
    const transactions = 20;
    await run({ clients: 1, transactions });
    const found = await asked({}, '', [], stage.postgres, database);
    const written = difference(before, await counts(stage.postgres, database));
    mustWriteTheSame(label, { ...reference, rows: forRequests(reference.rows, transactions * requests) }, { rows: written, columns: found.columns });
    if (isCheck) {
      return undefined;
    }
    const load = (slice) => run({ seconds: slice });
    await withStatistics(stage, database, load);
    const warming = await untilSteady(load, { seconds: SLICE, atMost: Math.min(warmUp, 30) });
    const costs = await costsOf(stage, undefined, database, () => run({ seconds }));
    mustGoTogether(label, costs.rows, costs.result.traced, 0);
    return { warming, ...flat(costs) };
  } finally {
    await stage.postgres.drop(database);
  }
}

// As autovacuum does within a minute: until then everybody keeps plans for the copy's empty tables, which check a foreign
// key by reading all of the log. Only once there are rows does knowing about them lead to other plans.
async function withStatistics(stage, database, load) {
  await load(SLICE);
  await stage.postgres.ask(database, 'ANALYZE');
}

function forRequests(rows, requests) {
  return Object.fromEntries(Object.keys(rows).map((table) => [table, requests]));
}

async function costsOf(stage, pid, database, work) {
  const { postgres } = stage;
  const before = {
    rows: await countsAtRest(postgres, database),
    own: pid ? processorTime(pid) : 0,
    postgres: processorTime(postgres.process.child.pid),
    wal: await written(postgres, database),
  };
  const result = await work();
  const own = pid ? processorTime(pid) : 0;
  const database_ = processorTime(postgres.process.child.pid);
  return {
    result,
    rows: difference(before.rows, await countsAtRest(postgres, database)),
    own: pid ? own - before.own : undefined,
    postgres: database_ - before.postgres,
    wal: (await written(postgres, database)) - before.wal,
  };
}

// An answer without its rows would be a release unlogged. Rows without an answer are those that were on their way when
// the load ended.
function mustGoTogether(label, rows, answers, onTheirWay) {
  for (const table of TABLES) {
    if (!(rows[table] >= answers && rows[table] <= answers + onTheirWay)) {
      throw new Unable(`${label}: ${answers} answers, but ${rows[table]} rows in ${table}.`);
    }
  }
  const others = Object.keys(rows).filter((table) => !TABLES.includes(table));
  if (others.length > 0) {
    throw new Unable(`${label} also wrote to ${others.join(', ')}: rows.json does not know that.`);
  }
}

function flat({ result, rows, own, postgres, wal }) {
  return {
    ...result,
    rows,
    rowsPerRequest: Object.fromEntries(TABLES.map((table) => [table, rows[table] / result.traced])),
    cpu: own === undefined ? undefined : own / result.traced,
    cpuOfPostgres: postgres / result.traced,
    cpuOfLoad: result.loadCpu === undefined ? undefined : result.loadCpu / result.traced,
    walBytes: wal / result.traced,
  };
}

async function written(postgres, database) {
  return Number((await postgres.ask(database, "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS n"))[0].n);
}
