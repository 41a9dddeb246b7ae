// Who is compared: each is given a copy of the same database, answers on a port of the loopback, and is stopped again.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ready } from '../stage/narrowgate.mjs';
import { freePort, start, until } from '../stage/processes.mjs';
import { comparable, comparableOfPostgraphile, CONTRACT, POSTGRAPHILE } from './operations.mjs';
import * as postgraphileDatabase from './postgraphile/database.mjs';
import { NUMBERING } from './statements.mjs';

const TRACED = '"state":"TRACED"';
const BARE = fileURLToPath(new URL('bare/server.mjs', import.meta.url));
const POSTGRAPHILE_SERVER = fileURLToPath(new URL('postgraphile/server.mjs', import.meta.url));
const SCHEMA = fileURLToPath(new URL('../../test/resources/contract/schema.graphql', import.meta.url));

/** Ours, on the JVM or as a native executable. @param warmUp seconds of load before it can be steady at all */
export function narrowgate(name, label, installation, warmUp) {
  return {
    name,
    label,
    async open(database) {
      const served = await this.launch(database);
      await ready(served);
      return served.target;
    },
    /** Without waiting for anything: for timing a start. */
    async launch(database) {
      const served = await installation.serve(database, label);
      const address = `${served.address}/graphql`;
      return { ...served, target: { process: served.process, address, body: CONTRACT, expected: TRACED, comparable, warmUp } };
    },
  };
}

/** The bare server. @param writes each or together */
export function bare(name, label, stage, writes, workers) {
  return {
    name,
    label,
    async open(database) {
      await number(stage.postgres, database);
      return serve(stage, label, BARE, 'narrowgate', database, { SCHEMA, WRITES: writes, WORKERS: String(workers) }, {
        body: CONTRACT,
        expected: TRACED,
        comparable,
      });
    },
  };
}

export function postgraphile(name, label, stage, workers) {
  return {
    name,
    label,
    async open(database) {
      await number(stage.postgres, database);
      await stage.postgres.ask(database, postgraphileDatabase.setUp());
      return serve(stage, label, POSTGRAPHILE_SERVER, 'postgraphile', database, { WORKERS: String(workers) }, {
        body: POSTGRAPHILE,
        expected: TRACED,
        comparable: comparableOfPostgraphile,
      });
    },
  };
}

/** To the database, for each contestant: what Narrowgate has by default. */
export const CONNECTIONS = 16;

/** Entries of the log get their numbers from a sequence, where Narrowgate takes a lock to have no gaps. */
export async function number(postgres, database) {
  await postgres.ask(database, `CREATE SEQUENCE ${NUMBERING}; GRANT USAGE ON SEQUENCE ${NUMBERING} TO narrowgate;
    SELECT setval('${NUMBERING}', (SELECT max(index) + 1 FROM ledger_entry), false)`);
}

async function serve(stage, label, script, user, database, env, target) {
  const port = await freePort();
  const process_ = start(label, process.execPath, [script], {
    log: join(stage.work, `${database}.log`),
    env: {
      ...env,
      NODE_ENV: 'production',
      CONNECTIONS: String(CONNECTIONS),
      GRAPHILE_ENV: 'production',
      PORT: String(port),
      ISSUER: stage.issuer.address,
      DATABASE: `postgres://${user}:benchmark@127.0.0.1:${stage.postgres.port}/${database}`,
    },
  });
  const address = `http://127.0.0.1:${port}/graphql`;
  await until(process_, 60, async () => ((await fetch(address, { method: 'POST' })).status > 0 ? true : undefined));
  return { process: process_, address, ...target };
}
