import type { Article } from '../article/article.js';
import type { ArticleFacts } from '../metadata/article-facts.js';
import type { ArticleFolder, FolderEntry } from './article-folder.js';
import { ARTICLES_YML } from '../metadata/articles-yml.js';
import type { Corpus } from './corpus.js';
import { fault, sameFaults, type Fault } from '../fault.js';
import { createMetadataReader, type Metadata } from './metadata-reader.js';
import { readArticle } from './read-article.js';
import { readText } from './read-text.js';
import { SYNONYMS_YML } from '../metadata/synonyms-yml.js';

/** Reads a folder again and again, each time only what has changed. */
export interface CorpusReader {
  /**
   * Everything that is in the folder now.
   * @throws FolderError when the folder itself cannot be opened
   */
  read(): Promise<Corpus>;
  /**
   * What has changed since and stood still between two looks, with `settle` between them. An article whose bytes and
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

/** One file as it was last read. */
interface Standing {
  readonly stamp: string;
  readonly facts: ArticleFacts;
  readonly article: Article | null;
  readonly faults: readonly Fault[];
}

const ARTICLE_ENDING = /\.(txt|md|html|json)$/i;
/** Whether a file of this name is read as an article. */
export function isArticleFile(name: string): boolean {
  return ARTICLE_ENDING.test(name);
}

const NO_FACTS: ArticleFacts = {};
/** Files read at the same time. */
const AT_ONCE = 8;

export function createCorpusReader(needs: {
  readonly folder: ArticleFolder;
  /** Hears how many of the article files were read; once for each. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}): CorpusReader {
  const { folder, progress } = needs;
  const metadata = createMetadataReader(folder);
  let standing = new Map<string, Standing>();
  let taken = new Map<string, FolderEntry>();
  /** Files whose last reading failed, by the stamp they had: a failure is believed when it comes twice. */
  const failed = new Map<string, string>();
  /** What is wrong with entries of the folder that are no articles. */
  let beside: readonly Fault[] = [];
  let corpus: Corpus | null = null;

  /** Takes up all of `entries`, but of those in `wait` what was read before. */
  async function take(entries: readonly FolderEntry[], wait: ReadonlySet<string>): Promise<Reread> {
    const general: Fault[] = [];
    const files: FolderEntry[] = [];
    for (const entry of entries) {
      const { name, refused } = entry;
      if (refused) general.push(fault(refused.severity, name, refused.reason));
      else if (isArticleFile(name)) files.push(entry);
      else if (name !== ARTICLES_YML && name !== SYNONYMS_YML) general.push(skipped(name));
    }
    const usable = entries.filter(({ refused }) => refused === null);
    const said = await metadata.read(
      usable,
      files.map(({ name }) => name),
    );

    const next = new Map<string, Standing>();
    const left = files.values();
    let done = 0;
    let unsettled = wait.size > 0;
    const readSome = async (): Promise<void> => {
      for (const { name, stamp } of left) {
        const before = standing.get(name);
        const facts = said.entries.get(name) ?? NO_FACTS;
        if (wait.has(name)) {
          if (before !== undefined) next.set(name, before);
        } else if (before?.stamp === stamp && sameFacts(before.facts, facts)) {
          next.set(name, before);
        } else {
          const read = await readOne(name, stamp, facts, before);
          if (read === 'again') {
            unsettled = true;
            if (before !== undefined) next.set(name, before);
          } else next.set(name, read);
        }
        done += 1;
        progress?.(done, files.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readSome));

    const unchanged =
      next.size === standing.size &&
      [...next].every(([name, { article, faults }]) => {
        const before = standing.get(name);
        return before?.article === article && before.faults === faults;
      });
    const names = new Set(entries.map(({ name }) => name));
    for (const name of failed.keys()) if (!names.has(name)) failed.delete(name);
    standing = next;
    taken = new Map(
      entries
        .filter(({ name }) => !wait.has(name) && !failed.has(name))
        .map((entry) => [entry.name, entry]),
    );
    if (corpus === null || !unchanged || said.changed || !sameFaults(beside, general))
      corpus = assemble(files, next, general, said);
    beside = general;
    return { corpus, unsettled };
  }

  async function readOne(
    name: string,
    stamp: string,
    facts: ArticleFacts,
    before: Standing | undefined,
  ): Promise<Standing | 'again'> {
    const read = await readText(folder, name);
    if ('reason' in read) {
      if (corpus !== null && read.bytes === undefined && failed.get(name) !== stamp) {
        failed.set(name, stamp);
        return 'again';
      }
      failed.delete(name);
      const faults = [fault('error', name, `left out: ${read.reason}`)];
      return { stamp, facts, article: null, faults };
    }
    failed.delete(name);
    const { article, faults } = readArticle({ file: name, ...read }, facts);
    if (before?.article?.sha256 === article?.sha256 && before && sameFacts(before.facts, facts))
      return { ...before, stamp };
    return { stamp, facts, article, faults };
  }

  /** Whether the folder stands as it was taken up. */
  function isTaken(entries: readonly FolderEntry[]): boolean {
    return entries.length === taken.size && entries.every((entry) => isKnown(entry));
  }

  function isKnown({ name, stamp, refused }: FolderEntry): boolean {
    const known = taken.get(name);
    return (
      known !== undefined && known.stamp === stamp && known.refused?.reason === refused?.reason
    );
  }

  return {
    async read() {
      return (await take(await folder.list(), new Set())).corpus;
    },

    async readAgain(settle) {
      const first = await folder.list();
      if (corpus !== null && isTaken(first)) return { corpus, unsettled: false };
      const entries = new Map(first.map((entry) => [entry.name, entry]));
      const fresh = new Set(first.flatMap((entry) => (isKnown(entry) ? [] : [entry.name])));
      const missing = [...taken.keys()].filter((name) => !entries.has(name));
      await settle();
      // Whatever changes between the two looks changes again what is known, and is seen the next time.
      const wait = new Set<string>();
      for (const name of [...fresh, ...missing]) {
        const before = entries.get(name);
        const now = await folder.look(name);
        if (before?.stamp === now?.stamp) continue;
        wait.add(name);
        // Taken away or put back only now: an editor may be about to put a new file in its place.
        const kept = before ?? taken.get(name);
        if (kept) entries.set(name, kept);
      }
      // An article must not be shown before the embargo that is being written for it.
      if (corpus !== null && wait.has(ARTICLES_YML)) return { corpus, unsettled: true };
      const all = [...entries.values()];
      return take(
        missing.length > 0 ? all.toSorted((a, b) => (a.name < b.name ? -1 : 1)) : all,
        wait,
      );
    },
  };
}

function assemble(
  files: readonly FolderEntry[],
  standing: ReadonlyMap<string, Standing>,
  general: readonly Fault[],
  said: Metadata,
): Corpus {
  const articles: Article[] = [];
  const faults = [...said.faults];
  const faultsOf = new Map<string, readonly Fault[]>();
  for (const { name } of files) {
    const { article = null, faults: own = [] } = standing.get(name) ?? {};
    if (article !== null) articles.push(article);
    const all = [...(said.faultsOf.get(name) ?? []), ...own];
    if (all.length === 0) continue;
    faults.push(...all);
    if (article !== null) faultsOf.set(name, all);
  }
  faults.push(...general);
  return { articles, faults, faultsOf, synonyms: said.synonyms, held: said.held };
}

function sameFacts(one: ArticleFacts, other: ArticleFacts): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function skipped(name: string): Fault {
  // Metadata that nobody reads is a loss, unlike a picture beside the articles.
  const [, metadata] = /(?:^|\/)(articles|synonyms)\.ya?ml$/i.exec(name) ?? [];
  if (metadata !== undefined) {
    const read = metadata.toLowerCase() === 'articles' ? ARTICLES_YML : SYNONYMS_YML;
    return fault('error', name, `skipped: only ${read} at the top of the folder is read`);
  }
  return fault('note', name, 'skipped: not a .txt, .md, .html or .json file');
}
