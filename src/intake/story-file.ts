import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { sha256 } from '../corpus/article/article.js';
import { MAX_ARTICLE_BYTES } from '../corpus/folder/read-text.js';
import { readContents } from '../corpus/formats/read-contents.js';
import type { Item } from './items/item.js';

/** What became of an item. */
export type Outcome =
  | { readonly kind: 'taken' | 'updated' | 'unchanged'; readonly file: string }
  | { readonly kind: 'left out'; readonly reason: string };

/** Where the exports are kept as they came, inside the archive's folder: a folder that is not read for articles. */
export const SOURCES = '.sources';

/** An item as it stands in the archive, with the name of the export that it came in; what is compared is named here. */
const STORY_FILE = z.looseObject({
  id: z.string(),
  version: z.number().optional(),
  modified: z.string().optional(),
  withdrawn: z.string().optional(),
  body: z.string().optional(),
});
type StoryFile = z.infer<typeof STORY_FILE>;

/**
 * Puts an item into the archive as a file of its own, or in place of an older version. Each file is written aside and
 * then takes its place, so that it is there whole or not at all.
 * @param source the name of the export within `SOURCES`
 * @throws the file system's error
 */
export async function putStory(
  item: Item,
  { dir, source, unique }: { dir: string; source: string; unique: string },
): Promise<Outcome> {
  const leaveOut = (reason: string): Outcome => ({ kind: 'left out', reason });
  const { id } = item;
  if (id === null) return leaveOut('nothing to know it by: no id, address or title');
  const file = fileOf(id);
  const stored = await readStored(dir, file);
  if (stored !== null && stored.id !== id)
    return leaveOut(`another file stands in its place, ${file}`);
  const notice = stored === null ? await readStored(dir, noticeOf(file)) : null;
  const before = stored ?? notice;
  const delivered = tidy(item);
  if (before !== null && isOlder(delivered, before))
    return leaveOut('an older version of a story that is here');

  // What takes a story back holds words to editors, not those of the story.
  const next: StoryFile =
    delivered.withdrawn === undefined
      ? delivered
      : {
          ...(stored ?? { id }),
          version: delivered.version,
          modified: delivered.modified,
          withdrawn: delivered.withdrawn,
        };
  if (before?.withdrawn !== undefined && next.withdrawn === undefined && !isNewer(next, before))
    return leaveOut('it was withdrawn, and this is no newer version');
  const write = async (name: string): Promise<void> => {
    const at = path.join(dir, name);
    const aside = path.join(dir, SOURCES, `story.${unique}.unfinished`);
    await mkdir(path.dirname(at), { recursive: true });
    await putWhole(aside, async () => {
      await writeFile(aside, toJson({ ...next, source: `${SOURCES}/${source}` }));
      return at;
    });
  };
  if (next.body === undefined) {
    if (next.withdrawn === undefined) return leaveOut('no full text');
    // Remembered, so that the story is not taken should it arrive late.
    if (notice === null || !isSame(next, notice)) await write(noticeOf(file));
    return leaveOut('withdrawn before it was here');
  }
  if (stored !== null && isSame(next, stored)) return { kind: 'unchanged', file };
  const json = toJson(next);
  if (Buffer.byteLength(json) > MAX_ARTICLE_BYTES - 1_000) return leaveOut('longer than 5 MB');
  if (readContents(file, json).paragraphs.length === 0) return leaveOut('no words in its text');
  await write(file);
  if (notice !== null) await rm(path.join(dir, noticeOf(file)), { force: true });
  return { kind: stored === null ? 'taken' : 'updated', file };
}

/** The most that DNS allows; no file system takes more than two letters more. */
const LONGEST_HOST = 253;
/** Runs that begin at the same moment as often as this would be needed for one of them to fail. */
const TRIES = 5;

