// An identity provider as small as one can be: discovery, one public key, and one token that outlives the benchmark.
// It is asked when a contestant starts and never while it is measured, so a larger one would change no figure.
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { createSigner } from 'fast-jwt';

export const AUDIENCE = 'narrowgate';

export class Issuer {
  constructor(server, key) {
    this.server = server;
    this.address = `http://127.0.0.1:${server.address().port}`;
    this.token = createSigner({ key: key.privateKey.export({ type: 'pkcs8', format: 'pem' }), algorithm: 'RS256', kid: 'benchmark' })({
      iss: this.address,
      aud: AUDIENCE,
      sub: 'counter-fraud',
      azp: 'counter-fraud',
      typ: 'Bearer',
      scope: 'purpose:counter-fraud',
      iat: Math.floor(Date.now() / 1000),
      exp: Math.floor(Date.now() / 1000) + 24 * 3600,
    });
    this.publicKey = key.publicKey.export({ type: 'spki', format: 'pem' });
  }

  static async start() {
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = new Issuer(server, key);
    const documents = {
      '/.well-known/openid-configuration': {
        issuer: issuer.address,
        jwks_uri: `${issuer.address}/keys`,
        token_endpoint: `${issuer.address}/token`,
        authorization_endpoint: `${issuer.address}/authorise`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      },
      '/keys': { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'benchmark', use: 'sig', alg: 'RS256' }] },
    };
    server.on('request', (request, response) => {
      const document = documents[new URL(request.url, issuer.address).pathname];
      response.writeHead(document ? 200 : 404, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(document ?? {}));
    });
    // It alone keeps no benchmark from ending.
    server.unref();
    return issuer;
  }

  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }
}
