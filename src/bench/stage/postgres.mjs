// PostgreSQL 18 from the binaries that Maven brings for development and tests: a plain process, empty at every start.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, run, start, Unable, until } from './processes.mjs';

/** Everything that is not PostgreSQL's default. Durability is: fsync, synchronous_commit and full_page_writes are on. */
export const SETTINGS = {
  shared_buffers: '2GB',
  max_connections: '400',
  // No checkpoint by volume within a run: it would fall upon one contestant and not on the next.
  max_wal_size: '16GB',
  checkpoint_timeout: '30min',
};

/** Shown in the report as PostgreSQL says them. */
export const SHOWN = [...Object.keys(SETTINGS), 'fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'autovacuum', 'jit'];

const BINARIES = join(homedir(), '.m2/repository/io/zonky/test/postgres');
const PLATFORMS = { 'linux-x64': ['linux-amd64', 'linux-x86_64'], 'linux-arm64': ['linux-arm64v8', 'linux-arm_64'] };

export class Postgres {
  constructor(process, port) {
    this.process = process;
    this.port = port;
  }

  static async start(work) {
    const home = unpacked(work);
    const data = join(work, 'data');
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { mode: 0o700 });
    const log = join(work, 'postgres.log');
    const [command, ...before] = asNoRoot(join(home, 'bin/initdb'));
    await run('initdb', command, [...before, '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'], { log });
    const port = await freePort();
    const settings = { ...SETTINGS, listen_addresses: '127.0.0.1', unix_socket_directories: '', port };
    const [server, ...arguments_] = asNoRoot(join(home, 'bin/postgres'));
    const process = start(
      'PostgreSQL',
      server,
      [...arguments_, '-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      // Its "fast" way to end: connections are closed, not awaited.
      { log, stopWith: 'SIGINT' },
    );
    const postgres = new Postgres(process, port);
    await until(process, 30, () => postgres.ask('postgres', 'SELECT 1'));
    return postgres;
  }

  /** Rows, as a superuser. */
  async ask(database, sql, values = []) {
    const client = new pg.Client(this.connection('postgres', database));
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** An empty database whose owner is no superuser, as the README asks for. */
  async create(database) {
    await this.ask('postgres', `DO $$ BEGIN CREATE ROLE registry_owner LOGIN CREATEROLE PASSWORD 'owner';
      EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
    await this.ask('postgres', `CREATE DATABASE ${database} OWNER registry_owner`);
  }

  /** Each contestant begins with the same files. */
  async copy(template, database) {
    await this.drop(database);
    await this.ask('postgres', `CREATE DATABASE ${database} TEMPLATE ${template} STRATEGY FILE_COPY OWNER registry_owner`);
    await this.ask('postgres', 'CHECKPOINT');
  }

  async drop(database) {
    await this.ask('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  }

  connection(user, database) {
    return { host: '127.0.0.1', port: this.port, user, password: 'benchmark', database };
  }

  async settings() {
    const rows = await this.ask('postgres', 'SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY ($1)', [SHOWN]);
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }

  async version() {
    return (await this.ask('postgres', 'SHOW server_version'))[0].server_version;
  }
}

function unpacked(work) {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  if (!platform) {
    throw new Unable('The benchmark reads /proc: it runs on Linux, on x64 or arm64.');
  }
  const folder = join(BINARIES, `embedded-postgres-binaries-${platform[0]}`);
  const version = existsSync(folder) && readdirSync(folder).filter((name) => name.startsWith('18.')).sort().at(-1);
  if (!version) {
    throw new Unable(`PostgreSQL 18 is not in ${folder}: run ./mvnw package once, which fetches it.`);
  }
  const home = join(work, `postgres-${version}`);
  if (!existsSync(join(home, 'bin/postgres'))) {
    mkdirSync(home, { recursive: true });
    const jar = join(folder, version, `embedded-postgres-binaries-${platform[0]}-${version}.jar`);
    execFileSync('bash', ['-c', 'unzip -p "$0" "postgres-*.txz" | tar -xJ -C "$1"', jar, home]);
  }
  return home;
}

// PostgreSQL refuses to be root; in a user namespace of its own it is nobody, and may write what root may.
function asNoRoot(command) {
  return process.getuid() === 0 ? ['unshare', '-U', command] : [command];
}
