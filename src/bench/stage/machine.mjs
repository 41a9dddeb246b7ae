// What it ran on.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { java } from './narrowgate.mjs';

const BENCH = fileURLToPath(new URL('..', import.meta.url));

export function machine() {
  return {
    processor: cpus()[0].model.trim(),
    processors: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    load: loadavg().map((load) => Math.round(load * 100) / 100),
  };
}

export async function versions(stage) {
  const lock = JSON.parse(readFileSync(join(BENCH, 'package-lock.json'), 'utf8')).packages;
  const npm = ['fastify', 'mercurius', '@fastify/jwt', 'fast-jwt', 'pg', 'postgraphile', 'graphql'];
  return {
    Narrowgate: said('git', ['-C', BENCH, 'describe', '--always', '--dirty']),
    Java: said(java(), ['-version']).split('\n').find((line) => line.includes('Runtime')) ?? '',
    PostgreSQL: await stage.postgres.version(),
    Node: process.version.slice(1),
    ...Object.fromEntries(npm.map((name) => [name, lock[`node_modules/${name}`].version])),
    wrk: said('wrk', ['-v']).split(' Copyright')[0].replace(/^wrk /, ''),
    pgbench: said('pgbench', ['--version']).replace(/^pgbench \(PostgreSQL\) /, ''),
  };
}

// wrk and java say it on standard error, and wrk ends with 1.
function said(command, args) {
  try {
    return execFileSync('bash', ['-c', '"$0" "$@" 2>&1 || true', command, ...args], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