/**
 * Lets a file that is written aside take its place, so that it is there whole or not at all. Another run may meanwhile
 * clear it away, taking it for left behind by a dead one; then it is written again.
 * @param write writes it and gives its place
 * @throws the file system's error
 */
export async function putWhole(aside: string, write: () => Promise<string>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const at = await write();
    try {
      await rename(aside, at);
      return;
    } catch (cause) {
      const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      if (!isGone || tries === TRIES) throw cause;
    }
  }
}

/**
 * The file of a story, by its id alone, so that each version finds the one before: a folder for the host that the id
 * names, and what of the id can be read.
 */
export function fileOf(id: string): string {
  const [, host, rest = id] = /^https?:\/\/(?:www\.)?([^/?#:]+)[^/?#]*(.*)$/is.exec(id) ?? [];
  const readable = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[^\w.]+/g, '-')
      // From the first of them only, so that a long run is looked at once.
      .replace(/^[-.]+|(?<![-.])[-.]+$/g, '')
      .toLowerCase();
  const name = readable(rest)
    .slice(-60)
    .replace(/^[-.]+/, '');
  const folder = readable(host ?? '').slice(0, LONGEST_HOST) || 'stories';
  return `${folder}/${name === '' ? '' : `${name}-`}${sha256(id).slice(0, 10)}.json`;
}

/** Where it is remembered that a story was withdrawn which was never here. */
function noticeOf(file: string): string {
  return path.posix.join(path.posix.dirname(file), `.${path.posix.basename(file)}`);
}

async function readStored(dir: string, file: string): Promise<StoryFile | null> {
  const text = await readFile(path.join(dir, file), 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (text === null) return null;
  try {
    return STORY_FILE.parse(JSON.parse(text));
  } catch {
    // No version of this story: it stands in nobody's way, and is not written over.
    return { id: '' };
  }
}

/** Only what is stated, each on one line where the archive expects one; an address that leads nowhere is none. */
function tidy(item: Item): StoryFile {
  const { url, authors } = item;
  const names = [...new Set(Array.isArray(authors) ? authors.filter(isName) : [])];
  const isAddress = url !== undefined && /^https?:/i.test(url) && URL.canParse(url);
  const stated = {
    ...item,
    authors: names.length > 0 ? names : undefined,
    url: isAddress ? url : undefined,
  };
  return STORY_FILE.parse(
    Object.fromEntries(
      Object.entries(stated).filter(
        ([, value]) => value !== undefined && value !== null && value !== '',
      ),
    ),
  );
}

function isName(author: unknown): author is string {
  return typeof author === 'string' && author.trim() !== '';
}

/** By version where both have one, else by the instant that it was made; 0 where nothing tells. */
function compareVersions(one: StoryFile, other: StoryFile): number {
  if (one.version !== undefined && other.version !== undefined && one.version !== other.version)
    return one.version - other.version;
  if (one.modified === undefined || other.modified === undefined) return 0;
  return Date.parse(one.modified) - Date.parse(other.modified);
}

function isOlder(one: StoryFile, other: StoryFile): boolean {
  return compareVersions(one, other) < 0;
}

function isNewer(one: StoryFile, other: StoryFile): boolean {
  return compareVersions(one, other) > 0;
}

/** The same story, whichever export brought it. */
function isSame(one: StoryFile, other: StoryFile): boolean {
  return toJson({ ...one, source: '' }) === toJson({ ...other, source: '' });
}

/** Keys in one order, so that the same story is the same file. */
function toJson(story: StoryFile): string {
  const keys = Object.keys(story).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return `${JSON.stringify(story, keys.concat(PUBLISHED_KEYS), 1)}\n`;
}

/** What may stand within a date; the list that JSON takes for keys holds for every level. */
const PUBLISHED_KEYS =
  'status date earliest latest basis evidence paragraph reasoning source'.split(' ');

/** The text last, where it hides nothing. */
function rank(key: string): number {
  return key === 'body' ? 1 : 0;
}
