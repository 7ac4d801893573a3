import {
  type Article,
  basisLabel,
  dateLabel,
  isEmbargoed,
  sha256,
} from '../corpus/article/article.js';
import { type Fault, formatFault } from '../corpus/fault.js';
import { openFolder } from '../corpus/folder/article-folder.js';
import type { Corpus } from '../corpus/folder/corpus.js';
import { createCorpusReader } from '../corpus/folder/corpus-reader.js';
import { replaceArticlesYml, withEntry } from '../corpus/metadata/edit-articles-yml.js';
import { ARTICLES_YML } from '../corpus/metadata/articles-yml.js';
import { faultsOfEntry } from './check-entry.js';
import type {
  ArchiveTable,
  ArticleRow,
  Entry,
  OpenedArticle,
  SaidFault,
  SaveAnswer,
  SaveRequest,
} from './protocol.js';
import { createEntriesReader, nameInEntries, type WrittenEntries } from './written-entries.js';

export interface KeeperArchive {
  /** @throws FolderError when the folder itself cannot be opened */
  table(): Promise<ArchiveTable>;
  /** `null` when the archive has no article of this name. */
  open(file: string): Promise<OpenedArticle | null>;
  /**
   * Writes one entry of articles.yml, and never anything else. What has changed since the page was loaded is not
   * overwritten: the article's own entry or file are compared, and others' entries stay as they are by now.
   */
  save(request: SaveRequest): Promise<SaveAnswer>;
}

/**
 * The archive's folder as its keeper sees it, embargoed articles included. It is looked at anew for each answer, one after
 * the other.
 * @param unique tells this process's unfinished file from those of others
 */
export function openKeeperArchive(needs: {
  readonly dir: string;
  readonly now: () => Date;
  readonly unique: string;
}): KeeperArchive {
  const { dir, now, unique } = needs;
  const folder = openFolder(dir);
  const reader = createCorpusReader({ folder });
  const entriesReader = createEntriesReader(folder);
  let corpus: Corpus | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  async function look(): Promise<Corpus> {
    // Somebody looks at the page just now: what is still being written is seen the next time.
    const read =
      corpus === null ? await reader.read() : (await reader.readAgain(async () => {})).corpus;
    corpus = read;
    return read;
  }

  async function opened(file: string): Promise<{
    article: Article;
    written: WrittenEntries;
    shown: OpenedArticle;
  } | null> {
    const { articles, faultsOf } = await look();
    const article = articles.find((each) => each.file === file);
    if (article === undefined) return null;
    const written = await entriesReader.read();
    const name = nameInEntries(written, file);
    const entry = (name === null ? undefined : written.entries.get(name)) ?? null;
    return { article, written, shown: show(article, entry, faultsOf.get(file) ?? [], now()) };
  }

  return {
    table: () =>
      inTurn(async () => {
        const { articles, faults, faultsOf } = await look();
        const ofArticles = new Set([...faultsOf.values()].flat());
        return {
          folder: dir,
          articles: articles.map((each) => rowOf(each, faultsOf.get(each.file) ?? [], now())),
          faults: faults.filter((each) => !ofArticles.has(each)).map(say),
        };
      }),

    open: (file) => inTurn(async () => (await opened(file))?.shown ?? null),

    save: ({ file, version, entry }) =>
      inTurn(async () => {
        const before = await opened(file);
        if (before === null) return { kind: 'changed', article: null };
        const { article, written, shown } = before;
        if (written.broken !== null)
          return failed(
            `${ARTICLES_YML} cannot be read: ${written.broken}. Mend it or put it back first.`,
          );
        if (shown.version !== version) return { kind: 'changed', article: shown };
        const errors = faultsOfEntry(article, entry);
        if (errors.length > 0) return { kind: 'refused', errors };

        const wanted = shown.entry === null ? { sha256: article.sha256, ...entry } : entry;
        const name = nameInEntries(written, file) ?? file;
        const source = withEntry(written.source, name, wanted);
        if (source === null)
          return failed(`${ARTICLES_YML} is written in a way that cannot be edited here.`);
        const bytes = Buffer.from(source, 'utf8');
        try {
          await replaceArticlesYml(dir, { before: written.bytes, after: bytes }, unique);
        } catch (cause) {
          return failed(cause instanceof Error ? cause.message : String(cause));
        }
        const entries = new Map(written.entries).set(name, wanted);
        entriesReader.wrote({ bytes, source, entries, broken: null });
        const saved = await opened(file);
        return saved === null
          ? { kind: 'changed', article: null }
          : { kind: 'saved', article: saved.shown };
      }),
  };
}

function failed(message: string): SaveAnswer {
  return { kind: 'failed', message };
}

function rowOf(article: Article, faults: readonly Fault[], now: Date): ArticleRow {
  const { file, title, outlet, published, withdrawn } = article;
  return {
    file,
    title,
    outlet,
    dateStatus: published.status,
    date: dateLabel(published),
    isHidden: isEmbargoed(article, now),
    isWithdrawn: withdrawn !== null,
    faults: faults.map(say),
  };
}

function show(
  article: Article,
  entry: Entry | null,
  faults: readonly Fault[],
  now: Date,
): OpenedArticle {
  const { file, title, outlet, authors, url, published, text } = article;
  return {
    file,
    version: sha256(JSON.stringify([article.sha256, entry])),
    sha256: article.sha256,
    paragraphs: article.paragraphs.map(({ number, start, end, role }) => ({
      number,
      text: text.slice(start, end),
      isHeading: role === 'heading',
    })),
    entry,
    shown: {
      title,
      outlet,
      authors,
      url,
      date: `${dateLabel(published)} (${basisLabel(published)})`,
    },
    hidden: !isEmbargoed(article, now) ? null : article.embargo === 'held' ? 'held' : 'until',
    isOutdated: article.entryOutdated,
    faults: faults.map(say),
  };
}

function say(fault: Fault): SaidFault {
  return { severity: fault.severity, words: formatFault(fault) };
}
