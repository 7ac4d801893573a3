/** Writes into a store as fast as it can, and says what has been written; to be killed. */
import { openStore } from '../../dist/store/open-store.js';

const store = await openStore({ url: process.env.DATABASE, now: () => new Date() });
for (let number = 0; ; number += 1) {
  const key = `${process.env.LIFE}:${number}`;
  if (!(await store.claims.claim(key))) throw new Error(`claimed already: ${key}`);
  process.stdout.write(`${key}\n`);
}
