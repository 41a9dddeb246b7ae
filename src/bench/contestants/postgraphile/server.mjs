// PostGraphile 5 over the same tables: the schema is made from what the role may do, and the function records.
//
// settings: PORT, DATABASE (a URL), ISSUER, WORKERS, CONNECTIONS (of all workers)
import cluster from 'node:cluster';
import jwt from '@fastify/jwt';
import Fastify from 'fastify';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/fastify/v5';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { mayAsk, verification } from '../caller.mjs';

const { PORT, DATABASE, ISSUER, WORKERS, CONNECTIONS } = process.env;

if (cluster.isPrimary && Number(WORKERS) > 1) {
  for (let worker = 0; worker < Number(WORKERS); worker++) {
    cluster.fork();
  }
  process.once('SIGTERM', () => Object.values(cluster.workers).forEach((worker) => worker.kill()));
} else {
  await serve();
}

async function serve() {
  const preset = {
    extends: [PostGraphileAmberPreset],
    pgServices: [
      makePgService({
        connectionString: DATABASE,
        schemas: ['public'],
        poolConfig: { max: Math.ceil(Number(CONNECTIONS) / Number(WORKERS)) },
      }),
    ],
    grafast: {
      explain: false,
      context: ({ fastifyv5: { request } }) => ({
        pgSettings: {
          role: 'agency_application',
          'request.scope': request.user.scope,
          'request.key': request.headers['x-request-id'],
        },
      }),
    },
    grafserv: { graphiql: false, watch: false },
  };
  const app = Fastify({ logger: false });
  await app.register(jwt, await verification(ISSUER));
  app.addHook('onRequest', async (request) => {
    await request.jwtVerify();
    if (!mayAsk(request.user)) {
      throw Object.assign(new Error('this purpose is not granted'), { statusCode: 403 });
    }
  });
  const instance = postgraphile(preset);
  const server = instance.createServ(grafserv);
  await server.addTo(app);
  await app.listen({ host: '127.0.0.1', port: Number(PORT) });
  process.once('SIGTERM', async () => {
    await app.close();
    await instance.release();
    process.exit(0);
  });
}
