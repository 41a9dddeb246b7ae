// pgbench, and the percentiles it does not print from the log it keeps of every transaction.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../stage/processes.mjs';

/** @param requests how many of them one transaction of the script stands for */
export async function pgbench({ work, postgres, database, script, requests, clients, seconds, transactions }) {
  const folder = join(work, 'pgbench');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const file = join(folder, 'script.sql');
  writeFileSync(file, script);
  const log = join(folder, 'pgbench.log');
  await run('pgbench', 'pgbench', [
    '-h', '127.0.0.1', '-p', String(postgres.port), '-U', 'narrowgate', '-n', '-M', 'prepared', '-f', file,
    '-c', String(clients), '-j', '1', ...(transactions ? ['-t', String(transactions)] : ['-T', String(seconds)]),
    '-l', '--log-prefix', join(folder, 'log'), database,
  ], { log });
  const latencies = readdirSync(folder)
    .filter((name) => name.startsWith('log.'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line) => Number(line.split(' ')[2]) / 1000)
    .sort((one, other) => one - other);
  const said = readFileSync(log, 'utf8');
  return {
    clients,
    traced: latencies.length * requests,
    wrong: Number(/number of failed transactions: (\d+)/.exec(said)?.[1] ?? 0),
    failed: 0,
    perSecond: Number(/tps = ([\d.]+)/.exec(said)[1]) * requests,
    ...percentiles(latencies),
  };
}

/** @param sorted ascending */
export function percentiles(sorted) {
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: sorted.at(-1) };
}
