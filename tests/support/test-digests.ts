import { noMetrics } from '../../src/metrics.js';
import { onTestFinished } from 'vitest';
import type { Archive } from '../../src/answer/archive/archive.js';
import { openDigests, type Digests } from '../../src/digest/open-digests.js';
import type { OutboxMessage } from '../../src/digest/delivery/outbox.js';
import type { Store } from '../../src/store/store.js';
import { memoryOutbox, type MemoryOutbox } from './memory-outbox.js';
import { openMemoryArchive } from './open-memory-archive.js';
import type { Files } from './memory-folder.js';
import { memoryStore } from './memory-store.js';
import { quickClock, type QuickClock } from './quick-clock.js';

export const NEWS = { team: 'T1', channel: 'C1' };
export const BY = { user: 'U1', zone: 'UTC' };

type OfKind<Kind extends OutboxMessage['kind']> = Extract<OutboxMessage, { kind: Kind }>;

/** Digests over files in memory, a real store, a clock nobody waits on and a Slack that keeps what is posted. */
export interface TestDigests extends Digests {
  readonly clock: QuickClock;
  readonly store: Store;
  readonly box: MemoryOutbox;
  readonly log: { readonly level: string; readonly message: string }[];
  /** Replaces, adds or, with `null`, takes away files; the archive is read again at this moment. */
  change(files: Record<string, string | null>): Promise<void>;
  /** Lets the scheduler run until the clock has come to an instant. */
  runUntil(instant: string): Promise<void>;
  /** What was posted, of one kind. */
  sent<Kind extends OutboxMessage['kind']>(kind: Kind): OfKind<Kind>[];
}

export async function openTestDigests(
  start: string,
  files: Files = {},
  parts: { store?: Store; box?: MemoryOutbox; clock?: QuickClock } = {},
): Promise<TestDigests> {
  const clock = parts.clock ?? quickClock(start);
  const store = parts.store ?? (await memoryStore(clock.now));
  const box = parts.box ?? memoryOutbox();
  const log: TestDigests['log'] = [];
  const write =
    (level: string) =>
    (fields: object, message: string): void => {
      const err = 'err' in fields && fields.err instanceof Error ? `: ${fields.err.stack}` : '';
      log.push({ level, message: message + err });
    };
  let archive: Archive = await openMemoryArchive(files, clock.now);
  const listeners = new Set<() => void>();
  let count = 0;
  const open = (): Digests =>
    openDigests({
      metrics: noMetrics,
      archive: {
        view: () => archive.view(),
        inSlices: (work) => archive.inSlices(work),
        subscribe(heard) {
          listeners.add(heard);
          return () => listeners.delete(heard);
        },
      },
      store,
      clock,
      outbox: box,
      log: {
        debug: write('debug'),
        info: write('info'),
        warn: write('warn'),
        error: write('error'),
      },
      zone: 'UTC',
      longestSleepMs: 4 * 60 * 60_000,
      newId: () => `id-${(count += 1)}-${Math.random()}`,
    });
  const room = open();
  onTestFinished(() => room.scheduler.stop());
  return {
    ...room,
    clock,
    store,
    box,
    log,
    async change(changes) {
      for (const [name, content] of Object.entries(changes))
        if (content === null) delete files[name];
        else files[name] = content;
      clock.forward(1_000);
      archive = await openMemoryArchive({ ...files }, clock.now);
      for (const heard of listeners) heard();
    },
    async runUntil(instant) {
      const { scheduler } = open();
      scheduler.start();
      await clock.runUntil(instant);
      await scheduler.stop();
    },
    sent<Kind extends OutboxMessage['kind']>(kind: Kind) {
      const isOfKind = (message: OutboxMessage): message is OfKind<Kind> => message.kind === kind;
      return box.posted.map(({ message }) => message).filter(isOfKind);
    },
  };
}
