// The whole benchmark in its order. What it says on the way goes to standard error, what it found to target/bench.
import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOGETHER } from './contestants/pgbench/scripts.mjs';
import { bare, CONNECTIONS, narrowgate, postgraphile } from './contestants/contestants.mjs';
import { agreed, measured, measuredByPgbench, measuredWarm, opened } from './measuring.mjs';
import { options } from './options.mjs';
import { page, printed } from './report/page.mjs';
import { machine, versions } from './stage/machine.mjs';
import { pause, stopEverything, Unable } from './stage/processes.mjs';
import { Stage } from './stage/stage.mjs';
import { starts } from './starting.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let interrupted;
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) {
  process.once(signal, () => {
    interrupted = code;
    process.stderr.write('stopping what was started\n');
    // Whatever is waited for ends with it, and the rest below follows.
    stopEverything();
  });
}

try {
  const given = options(process.argv.slice(2));
  if (given.report) {
    writePage(given.work, JSON.parse(readFileSync(given.report, 'utf8')));
  } else {
    await benchmark(given);
  }
} catch (failure) {
  process.exitCode = failure instanceof Unable ? 1 : 70;
  if (!interrupted) {
    process.stderr.write(`benchmark: ${failure instanceof Unable ? failure.message : failure.stack}\n`);
  }
}
await stopEverything();
process.exit(interrupted ?? process.exitCode);

async function benchmark(given) {
  const begun = Date.now();
  const say = (text) => process.stderr.write(`${String(Math.round((Date.now() - begun) / 1000)).padStart(5)} s  ${text}\n`);
  const machineAtStart = machine();
  const stage = await Stage.set({ root: ROOT, work: given.work, native: given.native, seed: given.seed, say });
  const settings = await stage.postgres.settings();
  say(`PostgreSQL ${await stage.postgres.version()}: ${Object.entries(settings).map(([name, value]) => `${name}=${value}`).join(' ')}`);
  const registry = await stage.registry(given.isCheck ? Math.min(given.people, 2000) : given.people);
  const results = {
    date: new Date(begun).toISOString(),
    options: { ...given, connections: CONNECTIONS },
    machine: machineAtStart,
    versions: await versions(stage),
    settings,
    traceable: registry.traceable,
    contestants: [],
    starts: [],
    growth: { people: [], clients: [] },
  };

  // Compiling goes on for two minutes of load on two processors, and is level for a while in between.
  const jvm = narrowgate('jvm', 'Narrowgate, JVM', stage.onJvm, 150);
  const native = stage.natively && narrowgate('native', 'Narrowgate, native', stage.natively, 0);
  let reference;
  const served = [
    jvm,
    ...(native ? [native] : []),
    bare('bare', 'bare server', stage, 'together', 1),
    bare('bare-cluster', 'bare server, 2 processes', stage, 'together', 2),
    bare('bare-each', 'bare server, a transaction each', stage, 'each', 1),
    postgraphile('postgraphile', 'PostGraphile, 2 processes', stage, 2),
  ].filter(({ name }) => name === 'jvm' || given.only.includes(name));

  for (const contestant of served) {
    await opened(stage, contestant, registry, async (target, database) => {
      const found = await agreed(stage, contestant, registry, target, database, reference);
      reference ??= { ...found, sample: await newest(stage, database) };
      say(`${contestant.label}: ${registry.sample.length} answers and their rows are Narrowgate's`);
      if (given.isCheck || !given.only.includes(contestant.name)) {
        return;
      }
      const measurement = await measured(stage, registry, target, database, given);
      add(contestant, measurement);
      if (contestant === jvm) {
        for (const clients of given.ladder) {
          results.growth.clients.push(kept(await measuredWarm(stage, registry, target, database, { clients, seconds: ladderSeconds(given) })));
          say(`  ${clients} clients: ${Math.round(results.growth.clients.at(-1).perSecond)} a second`);
        }
      }
    });
    // What a server leaves behind on the disk and in autovacuum is not the next one's burden.
    await pause(given.isCheck ? 0 : 2000);
  }
  for (const alone of [
    { name: 'pgbench', label: 'pgbench, one round trip', variant: 'one round trip', requests: 1 },
    { name: 'pgbench-transaction', label: 'pgbench, transaction', variant: 'transaction', requests: 1 },
    { name: 'pgbench-together', label: `pgbench, ${TOGETHER} to a commit`, variant: 'together', requests: TOGETHER },
  ].filter(({ name }) => given.only.includes(name))) {
    const measurement = await measuredByPgbench(stage, registry, alone, reference, given);
    say(`${alone.label}: writes Narrowgate's rows`);
    if (measurement) {
      add(alone, measurement);
    }
  }
  if (given.isCheck) {
    say('all do the same work');
    return;
  }
  for (const contestant of [jvm, native].filter((one) => one && given.only.includes(one.name) && given.starts > 0)) {
    results.starts.push(await starts(stage, contestant, registry, given.starts));
    const { first, memory, memoryLater } = results.starts.at(-1);
    say(`${contestant.label}: first disclosure after ${first.toFixed(2)} s, ${Math.round(memory)} MiB, after 10,000 ${Math.round(memoryLater)} MiB`);
  }
  for (const people of given.only.includes('jvm') ? given.growth : []) {
    const grown = await stage.registry(people);
    await opened(stage, jvm, grown, async (target, database) => {
      const measurement = await measured(stage, grown, target, database, given);
      results.growth.people.push({ people, loading: grown.seconds, ...kept(measurement) });
    });
    say(`${people} people: ${Math.round(results.growth.people.at(-1).perSecond)} a second`);
    if (people !== given.people) {
      await stage.forget(people);
    }
  }
  results.machine.loadAtEnd = machine().load;
  results.minutes = (Date.now() - begun) / 60_000;
  writeFileSync(join(given.work, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writePage(given.work, results);

  function add(contestant, measurement) {
    results.contestants.push({ name: contestant.name, label: contestant.label, ...measurement });
    say(`${contestant.label}: ${Math.round(measurement.perSecond)} a second, p50 ${measurement.p50.toFixed(1)} ms, p99 ${measurement.p99.toFixed(1)} ms${measurement.warming.isSteady ? '' : ' (never steady)'}`);
  }
}

function writePage(work, results) {
  writeFileSync(join(work, 'report.html'), page(results));
  process.stdout.write(`${printed(results)}\n${join(work, 'report.html')}\n`);
}

function ladderSeconds(given) {
  return Math.max(5, Math.round(given.seconds / 2));
}

function kept({ rows, example, ...rest }) {
  return rest;
}

/** One entry as Narrowgate wrote it: as long as those that others have to write. */
async function newest(stage, database) {
  const [row] = await stage.postgres.ask(database, `SELECT r.*, e.circumstances, p.particulars FROM tracing_request r
    JOIN ledger_entry e ON e.index = r.outcome_entry JOIN ledger_particulars p ON p.index = e.index
    ORDER BY length(e.circumstances) LIMIT 1`);
  return row;
}
