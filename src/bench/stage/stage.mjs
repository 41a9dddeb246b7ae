// The stage that every contestant stands on: one PostgreSQL, one identity provider, one registry to copy.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Issuer } from './issuer.mjs';
import { java, Narrowgate } from './narrowgate.mjs';
import { Postgres } from './postgres.mjs';
import { Unable } from './processes.mjs';
import { Load } from '../load/wrk.mjs';

const TRACEABLE = "protection <> 'V' AND superseded_by IS NULL AND NOT invalidated";

export class Stage {
  #registries = new Map();

  static async set({ root, work, native, seed, say }) {
    const jar = join(root, 'target/quarkus-app/quarkus-run.jar');
    if (!existsSync(jar)) {
      throw new Unable(`${jar} is missing: run ./mvnw package first.`);
    }
    if (native && !existsSync(native)) {
      throw new Unable(`${native} is not there: --native takes the path of the executable that ./mvnw package -Dnative makes.`);
    }
    // What an earlier run left, but for the unpacked PostgreSQL.
    mkdirSync(work, { recursive: true });
    const stage = new Stage();
    Object.assign(stage, { work, seed, say });
    say('starting PostgreSQL');
    stage.postgres = await Postgres.start(work);
    stage.issuer = await Issuer.start();
    stage.onJvm = new Narrowgate({ launch: [java(), '-jar', jar], work, postgres: stage.postgres, issuer: stage.issuer });
    stage.natively = native && new Narrowgate({ launch: [native], work, postgres: stage.postgres, issuer: stage.issuer });
    await stage.onJvm.makeLogKey();
    return stage;
  }

  /** A registry of so many people, made once; with a load that asks for those of them who can be traced. */
  async registry(people) {
    if (!this.#registries.has(people)) {
      this.#registries.set(people, await this.#make(people));
    }
    return this.#registries.get(people);
  }

  async forget(people) {
    this.#registries.delete(people);
    await this.postgres.drop(`registry_${people}`);
  }

  async #make(people) {
    const database = `registry_${people}`;
    this.say(`making up ${people} people`);
    await this.postgres.create(database);
    await this.onJvm.migrate(database);
    const begun = performance.now();
    await this.onJvm.generate(database, people, this.seed);
    const seconds = (performance.now() - begun) / 1000;
    const rows = await this.postgres.ask(database, `SELECT nhs_number FROM person WHERE ${TRACEABLE} ORDER BY md5(nhs_number)`);
    const numbers = join(this.work, `numbers-${people}`);
    rmSync(numbers, { force: true });
    writeFileSync(numbers, rows.map(({ nhs_number }) => `${nhs_number}\n`).join(''), { mode: 0o600 });
    return {
      database,
      seconds,
      load: new Load({ work: this.work, numbers, people: rows.length, token: this.issuer.token }),
      traceable: rows.length,
      // Some whose address is protected or not held are among them.
      sample: await this.#sample(database),
    };
  }

  async #sample(database) {
    const sample = await this.postgres.ask(database, `
      (SELECT nhs_number FROM person WHERE ${TRACEABLE} AND protection = 'U' ORDER BY md5(nhs_number) LIMIT 40)
      UNION ALL (SELECT nhs_number FROM person WHERE ${TRACEABLE} AND protection = 'R' ORDER BY md5(nhs_number) LIMIT 5)
      UNION ALL (SELECT nhs_number FROM person WHERE ${TRACEABLE} AND deceased ORDER BY md5(nhs_number) LIMIT 5)
      UNION ALL (SELECT nhs_number FROM person WHERE ${TRACEABLE} AND birth_date IS NULL ORDER BY md5(nhs_number) LIMIT 2)`);
    return sample.map(({ nhs_number }) => nhs_number);
  }
}
