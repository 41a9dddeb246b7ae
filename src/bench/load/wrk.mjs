// wrk makes the load: one thread of it takes a few hundredths of a processor where a generator in Node or Java would take
// a third of what the contestants share with it, and it lets a script choose every request and look at every answer.
// Its latencies are corrected for what was not sent while a connection waited, so a pause weighs as much as it should.
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { processorTimeOfEnded } from './consumption.mjs';
import { run } from '../stage/processes.mjs';

const SCRIPT = fileURLToPath(new URL('trace.lua', import.meta.url));

export class Load {
  #next = 0;

  /** @param numbers a file of NHS numbers, one a line and all of one length */
  constructor({ work, numbers, people, token }) {
    Object.assign(this, { work, numbers, people });
    this.token = join(work, 'token');
    writeFileSync(this.token, token, { mode: 0o600 });
  }

  /** @param target where a contestant answers, the body that is sent with NUMBER for the number, what a trace contains */
  async run(target, clients, seconds) {
    const body = join(this.work, 'body.json');
    const result = join(this.work, 'load.json');
    const log = join(this.work, 'wrk.log');
    writeFileSync(body, target.body);
    rmSync(result, { force: true });
    const before = processorTimeOfEnded();
    await run('wrk', 'wrk', [
      '-t1', `-c${clients}`, `-d${seconds}s`, '--timeout', '10s', '-s', SCRIPT, target.address,
      '--', this.numbers, String(this.#next), body, this.token, target.expected, randomBytes(4).toString('hex'), result,
    ], { log });
    const counted = JSON.parse(readFileSync(result, 'utf8'));
    this.#next = (this.#next + counted.sent) % this.people;
    return { ...counted, clients, perSecond: counted.traced / counted.seconds, loadCpu: processorTimeOfEnded() - before };
  }
}
