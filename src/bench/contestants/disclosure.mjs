// What the bare server makes of a person: the treatments of counter-fraud written out, and the record of it. The salts,
// hashes and pseudonyms are real, so that a receipt proves here what it proves in Narrowgate.
import { createHash, createHmac, randomBytes } from 'node:crypto';

const FIELDS = ['name.family', 'name.given', 'birthDate', 'deceased', 'address.postcode', 'generalPractice.registeredOn'];
const PRECISIONS = { 'name.family': 'initials', 'name.given': 'initials', birthDate: 'year', 'address.postcode': 'district' };

/** @param held a row of read.sql */
export function treated(held) {
  const values = {
    'name.family': initial(held.family),
    'name.given': held.given ? held.given.map(initial) : null,
    birthDate: held.birth_date?.slice(0, 4) ?? null,
    deceased: held.deceased,
    'address.postcode': held.postcode?.split(' ')[0] ?? null,
    'generalPractice.registeredOn': held.registered_on,
  };
  const generalised = {};
  const released = [];
  const withheld = [];
  const missing = [];
  for (const field of FIELDS) {
    if (values[field] === null) {
      missing.push({ field, reason: 'NOT_AVAILABLE' });
      withheld.push({ field, treatment: 'WITHHELD', reason: 'NOT_AVAILABLE' });
    } else if (PRECISIONS[field]) {
      generalised[field] = PRECISIONS[field];
      withheld.push({ field, treatment: 'GENERALISED', reason: 'NOT_NEEDED_FOR_PURPOSE' });
    } else {
      released.push(field);
    }
  }
  const [family, given, birthDate, deceased, postcode, registeredOn] = FIELDS.map((field) => values[field]);
  return {
    person: {
      name: family === null && given === null ? null : { family, given },
      birthDate,
      deceased,
      address: postcode === null ? null : { postcode },
      generalPractice: registeredOn === null ? null : { registeredOn },
    },
    withheld,
    words: { generalised, released, withheld: missing },
  };
}

/** The two parts of a log entry with what commits to them. Members are written in the order of RFC 8785. */
export function entry({ request, at, policy, words, caseReference, justification, subject }) {
  const circumstances = Buffer.from(
    JSON.stringify({
      agency: 'counter-fraud',
      at,
      form: 1,
      generalised: sorted(words.generalised),
      kind: 'request',
      outcome: 'traced',
      policyHash: policy.hash,
      policyVersion: policy.number,
      purpose: 'counter-fraud',
      released: words.released,
      request,
      searchArguments: ['nhsNumber'],
      selected: FIELDS,
      withheld: words.withheld,
    }),
  );
  const particulars = Buffer.from(JSON.stringify({ caseReference, justification, subject }));
  const salts = randomBytes(64);
  const circumstancesSalt = salts.subarray(0, 32);
  const particularsSalt = salts.subarray(32);
  const particularsHash = sha256(particularsSalt, particulars);
  const leafHash = sha256(ZERO, sha256(sha256(circumstancesSalt, circumstances), particularsHash));
  return { circumstances, circumstancesSalt, particulars, particularsSalt, particularsHash, leafHash };
}

export function pseudonym(key, value) {
  return `k${key.id}:${createHmac('sha256', key.key).update(value).digest('hex')}`;
}

const ZERO = Buffer.of(0);

function sha256(...parts) {
  const hash = createHash('sha256');
  parts.forEach((part) => hash.update(part));
  return hash.digest();
}

function initial(name) {
  return name ? `${name[0].toUpperCase()}.` : null;
}

function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
}
