import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../../clock.js';
import { SOURCES } from '../story-file.js';

/** One that was not renewed for so long is a dead process's, in milliseconds. */
const HELD_MS = 120_000;
const RENEWED_MS = 30_000;

/**
 * Does `work` unless another process does such work in the same folder; false then. A process that is killed leaves
 * its lease behind, which runs out.
 * @param unique tells this process from every other, on other machines too
 * @throws what the work throws, and the file system's error when the folder cannot be written to
 */
export async function whileLeased(
  dir: string,
  { clock, unique }: { readonly clock: Clock; readonly unique: string },
  work: () => Promise<void>,
): Promise<boolean> {
  const file = path.join(dir, SOURCES, 'following.lease');
  const aside = `${file}.${unique}`;
  await mkdir(path.dirname(file), { recursive: true });
  /** Nobody sees one that is half written. */
  const put = async (place: (from: string, to: string) => Promise<void>): Promise<void> => {
    await writeFile(aside, `${clock.now().getTime() + HELD_MS} ${unique}`);
    try {
      await place(aside, file);
    } finally {
      await rm(aside, { force: true });
    }
  };
  const create = (): Promise<boolean> =>
    put(link).then(
      () => true,
      (cause: NodeJS.ErrnoException) => {
        if (cause.code === 'EEXIST') return false;
        throw cause;
      },
    );
  const isOwn = async (): Promise<boolean> => (await contentOf(file)).endsWith(` ${unique}`);

  const isFree = (await create()) || ((await clearDead(file, aside, clock)) && (await create()));
  if (!isFree) return false;
  const done = new AbortController();
  const renewing = (async () => {
    for (;;) {
      await clock.sleep(RENEWED_MS, done.signal).catch(() => {});
      if (done.signal.aborted || !(await isOwn())) return;
      await put(rename);
    }
  })();
  try {
    await work();
  } finally {
    done.abort();
    // Where it could not be renewed it runs out, and at worst another process does the same work.
    await renewing.catch(() => {});
    if (await isOwn()) await rm(file, { force: true });
  }
  return true;
}

function contentOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

/** Whether there is no lease now, a dead one having been cleared away. Of several that try it, one does. */
async function clearDead(file: string, aside: string, clock: Clock): Promise<boolean> {
  const held = await contentOf(file);
  if (Number.parseInt(held, 10) > clock.now().getTime()) return false;
  const isTaken = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!isTaken) return true;
  const isDead = (await contentOf(aside)) === held;
  // Another process was quicker, and this is its lease.
  if (!isDead) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
  return isDead;
}
