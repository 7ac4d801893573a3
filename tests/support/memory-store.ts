import { onTestFinished } from 'vitest';
import { IN_MEMORY, openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';

/** A real store that is gone with whoever opened it. */
export function openMemoryStore(now: () => Date = () => new Date()): Promise<Store> {
  return openStore({ url: IN_MEMORY, now });
}

/** A real store that is gone when the test is over. */
export async function memoryStore(now?: () => Date): Promise<Store> {
  const store = await openMemoryStore(now);
  onTestFinished(() => store.close());
  return store;
}
