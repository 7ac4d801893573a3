import { link, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Article, sha256 } from '../corpus/article/article.js';
import { readArticle } from '../corpus/folder/read-article.js';
import { ARTICLE_ENDINGS, isArticleFile } from '../corpus/formats/read-contents.js';
import { decodeText, MAX_ARTICLE_BYTES } from '../corpus/folder/read-text.js';
import type { ArticleFacts } from '../corpus/metadata/article-facts.js';
import { ARTICLES_YML, matchEntries, parseArticlesYml } from '../corpus/metadata/articles-yml.js';
import {
  type NewYmlEntry,
  readArticlesYml,
  replaceArticlesYml,
  withEntries,
  type YmlEdit,
} from '../corpus/metadata/edit-articles-yml.js';

/** What a person states of an article; what is absent is left to what the file says of itself. */
export interface Stated extends Pick<NewYmlEntry, 'title' | 'outlet' | 'url'> {
  /** A day of the calendar. */
  readonly date?: string | undefined;
}

/** Thrown when nothing was added; the message names the file and says why. */
export class AddError extends Error {
  override readonly name = 'AddError';
  readonly code = 'not-added';
}

export function nothingAdded(reason: string, cause?: unknown): AddError {
  return new AddError(`${reason}. Nothing was added.`, { cause });
}

/**
 * The article that a file would be with this entry in articles.yml, without one unless it is given.
 * @throws AddError when it would be none
 */
export function readNewFile({ name, bytes }: NewFile, entry: ArticleFacts = {}): Article {
  const refuse = (reason: string): AddError => nothingAdded(`${name}: ${reason}`);
  if (!isArticleFile(name)) throw refuse(`not a ${ARTICLE_ENDINGS} file, so it would not be read`);
  if (name.startsWith('.')) throw refuse('its name begins with a dot, so it would not be read');
  if (bytes.length > MAX_ARTICLE_BYTES) throw refuse('larger than 5 MB; split it');
  const decoded = decodeText(bytes);
  if ('reason' in decoded) throw refuse(decoded.reason);
  const { article, faults } = readArticle({ file: name, bytes, text: decoded.text }, entry);
  if (article === null) throw refuse(faults.map(({ message }) => message).join('; '));
  return article;
}

/**
 * Puts files into the archive in `dir` with an entry each in articles.yml: all of them or none.
 * @param unique tells this process's unfinished files from those of others
 * @throws AddError
 */
export async function addArticles(
  files: readonly (NewFile & { readonly stated: Stated })[],
  dir: string,
  unique: string,
): Promise<Article[]> {
  const before = await readArticlesYml(dir);
  const decoded = before === null ? null : decodeText(before);
  if (decoded !== null && 'reason' in decoded)
    throw new AddError(`${ARTICLES_YML}: ${decoded.reason}. Mend it first; nothing was added.`);
  const source = decoded?.text ?? null;
  const yml = parseArticlesYml(source ?? '');
  if (yml.broken !== null)
    throw new AddError(
      `${ARTICLES_YML}: ${yml.broken.messages.join('; ')}. Mend it first; nothing was added.`,
    );

  const entries = new Map<string, NewYmlEntry>();
  for (const { name, bytes, stated } of files) {
    if (entries.has(name)) throw nothingAdded(`${name}: two of the files have this name`);
    if (await isInArchive(dir, name))
      throw nothingAdded(
        `${name}: there is a file of this name in the archive already; rename yours`,
      );
    if (yml.entries.has(name.normalize('NFC')))
      throw nothingAdded(`${name}: ${ARTICLES_YML} has an entry for a file of this name already`);
    entries.set(name, entryOf(bytes, stated));
  }
  const text = withEntries(source, entries);
  const facts = matchEntries(
    parseArticlesYml(text),
    files.map(({ name }) => name),
  );
  const articles = files.map((file) => {
    const article = readNewFile(file, facts.entries.get(file.name));
    const wrong = facts.faultsOf.get(file.name);
    if (wrong !== undefined)
      throw nothingAdded(
        `${file.name}: ${wrong.map(({ key, message }) => `${key}: ${message}`).join('; ')}`,
      );
    return article;
  });
  try {
    await putFiles(dir, files, { before, after: Buffer.from(text, 'utf8') }, unique);
  } catch (cause) {
    throw new AddError(
      `Nothing was added: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { cause },
    );
  }
  return articles;
}

/** A date is known from whoever adds the file, and the entry says so. */
function entryOf(bytes: Uint8Array, { title, outlet, url, date }: Stated): NewYmlEntry {
  const source = url ?? 'stated by the person who added the file';
  return {
    sha256: sha256(bytes),
    title,
    outlet,
    url,
    published: date === undefined ? undefined : { status: 'exact', date, basis: 'outside', source },
  };
}

/** A file to be added, under the name that it will have in the archive. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether the archive has a file of this name; a link that leads nowhere does not count. */
export function isInArchive(dir: string, name: string): Promise<boolean> {
  return stat(path.join(dir, name)).then(
    () => true,
    () => false,
  );
}

/**
 * Puts new files into the archive in `dir` and edits articles.yml: all or nothing. No other file there is written over.
 * @throws the file system's error, and when a file of one of the names has come to stand there
 */
export async function putFiles(
  dir: string,
  files: readonly NewFile[],
  yml: YmlEdit,
  unique: string,
): Promise<void> {
  const at = (name: string): string => path.join(dir, name);
  // A dotfile is not taken for an article while it is written.
  const unfinished = (name: string): string => at(`.${name}.${unique}.unfinished`);
  const undo: (() => Promise<void>)[] = [];
  try {
    await mkdir(dir, { recursive: true });
    for (const { name, bytes } of files) await writeFile(unfinished(name), bytes, { flag: 'wx' });
    // The entry first: an article must not be seen without what is known of it.
    await replaceArticlesYml(dir, yml, unique);
    undo.push(() => replaceArticlesYml(dir, { before: yml.after, after: yml.before }, unique));
    for (const { name } of files) {
      // Unlike a renaming, this fails where a file of that name stands already.
      await link(unfinished(name), at(name));
      undo.push(() => rm(at(name)));
    }
  } catch (cause) {
    for (const step of undo.toReversed()) await step().catch(() => {});
    throw cause;
  } finally {
    for (const { name } of files) await rm(unfinished(name), { force: true });
  }
}
