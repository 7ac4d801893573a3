import type { Article } from './article.js';
import type { ArticleFolder } from './article-folder.js';
import { ARTICLES_YML, parseArticlesYml, withoutEntries } from './articles-yml.js';
import { fault, type Fault } from './fault.js';
import { readArticle, type ArticleSource } from './read-article.js';
import { decodeText } from './decode-text.js';
import { parseSynonymsYml, SYNONYMS_YML } from './synonyms-yml.js';

/** A larger file is no article but a mistake, and would cost every question time. */
export const MAX_ARTICLE_BYTES = 5_000_000;

const ARTICLE_ENDING = /\.(txt|md|html)$/i;

/** Everything read from the folder in one go. */
export interface Corpus {
  /** Sorted by file name, embargoed ones included. */
  readonly articles: readonly Article[];
  readonly faults: readonly Fault[];
  /** Groups of words that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
}

/**
 * Reads a folder of articles. A file that cannot be used is named among the faults and left out;
 * it never keeps the others from being read.
 * @throws FolderError when the folder itself cannot be opened
 */
export async function loadCorpus(folder: ArticleFolder): Promise<Corpus> {
  const faults: Fault[] = [];
  const sources: ArticleSource[] = [];
  let articlesYml: ReadText = { text: '', bytes: new Uint8Array() };
  let synonyms: ReturnType<typeof parseSynonymsYml> = { groups: [], faults: [] };

  for (const { name, refused } of await folder.list()) {
    if (refused) {
      faults.push(fault(refused.severity, name, refused.reason));
      continue;
    }
    if (name !== ARTICLES_YML && name !== SYNONYMS_YML && !ARTICLE_ENDING.test(name)) {
      faults.push(skipped(name));
      continue;
    }
    const read = await readText(folder, name);
    if (name === ARTICLES_YML) articlesYml = read;
    else if ('reason' in read) faults.push(fault('error', name, `left out: ${read.reason}`));
    else if (name === SYNONYMS_YML) synonyms = parseSynonymsYml(read.text);
    else sources.push({ file: name, ...read });
  }

  const files = sources.map(({ file }) => file);
  const yml =
    'reason' in articlesYml
      ? withoutEntries(Buffer.from(articlesYml.bytes ?? []).toString('latin1'), files, [
          `left out: ${articlesYml.reason}`,
        ])
      : parseArticlesYml(articlesYml.text, files);
  faults.push(...yml.faults, ...synonyms.faults);
  const articles: Article[] = [];
  for (const source of sources) {
    const { article, faults: found } = readArticle(source, yml.entries.get(source.file) ?? {});
    faults.push(...found);
    if (article) articles.push(article);
  }
  return { articles, faults, synonyms: synonyms.groups };
}

/** A file's bytes and text, or the reason why there is no text. */
export type ReadText =
  | { readonly text: string; readonly bytes: Uint8Array }
  | { readonly reason: string; readonly bytes?: Uint8Array };

/** The decoded text of one file as it stands in the folder now, or why it cannot be read. */
export async function readText(folder: ArticleFolder, name: string): Promise<ReadText> {
  let bytes;
  try {
    bytes = await folder.read(name, MAX_ARTICLE_BYTES);
  } catch (cause) {
    return {
      reason: `it cannot be read (${cause instanceof Error ? cause.message : String(cause)})`,
    };
  }
  if (bytes.length > MAX_ARTICLE_BYTES)
    return { reason: 'larger than 5 MB; split it or take it out', bytes };
  const text = decodeText(bytes);
  if (typeof text !== 'string') return { ...text, bytes };
  if (text.trim() === '') return { reason: 'empty' };
  return { text, bytes };
}

function skipped(name: string): Fault {
  // Metadata that nobody reads is a loss, unlike a picture beside the articles.
  const [, metadata] = /(?:^|\/)(articles|synonyms)\.ya?ml$/i.exec(name) ?? [];
  if (metadata !== undefined) {
    const read = metadata.toLowerCase() === 'articles' ? ARTICLES_YML : SYNONYMS_YML;
    return fault('error', name, `skipped: only ${read} at the top of the folder is read`);
  }
  return fault('note', name, 'skipped: not a .txt, .md or .html file');
}
