import type { Article } from '../corpus/article.js';
import { problemsOf } from '../corpus/article.js';
import type { ArticleFolder } from '../corpus/article-folder.js';
import type { Fault } from '../corpus/fault.js';
import { loadCorpus, readText } from '../corpus/load-corpus.js';
import { readableText } from '../corpus/read-article.js';
import { splitParagraphs } from '../corpus/split-paragraphs.js';
import type {
  Answer,
  CitationContext,
  CitationRef,
  Excerpt,
  Freshness,
  Span,
  Verdict,
  Why,
} from './answer.js';
import { askView, MAX_LIMIT, type AskOptions } from './ask.js';
import { fingerprint } from './fingerprint.js';
import { createViewer, type View } from './view.js';

/** A loaded archive: what every face of the product asks. */
export interface Archive {
  /**
   * Answers a question with citations from the archive.
   * @throws QuestionError when the question cannot be read; its message is for whoever asked
   */
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** The cited slice among its neighbours, or `null` when the archive shows no such words any more. */
  look(ref: CitationRef): Promise<CitationContext | null>;
  /** Why the slice was cited for a question; `null` when that question does not bring its paragraph any more. */
  explain(
    ref: CitationRef,
    asked: { readonly question: string; readonly thread: readonly string[] },
  ): Promise<Why | null>;
  /** Reads the file again and tells whether the cited words still stand in it. */
  verify(ref: CitationRef): Promise<Verdict>;
  /** The archive as it may be seen now; it does not change under whoever reads it. */
  view(): View;
  freshness(): Freshness;
  /** The articles that may be seen now, in the order of their file names. */
  articles(): readonly Article[];
  /** What was wrong with the folder when it was read. */
  readonly faults: readonly Fault[];
}

/**
 * Reads the folder once and answers from it.
 * @throws FolderError when the folder itself cannot be opened
 */
export async function openArchive(needs: {
  folder: ArticleFolder;
  now: () => Date;
}): Promise<Archive> {
  const { folder, now } = needs;
  const corpus = await loadCorpus(folder);
  const viewAt = createViewer(corpus, now());

  function find({ file, start, end }: CitationRef): Excerpt['passage'] | null {
    const article = viewAt(now()).articles.find((one) => one.file === file);
    const paragraph = article?.paragraphs.find((one) => one.start <= start && end <= one.end);
    return article && paragraph ? { article, paragraph } : null;
  }

  return {
    faults: corpus.faults,
    ask: async (question, options) => askView(viewAt(now()), question, options),
    view: () => viewAt(now()),
    freshness: () => viewAt(now()).freshness,
    articles: () => viewAt(now()).articles,

    async look(ref) {
      const passage = find(ref);
      if (!passage) return null;
      const { article, paragraph } = passage;
      if (fingerprint(article.text.slice(ref.start, ref.end)) !== ref.fingerprint) return null;
      const neighbour = (number: number): Span | null => article.paragraphs[number - 1] ?? null;
      return {
        ref,
        article,
        passage,
        problems: problemsOf(article, paragraph.number),
        before: neighbour(paragraph.number - 1),
        after: neighbour(paragraph.number + 1),
      };
    },

    async explain(ref, { question, thread }) {
      const passage = find(ref);
      const { citations } = askView(viewAt(now()), question, { limit: MAX_LIMIT, thread });
      return (
        citations.find((citation) => citation.passage.paragraph === passage?.paragraph)?.why ?? null
      );
    },

    async verify(ref) {
      const passage = find(ref);
      if (!passage)
        return { kind: 'unreadable', reason: 'the archive no longer shows this article' };
      const read = await readText(folder, ref.file);
      if ('reason' in read) return { kind: 'unreadable', reason: read.reason };
      return compare(passage, ref, readableText(ref.file, read.text));
    },
  };
}

function compare({ article }: Excerpt['passage'], ref: CitationRef, text: string): Verdict {
  if (fingerprint(text.slice(ref.start, ref.end)) === ref.fingerprint) return { kind: 'identical' };
  const words = article.text.slice(ref.start, ref.end);
  const start = fingerprint(words) === ref.fingerprint ? text.indexOf(words) : -1;
  if (start >= 0) return { kind: 'moved', start, end: start + words.length };
  const now = splitParagraphs(text).find((paragraph) => paragraph.end > ref.start);
  return { kind: 'changed', now: now ? text.slice(now.start, now.end) : null };
}
