import type { Problem, Wording } from '../corpus/article.js';
import type { Day, PublishedDate } from '../corpus/published-date.js';
import type { Signals } from '../search/rank.js';
import type { Answer, AnswerStatus, Span } from './answer.js';

/** When the article was published; a bare `date` is there only for `exact`. Both ends of a range count. */
export type DateJson =
  | { status: 'exact'; date: Day }
  | { status: 'inferred'; earliest: Day; latest: Day }
  | { status: 'unknown' };

export interface CitationJson {
  /** Only for an article that was withdrawn: the reason. Whoever shows `text` then must show this first. */
  withdrawn?: string;
  file: string;
  /** Counted from 1 over the file's non-blank lines. */
  paragraph: number;
  /** UTF-16 code units into the decoded file, as JavaScript's slice counts; for .html into the page's visible text. */
  start: number;
  end: number;
  /** Equals the decoded file cut from `start` to `end`. */
  text: string;
  date: DateJson;
  outlet: string | null;
  title: string | null;
  wording: Wording;
  problems: Pick<Problem, 'paragraph' | 'text' | 'kind' | 'note'>[];
  score: number;
  /** Where the question's words stand, offsets as above. */
  hits: Span[];
  /** Other files that carry the same text, each with its paragraph. */
  alsoIn: { file: string; paragraph: number }[];
  /** Other files that are, as a whole, the same text: copies, not corroboration. */
  sameText: string[];
  /** With `explain`: the question's words in the passage, and the signals that make up its score. */
  why?: { matched: string[]; signals: Signals };
}

/** The answer as other programs get it: from `--json`, `--jsonl` and the library. */
export interface AnswerJson {
  kind: 'passages';
  query: string;
  status: AnswerStatus;
  /** Words of the question that stand nowhere in the archive, or not near the others. */
  missing: string[];
  /** How many passages match, whether cited or not. */
  total: number;
  citations: CitationJson[];
  /** How a follow-up was read; `null` for a question that stands by itself. */
  readAs: string | null;
  /** Words that were read as another, `sheinbuam` as `sheinbaum`. */
  takenFor: { typed: string; as: string }[];
  /** For words that stand nowhere: the archive's words spelled most like them. */
  nearest: string[];
  filters: { from: string[]; since: Day | null; before: Day | null };
  /** Matching passages that a date filter left out because nothing states their date. */
  undated: number;
  /** What was searched. `loadedAt` is an ISO instant. */
  searched: {
    articles: number;
    passages: number;
    newest: DateJson | null;
    loadedAt: string;
    withProblems: number;
    faults: number;
  };
}

export function toAnswerJson(answer: Answer, explain = false): AnswerJson {
  const { question, searched } = answer;
  return {
    kind: 'passages',
    query: question.text,
    status: answer.status,
    missing: [...answer.missing],
    total: answer.total,
    citations: answer.citations.map((citation): CitationJson => {
      const { article, paragraph } = citation.passage;
      return {
        ...(article.withdrawn === null ? {} : { withdrawn: article.withdrawn }),
        file: article.file,
        paragraph: paragraph.number,
        start: citation.start,
        end: citation.end,
        text: citation.text,
        date: toDateJson(article.published),
        outlet: article.outlet,
        title: article.title,
        wording: article.wording,
        problems: citation.problems.map((problem) => ({
          paragraph: problem.paragraph,
          text: problem.text,
          kind: problem.kind,
          note: problem.note,
        })),
        score: citation.score,
        hits: citation.marks.map(({ start, end }) => ({ start, end })),
        alsoIn: citation.copies.map((copy) => ({
          file: copy.article.file,
          paragraph: copy.paragraph.number,
        })),
        sameText: citation.sameText.map(({ file }) => file),
        ...(explain
          ? { why: { matched: [...citation.why.matched], signals: citation.why.signals } }
          : {}),
      };
    }),
    readAs: answer.readAs,
    takenFor: answer.takenFor.map(({ typed, as }) => ({ typed, as })),
    nearest: [...answer.nearest],
    filters: { ...question.filters, from: [...question.filters.from] },
    undated: answer.undated,
    searched: {
      articles: searched.articles,
      passages: searched.passages,
      newest: searched.newest && toDateJson(searched.newest),
      loadedAt: searched.loadedAt.toISOString(),
      withProblems: searched.withProblems,
      faults: searched.faults,
    },
  };
}

function toDateJson(published: PublishedDate): DateJson {
  switch (published.status) {
    case 'exact':
      return { status: 'exact', date: published.date };
    case 'inferred':
      return { status: 'inferred', earliest: published.earliest, latest: published.latest };
    case 'unknown':
      return { status: 'unknown' };
  }
}
