// Who asks: the key of the identity provider, fetched once, and what a token must say. Shared by the Node contestants.
import { createPublicKey } from 'node:crypto';

/** The options of @fastify/jwt: signature, issuer, audience and expiry are checked, and what was checked is cached. */
export async function verification(issuer) {
  const { jwks_uri: address } = await json(`${issuer}/.well-known/openid-configuration`);
  const { keys } = await json(address);
  const key = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return {
    secret: { public: key },
    verify: { algorithms: ['RS256'], allowedIss: issuer, allowedAud: 'narrowgate', cache: 1000 },
  };
}

export function mayAsk(token) {
  return token.azp === 'counter-fraud' && token.scope.split(' ').includes('purpose:counter-fraud');
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`the identity provider answered ${answer.status}`);
  }
  return answer.json();
}
