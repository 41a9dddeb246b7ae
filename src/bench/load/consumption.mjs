// What processes cost, as the kernel counts it.
import { readdirSync, readFileSync } from 'node:fs';

// USER_HZ, which Linux has kept at 100 for programs on every platform that the benchmark runs on.
const TICK_MILLISECONDS = 10;

/** Milliseconds of processor time that a process, its descendants and those of them that have ended have used. */
export function processorTime(pid) {
  return tree(pid).reduce((sum, { own, ended }) => sum + own + ended, 0) * TICK_MILLISECONDS;
}

/** Milliseconds that the children of this process that have ended used. */
export function processorTimeOfEnded() {
  return stat(process.pid).ended * TICK_MILLISECONDS;
}

/** Resident memory of a process and its descendants in mebibytes; what they share is counted in each. */
export function residentMemory(pid) {
  return tree(pid).reduce((sum, one) => sum + resident(one.pid), 0) / 1024;
}

/** Of a line of /proc/PID/stat: the name in it may hold spaces and brackets. */
export function parsed(line) {
  const rest = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return {
    pid: Number.parseInt(line, 10),
    parent: Number(rest[1]),
    own: Number(rest[11]) + Number(rest[12]),
    ended: Number(rest[13]) + Number(rest[14]),
  };
}

function tree(pid) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(stat)
    .filter((found) => found);
  const found = all.filter((one) => one.pid === pid);
  for (let next = 0; next < found.length; next++) {
    found.push(...all.filter((one) => one.parent === found[next].pid));
  }
  return found;
}

function stat(pid) {
  try {
    return parsed(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined; // It has ended since.
  }
}

function resident(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
