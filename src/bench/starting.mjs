// How soon it answers, and what it takes in memory then and later.
import { randomUUID } from 'node:crypto';
import { residentMemory } from './load/consumption.mjs';
import { pause, stop, Unable } from './stage/processes.mjs';

const DISCLOSURES = 10_000;
const PATIENCE = 60_000;

/** Starts it so often on a migrated database; the last goes on to ten thousand disclosures. */
export async function starts(stage, contestant, registry, times) {
  const seconds = [];
  let memory;
  let memoryLater;
  for (let time = 1; time <= times; time++) {
    const database = 'bench_start';
    await stage.postgres.copy(registry.database, database);
    const served = await contestant.launch(database);
    try {
      seconds.push((await firstTraced(stage, registry, served)) / 1000);
      memory = residentMemory(served.process.child.pid);
      if (time === times) {
        let traced = 1;
        while (traced < DISCLOSURES) {
          traced += (await registry.load.run(served.target, 16, 2)).traced;
        }
        memoryLater = residentMemory(served.process.child.pid);
      }
    } finally {
      await stop(served.process);
      await stage.postgres.drop(database);
    }
  }
  const sorted = [...seconds].sort((one, other) => one - other);
  return { name: contestant.name, label: contestant.label, first: sorted[Math.floor(sorted.length / 2)], seconds, memory, memoryLater };
}

/** Milliseconds from the start of the process to the first answer that traces somebody. */
async function firstTraced(stage, registry, { process, startedAt, target }) {
  for (;;) {
    const answer = await fetch(target.address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${stage.issuer.token}`, 'Content-Type': 'application/json', 'X-Request-ID': randomUUID() },
      body: target.body.replace('NUMBER', registry.sample[0]),
    }).then((response) => response.text(), () => '');
    const elapsed = performance.now() - startedAt;
    if (answer.includes(target.expected)) {
      return elapsed;
    }
    if (!process.isRunning || elapsed > PATIENCE) {
      throw new Unable(`${process.name} did not answer after its start: ${answer.slice(0, 300)}`);
    }
    await pause(5);
  }
}
