import { chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, parseDocument } from 'yaml';
import { ARTICLES_YML, parseArticlesYml } from './articles-yml.js';
import { editYamlMap } from './edit-yaml-map.js';
import { isObject, parseYaml } from './parse-yaml.js';

/** What is written of an article that is added; keys as in articles.yml, those that are not stated left out. */
export interface NewYmlEntry {
  readonly sha256: string;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  readonly published?:
    { readonly status: 'exact'; date: string; basis: 'outside'; source: string } | undefined;
}

type NewEntries = ReadonlyMap<string, { readonly sha256?: unknown }>;

/**
 * The bytes of the archive's articles.yml; `null` when there is none.
 * @throws the file system's error when it cannot be read
 */
export function readArticlesYml(dir: string): Promise<Uint8Array | null> {
  return readFile(path.join(dir, ARTICLES_YML)).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  });
}

/** A new articles.yml, and the one it was made from; `null` where there was or shall be none. */
export interface YmlEdit {
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/**
 * Puts the new articles.yml in the old one's place, all of it or nothing.
 * @param unique tells this process's unfinished file from those of others
 * @throws the file system's error, and when somebody has written to it since it was read
 */
export async function replaceArticlesYml(
  dir: string,
  { before, after }: YmlEdit,
  unique: string,
): Promise<void> {
  const file = path.join(dir, ARTICLES_YML);
  // A dotfile is not looked at by whoever reads the archive.
  const unfinished = path.join(dir, `.${ARTICLES_YML}.${unique}.unfinished`);
  try {
    if (after !== null) await writeFile(unfinished, after, { flag: 'wx' });
    if (Buffer.compare((await readArticlesYml(dir)) ?? NO_BYTES, before ?? NO_BYTES) !== 0)
      throw new Error(`${ARTICLES_YML} was written to meanwhile; try again`);
    if (after === null) await rm(file, { force: true });
    else {
      // Who may read it is for its keeper to say.
      if (before !== null) await chmod(unfinished, (await stat(file)).mode);
      await rename(unfinished, file);
    }
  } finally {
    await rm(unfinished, { force: true });
  }
}

const NO_BYTES = new Uint8Array();

/**
 * articles.yml with further entries at the end. Whatever stands in it stays as it is, comments and order too; `null`
 * begins a new one.
 */
export function withEntries(source: string | null, entries: NewEntries): string {
  const written = source?.trim() ? source : NO_ENTRIES_YET;
  const inserted = insertLines(written, entries);
  return inserted !== null && holdsAll(inserted, written, entries)
    ? inserted
    : rewrite(written, entries);
}

/**
 * An articles.yml that can be read, in which the entry of one article says what is `wanted`, keys as in the file; one that is
 * not there yet comes to stand at the end. Everything else stays as it is, comments and order too. `null` where the
 * source cannot be edited so: whatever this gives was read again, and says what it should.
 */
export function withEntry(
  source: string | null,
  name: string,
  wanted: Readonly<Record<string, unknown>>,
): string | null {
  const written = source?.trim() ? source : NO_ENTRIES_YET;
  const document = parseDocument(written, QUICK);
  const before: unknown = document.toJS();
  const articles = isObject(before) ? (before['articles'] ?? {}) : null;
  if (!isObject(before) || !isObject(articles)) return null;
  const meant = { ...before, articles: { ...articles, [name]: wanted } };
  const says = (text: string): boolean => isDeepStrictEqual(parseYaml(text).value, meant);

  const entry = document.getIn(['articles', name]);
  const edited = !Object.hasOwn(articles, name)
    ? insertLines(written, new Map([[name, wanted]]))
    : isMap(entry) && !entry.flow
      ? editYamlMap(written, entry, wanted)
      : null;
  if (edited !== null && says(edited)) return edited;
  const rewritten = rewrite(written, new Map([[name, wanted]]));
  return says(rewritten) ? rewritten : null;
}

const NO_ENTRIES_YET = 'version: 1\narticles:\n';

/** For what was read before: keys that stand twice were looked for then, in a quicker way than the library's. */
const QUICK = { uniqueKeys: false } as const;

/** Puts the entries after the last one, as lines; `null` where the entries do not stand one below the other. */
function insertLines(source: string, entries: NewEntries): string | null {
  const articles = parseDocument(source, QUICK).get('articles', true);
  if (!isMap(articles) || articles.flow || !articles.range) return null;
  const first = articles.range[0];
  const indent = first - (source.lastIndexOf('\n', first - 1) + 1);
  const lineEnd = source.indexOf('\n', articles.range[1] - 1);
  const at = lineEnd < 0 ? source.length : lineEnd + 1;
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const lines = new Document(Object.fromEntries(entries))
    .toString({ lineWidth: 0 })
    // No other white space: a value may end with some that is none to YAML.
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}${eol}`);
  const before = source.slice(0, at);
  return `${before}${before.endsWith('\n') ? '' : eol}${lines.join('')}${source.slice(at)}`;
}

/** Whether the old entries are as they were, and the new ones are there. */
function holdsAll(source: string, before: string, entries: NewEntries): boolean {
  const now = parseArticlesYml(source);
  if (now.broken !== null) return false;
  const was = parseArticlesYml(before).entries;
  return (
    now.entries.size === was.size + entries.size &&
    [...was].every(
      ([name, { facts }]) => JSON.stringify(now.entries.get(name)?.facts) === JSON.stringify(facts),
    ) &&
    [...entries].every(
      ([name, { sha256 }]) => now.entries.get(name.normalize('NFC'))?.facts.sha256 === sha256,
    )
  );
}

/** Where lines cannot be put in: the whole file written anew, its comments and its order kept. */
function rewrite(source: string, entries: NewEntries): string {
  const document = parseDocument(source);
  if (!isMap(document.get('articles', true))) document.set('articles', document.createNode({}));
  for (const [name, entry] of entries)
    document.setIn(['articles', name], document.createNode(entry));
  return document.toString({ lineWidth: 0 });
}
