import { onTestFinished } from 'vitest';
import type { Archive } from '../../src/answer/archive/archive.js';
import { openDigestRoom, type DigestRoom } from '../../src/digest/open-digest-room.js';
import type { Outgoing } from '../../src/digest/postbox.js';
import type { Store } from '../../src/store/store.js';
import { memoryPostbox, type MemoryPostbox } from './memory-postbox.js';
import { openMemoryArchive } from './open-memory-archive.js';
import type { Files } from './memory-folder.js';
import { memoryStore } from './memory-store.js';
import { quickClock, type QuickClock } from './quick-clock.js';

export const NEWS = { team: 'T1', channel: 'C1' };
export const BY = { user: 'U1', zone: 'UTC' };

type OfKind<Kind extends Outgoing['kind']> = Extract<Outgoing, { kind: Kind }>;

/** The digest's room over files in memory, a real store, a clock nobody waits on and a Slack that keeps what is posted. */
export interface TestRoom extends DigestRoom {
  readonly clock: QuickClock;
  readonly store: Store;
  readonly box: MemoryPostbox;
  readonly log: { readonly level: string; readonly message: string }[];
  /** Replaces, adds or, with `null`, takes away files; the archive is read again at this moment. */
  change(files: Record<string, string | null>): Promise<void>;
  /** Lets the scheduler run until the clock has come to an instant. */
  runUntil(instant: string): Promise<void>;
  /** What was posted, of one kind. */
  sent<Kind extends Outgoing['kind']>(kind: Kind): OfKind<Kind>[];
}

export async function openTestRoom(
  start: string,
  files: Files = {},
  parts: { store?: Store; box?: MemoryPostbox; clock?: QuickClock } = {},
): Promise<TestRoom> {
  const clock = parts.clock ?? quickClock(start);
  const store = parts.store ?? (await memoryStore(clock.now));
  const box = parts.box ?? memoryPostbox();
  const log: TestRoom['log'] = [];
  const write =
    (level: string) =>
    (fields: object, message: string): void => {
      const err = 'err' in fields && fields.err instanceof Error ? `: ${fields.err.stack}` : '';
      log.push({ level, message: message + err });
    };
  let archive: Archive = await openMemoryArchive(files, clock.now);
  const listeners = new Set<() => void>();
  let count = 0;
  const open = (): DigestRoom =>
    openDigestRoom({
      archive: {
        view: () => archive.view(),
        subscribe(heard) {
          listeners.add(heard);
          return () => listeners.delete(heard);
        },
      },
      store,
      clock,
      postbox: box,
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
    sent<Kind extends Outgoing['kind']>(kind: Kind) {
      const isOfKind = (outgoing: Outgoing): outgoing is OfKind<Kind> => outgoing.kind === kind;
      return box.posted.map(({ outgoing }) => outgoing).filter(isOfKind);
    },
  };
}
