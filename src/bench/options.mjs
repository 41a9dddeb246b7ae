import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { Unable } from './stage/processes.mjs';

const DEFAULTS = {
  people: '100000',
  seconds: '20',
  clients: '64',
  'warm-up': '240',
  growth: '10000,100000,1000000',
  ladder: '1,4,16,64,256',
  starts: '3',
  seed: '1',
};

export const CONTESTANTS = [
  'jvm', 'native', 'bare', 'bare-cluster', 'bare-each', 'postgraphile', 'pgbench', 'pgbench-transaction', 'pgbench-together',
];

/** @throws Unable with a sentence, where they cannot be meant */
export function options(args) {
  const given = parsed(args);
  const number = (name) => {
    const value = Number(given[name] ?? DEFAULTS[name]);
    if (!Number.isInteger(value) || value < (name === 'starts' ? 0 : 1)) {
      throw new Unable(`--${name} takes a number, not \`${given[name]}\`.`);
    }
    return value;
  };
  const numbers = (name) => {
    const text = given[name] ?? DEFAULTS[name];
    const list = text === 'none' ? [] : text.split(',').map(Number);
    if (list.some((value) => !Number.isInteger(value) || value < 1)) {
      throw new Unable(`--${name} takes numbers with commas between them, or none, not \`${text}\`.`);
    }
    return list;
  };
  const only = given.only?.split(',') ?? CONTESTANTS;
  const unknown = only.find((name) => !CONTESTANTS.includes(name));
  if (unknown !== undefined) {
    throw new Unable(`--only takes some of ${CONTESTANTS.join(', ')}, not \`${unknown}\`.`);
  }
  if (given.only && only.includes('native') && !given.native) {
    throw new Unable('--only native needs --native with the path of the executable.');
  }
  return {
    people: number('people'),
    seconds: number('seconds'),
    clients: number('clients'),
    warmUp: number('warm-up'),
    starts: number('starts'),
    seed: number('seed'),
    growth: numbers('growth'),
    ladder: numbers('ladder'),
    only,
    native: given.native && resolve(given.native),
    isCheck: given.check ?? false,
    report: given.report && resolve(given.report),
    work: resolve(given.work ?? 'target/bench'),
  };
}

function parsed(args) {
  const text = { type: 'string' };
  try {
    return parseArgs({
      args,
      options: {
        ...Object.fromEntries([...Object.keys(DEFAULTS), 'native', 'only', 'report', 'work'].map((name) => [name, text])),
        check: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Unable(`${error.message} (--help lists the options)`);
  }
}
