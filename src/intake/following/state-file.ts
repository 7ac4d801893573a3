import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { SOURCES } from '../story-file.js';

const instant = z.iso.datetime().transform((written) => new Date(written));
const takenFile = z.object({
  stamp: z.string(),
  failed: z.object({ at: z.string(), error: z.string() }).optional(),
});

const sourceState = z.object({
  /** What sources.yml said of it, so that one that was changed there is tried at once. */
  entry: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  lastTry: instant.nullable(),
  lastSuccess: instant.nullable(),
  /** `null` when it is gone for good and not tried again. */
  nextTry: instant.nullable(),
  /** How often in a row it has failed. */
  failures: z.number(),
  error: z.string().nullable(),
  /** Of a folder: the files that were taken, each as it was then. */
  files: z.record(z.string(), takenFile).optional(),
});
/** How it stands with a source. */
export type SourceState = z.infer<typeof sourceState>;

const stateFile = z.object({ version: z.literal(1), sources: z.record(z.string(), sourceState) });

/** What is known of every source that was ever followed, by its name. */
export type FollowingState = Readonly<Record<string, SourceState>>;

/** Beside what the sources brought, in the archive that they are followed for: several bots with one folder have one. */
function fileIn(dir: string): string {
  return path.join(dir, SOURCES, 'following.json');
}

/** One that is not there or cannot be read is as none: what it would save is asked for again. */
export async function readState(dir: string): Promise<FollowingState> {
  try {
    return stateFile.parse(JSON.parse(await readFile(fileIn(dir), 'utf8'))).sources;
  } catch {
    return {};
  }
}

/** Written aside first, so that it is there whole or as it was. */
export async function writeState(
  dir: string,
  sources: FollowingState,
  unique: string,
): Promise<void> {
  const aside = path.join(dir, SOURCES, `following.${unique}.aside`);
  await mkdir(path.dirname(aside), { recursive: true });
  await writeFile(aside, `${JSON.stringify({ version: 1, sources }, null, 1)}\n`);
  await rename(aside, fileIn(dir));
}
