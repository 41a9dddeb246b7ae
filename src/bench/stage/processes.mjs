// What the benchmark starts, and that all of it ends with the benchmark, however that ends.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { closeSync, openSync, readFileSync } from 'node:fs';

const running = new Set();
let isStopping = false;
const STOPPING = 10_000;

/** A sentence for whoever runs the benchmark; nothing of the code is theirs to read. */
export class Unable extends Error {}

/** Starts a process of its own group, so that Ctrl-C reaches the benchmark alone, which then ends them in order. */
export function start(name, command, args, { env = {}, log, stopWith = 'SIGTERM', cwd } = {}) {
  if (isStopping) {
    throw new Unable(`${name} was not started any more.`);
  }
  const output = openSync(log, 'a');
  const child = spawn(command, args, {
    cwd,
    env: { ...withoutSettings(process.env), ...env },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const started = { name, child, log, stopWith, ended, isRunning: true };
  ended.then(() => {
    started.isRunning = false;
    running.delete(started);
  });
  running.add(started);
  return started;
}

/** Ends one process and waits until it is gone. */
export async function stop(started) {
  if (!started.isRunning) {
    return;
  }
  signal(started, started.stopWith);
  const patience = setTimeout(() => signal(started, 'SIGKILL'), STOPPING);
  await started.ended;
  clearTimeout(patience);
}

/** Ends what was started, the latest first: servers before their database. Nothing can be started after it. */
export async function stopEverything() {
  isStopping = true;
  for (const started of [...running].reverse()) {
    await stop(started);
  }
}

/** Runs a command to its end and returns what it said on its standard output. */
export async function run(name, command, args, { env = {}, log, stopWith } = {}) {
  const started = start(name, command, args, { env, log, stopWith });
  const { code, signal, error } = await started.ended;
  if (error || code !== 0) {
    throw new Unable(`${name} ended with ${error?.code ?? signal ?? code}; its last lines, from ${log}:\n${tail(log)}`);
  }
  return readFileSync(log, 'utf8');
}

/** Asks again until the answer is something, for as long as the process runs. */
export async function until(started, seconds, ask) {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) {
      return answer;
    }
    if (!started.isRunning || performance.now() > end) {
      throw new Unable(`${started.name} did not become ready; the last lines of ${started.log}:\n${tail(started.log)}`);
    }
    await pause(50);
  }
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

process.once('exit', () => running.forEach((started) => signal(started, 'SIGKILL')));

function signal(started, name) {
  try {
    // To the group where that may hold workers; PostgreSQL ends its own.
    process.kill(name === 'SIGKILL' ? -started.child.pid : started.child.pid, name);
  } catch {
    // It was faster.
  }
}

// Settings of a shell that has been used for something else must not reach what is measured.
function withoutSettings(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(QUARKUS_|NARROWGATE_|PG|NODE_OPTIONS|JAVA_TOOL_OPTIONS)/.test(name)),
  );
}

function tail(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
}
