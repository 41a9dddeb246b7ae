// Two ways to write what a request leaves. Both answer only after the commit.
import { GIVEN, many, numbered, one, write } from '../statements.mjs';

const ONE = write(one(numbered));
const MANY = write(many());
// More would keep the first of them waiting for no further gain.
const AT_ONCE = 128;

/** A statement, and so a transaction, for each request: how it is written first. */
export class EachAlone {
  constructor(pool) {
    this.pool = pool;
  }

  async write(row) {
    const { rows } = await this.pool.query({ name: 'one', text: ONE, values: GIVEN.map((name) => row[name]) });
    return written(row, rows[0]);
  }
}

/** Requests that wait while one statement commits go into the next: how it is written once the day's count is hot. */
export class Together {
  #waiting = [];
  #isWriting = false;

  constructor(pool) {
    this.pool = pool;
  }

  write(row) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, resolve, reject });
      this.#next();
    });
  }

  #next() {
    if (this.#isWriting || this.#waiting.length === 0) {
      return;
    }
    this.#isWriting = true;
    const batch = this.#waiting.splice(0, AT_ONCE);
    this.#send(batch)
      .catch((failure) => batch.forEach(({ reject }) => reject(failure)))
      .finally(() => {
        this.#isWriting = false;
        this.#next();
      });
  }

  async #send(batch) {
    const values = GIVEN.map((name) => batch.map(({ row }) => row[name]));
    const { rows } = await this.pool.query({ name: 'many', text: MANY, values });
    const places = new Map(rows.map((row) => [row.request, row]));
    batch.forEach(({ row, resolve }) => resolve(written(row, places.get(row.request))));
  }
}

function written(row, { entry, at }) {
  return { entry, at, leafHash: row.leaf_hash.toString('base64') };
}
