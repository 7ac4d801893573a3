import type { Article } from '../article/article.js';
import { fault, type Fault, sameFaults } from '../fault.js';
import type { ArticleFacts } from '../metadata/article-facts.js';
import { ARTICLES_YML } from '../metadata/articles-yml.js';
import { SOURCES_YML } from '../metadata/sources-yml.js';
import { SYNONYMS_YML } from '../metadata/synonyms-yml.js';
import type { ArticleFolder, FolderEntry } from './article-folder.js';
import { type Corpus, EMPTY_CORPUS } from './corpus.js';
import { createMetadataReader, type Metadata } from './metadata-reader.js';
import { readArticle } from './read-article.js';
import { ARTICLE_ENDINGS, isArticleFile } from '../formats/read-contents.js';
import { readText } from './read-text.js';

/** Reads a folder again and again, each time only what has changed. */
export interface CorpusReader {
  /**
   * Everything that is in the folder now. A file that cannot be used is named among the faults and left out; it never
   * keeps the others from being read.
   * @throws FolderError when the folder itself cannot be opened
   */
  read(): Promise<Corpus>;
  /**
   * After `read`: what has changed since and stood still between two looks, with `settle` between them. An article whose bytes and
   * metadata are the same is the same object; where nothing has changed, the corpus is.
   * @throws FolderError when the folder itself cannot be opened
   */
  readAgain(settle: () => Promise<void>): Promise<Reread>;
}

export interface Reread {
  readonly corpus: Corpus;
  /** Something is still being written, or could not be read this once: look again soon. */
  readonly unsettled: boolean;
}

/** One article file as it was last read. */
interface ReadFile {
  readonly stamp: string;
  readonly facts: ArticleFacts;
  readonly article: Article | null;
  readonly faults: readonly Fault[];
}

/** Files read at the same time. */
const AT_ONCE = 8;

