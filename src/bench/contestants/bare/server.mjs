// The bare minimum of the same work, by hand: one purpose, its treatments in code, no policy, no caseworker, no limits.
// Each request is read in one round trip and written in one, committed before the answer.
//
// settings: PORT, DATABASE (a URL), ISSUER, SCHEMA (the contract), WRITES (each, together), WORKERS, CONNECTIONS (of all workers)
import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import jwt from '@fastify/jwt';
import mercurius from 'mercurius';
import pg from 'pg';
import { mayAsk, verification } from '../caller.mjs';
import { Tracing } from './tracing.mjs';
import { EachAlone, Together } from './writes.mjs';

const { PORT, DATABASE, ISSUER, SCHEMA, WRITES, WORKERS, CONNECTIONS } = process.env;

if (cluster.isPrimary && Number(WORKERS) > 1) {
  for (let worker = 0; worker < Number(WORKERS); worker++) {
    cluster.fork();
  }
  process.once('SIGTERM', () => Object.values(cluster.workers).forEach((worker) => worker.kill()));
} else {
  await serve();
}

async function serve() {
  const pool = new pg.Pool({ connectionString: DATABASE, max: Math.ceil(Number(CONNECTIONS) / Number(WORKERS)) });
  const writes = WRITES === 'together' ? new Together(pool) : new EachAlone(pool);
  const tracing = await Tracing.open(pool, writes);

  const app = Fastify({ logger: false });
  await app.register(jwt, await verification(ISSUER));
  app.addHook('onRequest', async (request) => {
    await request.jwtVerify();
    if (!mayAsk(request.user)) {
      throw Object.assign(new Error('this purpose is not granted'), { statusCode: 403 });
    }
  });
  await app.register(mercurius, {
    schema: readFileSync(SCHEMA, 'utf8'),
    jit: 1,
    context: (request) => ({ idempotencyKey: request.headers['x-request-id'] }),
    resolvers: {
      Mutation: { requestTrace: (_, { input }, { idempotencyKey }) => tracing.request(input, idempotencyKey) },
      Outcome: { resolveType: (outcome) => outcome.kind },
    },
  });
  await app.listen({ host: '127.0.0.1', port: Number(PORT) });
  process.once('SIGTERM', async () => {
    await app.close();
    await pool.end();
    process.exit(0);
  });
}

