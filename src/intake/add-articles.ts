import type { Article } from '../corpus/article/article.js';
import type { ArticleFacts } from '../corpus/metadata/article-facts.js';
import { ARTICLES_YML, matchEntries, parseArticlesYml } from '../corpus/metadata/articles-yml.js';
import { decodeText } from '../corpus/article/decode-text.js';
import { sha256 } from '../corpus/article/sha256.js';
import { readArticle } from '../corpus/folder/read-article.js';
import { isArticleFile } from '../corpus/folder/read-contents.js';
import { MAX_ARTICLE_BYTES } from '../corpus/folder/read-text.js';
import {
  readArticlesYml,
  withEntries,
  type NewYmlEntry,
} from '../corpus/metadata/edit-articles-yml.js';
import { isInArchive, putFiles, type NewFile } from './put-files.js';

/** What a person states of an article; `null` leaves it to what the file says of itself. */
export interface Stated {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** A day of the calendar. */
  readonly date: string | null;
}

/** Thrown when nothing was added; the message names the file and says why. */
export class AddError extends Error {
  override readonly name = 'AddError';
  readonly code = 'not-added';
}

/**
 * The article that a file would be with this entry in articles.yml, without one unless it is given.
 * @throws AddError when it would be none
 */
export function readNewFile({ name, bytes }: NewFile, entry: ArticleFacts = {}): Article {
  const refuse = (reason: string): AddError =>
    new AddError(`${name}: ${reason}. Nothing was added.`);
  if (!isArticleFile(name))
    throw refuse('not a .txt, .md, .html or .json file, so it would not be read');
  if (name.startsWith('.')) throw refuse('its name begins with a dot, so it would not be read');
  if (bytes.length > MAX_ARTICLE_BYTES) throw refuse('larger than 5 MB; split it');
  const text = decodeText(bytes);
  if (typeof text !== 'string') throw refuse(text.reason);
  const { article, faults } = readArticle({ file: name, bytes, text }, entry);
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
  const source = before === null ? null : decodeText(before);
  if (source !== null && typeof source !== 'string')
    throw new AddError(`${ARTICLES_YML}: ${source.reason}. Mend it first; nothing was added.`);
  const yml = parseArticlesYml(source ?? '');
  if (yml.broken !== null)
    throw new AddError(
      `${ARTICLES_YML}: ${yml.broken.messages.join('; ')}. Mend it first; nothing was added.`,
    );

  const entries = new Map<string, NewYmlEntry>();
  for (const { name, bytes, stated } of files) {
    if (entries.has(name))
      throw new AddError(`${name}: two of the files have this name. Nothing was added.`);
    if (await isInArchive(dir, name))
      throw new AddError(
        `${name}: there is a file of this name in the archive already; rename yours. Nothing was added.`,
      );
    if (yml.entries.has(name.normalize('NFC')))
      throw new AddError(
        `${name}: ${ARTICLES_YML} has an entry for a file of this name already. Nothing was added.`,
      );
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
      throw new AddError(
        `${file.name}: ${wrong.map(({ key, message }) => `${key}: ${message}`).join('; ')}. Nothing was added.`,
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
  return {
    sha256: sha256(bytes),
    ...(title === null ? {} : { title }),
    ...(outlet === null ? {} : { outlet }),
    ...(url === null ? {} : { url }),
    ...(date === null
      ? {}
      : {
          published: {
            status: 'exact',
            date,
            basis: 'outside',
            source: url ?? 'stated by the person who added the file',
          },
        }),
  };
}