export function createCorpusReader(needs: {
  readonly folder: ArticleFolder;
  /** Hears how many of the article files were read; once for each. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}): CorpusReader {
  const { folder, progress } = needs;
  const metadataReader = createMetadataReader(folder);
  let readFiles = new Map<string, ReadFile>();
  /** The folder as the corpus has it, without what is to be looked at again. */
  let known = new Map<string, FolderEntry>();
  /** Files whose last reading failed, by the stamp they had: a failure is believed when it comes twice. */
  const failed = new Map<string, string>();
  /** What is wrong with entries of the folder that are no articles. */
  let otherFaults: readonly Fault[] = [];
  let corpus = EMPTY_CORPUS;
  let isFirst = true;

  /** Reads what is new among `entries`; of those that are `moving` it keeps what was read before. */
  async function readEntries(
    entries: readonly FolderEntry[],
    moving: ReadonlySet<string>,
  ): Promise<Reread> {
    const files = entries.filter(({ name, refused }) => !refused && isArticleFile(name));
    const others = entries.flatMap((entry) => faultOfOther(entry) ?? []);
    const metadata = await metadataReader.read(
      entries.filter(({ refused }) => refused === null),
      files.map(({ name }) => name),
    );

    const next = new Map<string, ReadFile>();
    const left = files.values();
    let done = 0;
    let unsettled = moving.size > 0;
    const readSome = async (): Promise<void> => {
      for (const entry of left) {
        const { name, stamp } = entry;
        const before = readFiles.get(name);
        const facts = metadata.entries.get(name) ?? {};
        const isRead = before?.stamp === stamp && sameFacts(before.facts, facts);
        const read = moving.has(name) || isRead ? before : await readFile(entry, facts, before);
        if (read === 'again') unsettled = true;
        const kept = read === 'again' ? before : read;
        if (kept !== undefined) next.set(name, kept);
        done += 1;
        progress?.(done, files.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readSome));

    const unchanged =
      next.size === readFiles.size &&
      [...next].every(([name, { article, faults }]) => {
        const before = readFiles.get(name);
        return before?.article === article && before.faults === faults;
      });
    const names = new Set(entries.map(({ name }) => name));
    for (const name of failed.keys()) if (!names.has(name)) failed.delete(name);
    readFiles = next;
    known = new Map(
      entries
        .filter(({ name }) => !moving.has(name) && !failed.has(name))
        .map((entry) => [entry.name, entry]),
    );
    if (!unchanged || metadata.changed || !sameFaults(otherFaults, others))
      corpus = assemble(files, next, others, metadata);
    otherFaults = others;
    isFirst = false;
    return { corpus, unsettled };
  }

  async function readFile(
    { name, stamp, writtenAt }: FolderEntry,
    facts: ArticleFacts,
    before: ReadFile | undefined,
  ): Promise<ReadFile | 'again'> {
    const read = await readText(folder, name);
    if ('reason' in read) {
      if (!isFirst && read.bytes === undefined && failed.get(name) !== stamp) {
        failed.set(name, stamp);
        return 'again';
      }
      failed.delete(name);
      const faults = [fault('error', name, `left out: ${read.reason}`)];
      return { stamp, facts, article: null, faults };
    }
    failed.delete(name);
    const { article, faults: found } = readArticle({ file: name, writtenAt, ...read }, facts);
    const faults = read.note === undefined ? found : [...found, fault('note', name, read.note)];
    if (before?.article?.sha256 === article?.sha256 && before && sameFacts(before.facts, facts))
      return { ...before, stamp };
    return { stamp, facts, article, faults };
  }

  return {
    async read() {
      return (await readEntries(await folder.list(), new Set())).corpus;
    },

    async readAgain(settle) {
      const looked = await lookTwice(folder, known, settle);
      if (looked === null) return { corpus, unsettled: false };
      // An article must not be shown before the embargo that is being written for it.
      if (looked.moving.has(ARTICLES_YML)) return { corpus, unsettled: true };
      return readEntries(looked.entries, looked.moving);
    },
  };
}

function assemble(
  files: readonly FolderEntry[],
  readFiles: ReadonlyMap<string, ReadFile>,
  otherFaults: readonly Fault[],
  metadata: Metadata,
): Corpus {
  const articles: Article[] = [];
  const faults = [...metadata.faults];
  const faultsOf = new Map<string, readonly Fault[]>();
  for (const { name } of files) {
    const { article = null, faults: own = [] } = readFiles.get(name) ?? {};
    if (article !== null) articles.push(article);
    const all = [...(metadata.faultsOf.get(name) ?? []), ...own];
    if (all.length === 0) continue;
    faults.push(...all);
    if (article !== null) faultsOf.set(name, all);
  }
  faults.push(...otherFaults);
  const { synonyms, fallbacks } = metadata;
  return { articles, faults, faultsOf, synonyms, fallbacks };
}

function sameFacts(one: ArticleFacts, other: ArticleFacts): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

const METADATA = new Set([ARTICLES_YML, SYNONYMS_YML, SOURCES_YML]);

/** What is to be said of an entry that is no article; `null` for articles and for metadata that is read. */
function faultOfOther({ name, refused }: FolderEntry): Fault | null {
  if (refused) return fault(refused.severity, name, refused.reason);
  if (isArticleFile(name) || METADATA.has(name)) return null;
  // Metadata that nobody reads is a loss, unlike a picture beside the articles.
  const [, metadata] = /(?:^|\/)(articles|synonyms|sources)\.ya?ml$/i.exec(name) ?? [];
  if (metadata !== undefined) {
    const read = `${metadata.toLowerCase()}.yml`;
    return fault('error', name, `skipped: only ${read} at the top of the folder is read`);
  }
  return fault('note', name, `skipped: not a ${ARTICLE_ENDINGS} file`);
}

/**
 * Looks at a folder, and once more at whatever is not as it is `known`, with `settle` between the two looks; `null`
 * when nothing has changed. Entries are sorted by name. Those that changed between the two looks are `moving`, for
 * somebody is still writing; they are given as they were before the first look, where they were there.
 */
async function lookTwice(
  folder: ArticleFolder,
  known: ReadonlyMap<string, FolderEntry>,
  settle: () => Promise<void>,
): Promise<{ entries: FolderEntry[]; moving: Set<string> } | null> {
  const first = await folder.list();
  const entries = new Map(first.map((entry) => [entry.name, entry]));
  const fresh = first.filter(({ name, stamp, refused }) => {
    const before = known.get(name);
    return before?.stamp !== stamp || before.refused?.reason !== refused?.reason;
  });
  const missing = [...known.keys()].filter((name) => !entries.has(name));
  if (fresh.length === 0 && missing.length === 0) return null;
  await settle();
  // Whatever changes between the two looks changes again what is known, and is seen the next time.
  const moving = new Set<string>();
  for (const name of [...fresh.map((entry) => entry.name), ...missing]) {
    const before = entries.get(name);
    const now = await folder.look(name);
    if (before?.stamp === now?.stamp) continue;
    moving.add(name);
    // Taken away or put back only now: an editor may be about to put a new file in its place.
    const kept = before ?? known.get(name);
    if (kept) entries.set(name, kept);
  }
  return { entries: [...entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)), moving };
}
