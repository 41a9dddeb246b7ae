// Narrowgate as an operator runs it: the package or the native executable, settings in the environment, the log signed.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, run, start, Unable, until } from './processes.mjs';

const APPLICATION = 'narrowgate';

export class Narrowgate {
  /** @param launch the command and its first arguments: a Java with the package, or the native executable */
  constructor({ launch, work, postgres, issuer }) {
    Object.assign(this, { launch, work, postgres, issuer });
  }

  async migrate(database) {
    await this.command('migrate', database, ['migrate']);
  }

  async generate(database, people, seed) {
    await this.command('generate', database, ['generate', '--people', String(people), '--seed', String(seed), '--load']);
    await this.postgres.ask(database, 'VACUUM (ANALYZE)');
    await this.postgres.ask(database, 'CHECKPOINT');
  }

  /** Starts to serve; what is returned says when the management port first said that it is ready. */
  async serve(database, name) {
    const keys = join(this.work, 'log-keys');
    if (!existsSync(join(keys, 'log.key'))) {
      throw new Unable('The key of the log has not been made.');
    }
    const last = join(keys, `last-checkpoint-${database}`);
    rmSync(last, { force: true });
    const port = await freePort();
    const management = await freePort();
    const startedAt = performance.now();
    const process = start(name, this.launch[0], this.launch.slice(1), {
      log: join(this.work, `${database}.log`),
      env: {
        ...this.settings(database),
        QUARKUS_HTTP_HOST: '127.0.0.1',
        QUARKUS_MANAGEMENT_HOST: '127.0.0.1',
        QUARKUS_HTTP_PORT: String(port),
        QUARKUS_MANAGEMENT_PORT: String(management),
        NARROWGATE_LOG_SIGNING_KEYS: join(keys, 'log.key'),
        NARROWGATE_LOG_LAST_CHECKPOINT: last,
      },
    });
    return { process, startedAt, address: `http://127.0.0.1:${port}`, management: `http://127.0.0.1:${management}` };
  }

  async makeLogKey() {
    const keys = join(this.work, 'log-keys');
    rmSync(keys, { recursive: true, force: true });
    const { mkdirSync } = await import('node:fs');
    mkdirSync(keys);
    await this.command('log-key', 'postgres', ['log-key', 'benchmark.example/log', '--out', join(keys, 'log.key')]);
  }

  async command(name, database, args) {
    return run(name, this.launch[0], [...this.launch.slice(1), ...args], {
      log: join(this.work, `${name}.log`),
      env: this.settings(database),
    });
  }

  settings(database) {
    return {
      QUARKUS_DATASOURCE_JDBC_URL: `jdbc:postgresql://127.0.0.1:${this.postgres.port}/${database}`,
      QUARKUS_DATASOURCE_USERNAME: APPLICATION,
      QUARKUS_DATASOURCE_PASSWORD: 'benchmark',
      QUARKUS_FLYWAY_USERNAME: 'registry_owner',
      QUARKUS_FLYWAY_PASSWORD: 'owner',
      QUARKUS_OIDC_AUTH_SERVER_URL: this.issuer.address,
    };
  }
}

/** Waits for readiness on the management port. */
export async function ready(served) {
  await until(served.process, 90, async () => ((await fetch(`${served.management}/q/health/ready`)).ok ? true : undefined));
}

/** A Java 25 where mvnw would find one. */
export function java() {
  const candidates = [
    process.env.JAVA_HOME,
    ...(existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm').filter((name) => name.includes('25')).map((name) => `/usr/lib/jvm/${name}`) : []),
    join(process.env.HOME ?? '', '.sdkman/candidates/java/current'),
  ];
  const home = candidates.find((candidate) => candidate?.includes('25') && existsSync(join(candidate, 'bin/java')));
  if (!home) {
    throw new Unable('A Java 25 is missing: set JAVA_HOME to one.');
  }
  return join(home, 'bin/java');
}
