import type { Answer, AnswerStatus, Citation, Excerpt, Freshness, Span } from '../answer/answer.js';
import {
  type Article,
  type Day,
  type Problem,
  problemsOf,
  type PublishedDate,
  type Wording,
} from '../corpus/article/article.js';
import type { Signals } from '../search/rank.js';

/** Answers as other programs get them: the forms that kinds share. */

/** When the article was published; a bare `date` is there only for `exact`. Both ends of a range count. */
export type DateJson =
  | { status: 'exact'; date: Day }
  | { status: 'inferred'; earliest: Day; latest: Day }
  | { status: 'unknown' };

export type ProblemJson = Pick<Problem, 'paragraph' | 'text' | 'kind' | 'note'>;

/** What stands beside the words of an article wherever they are shown. */
export interface ArticleJson {
  file: string;
  date: DateJson;
  outlet: string | null;
  title: string | null;
  wording: Wording;
  /** Only for an article that was withdrawn: the reason. */
  withdrawn?: string;
  /** Only where its sender states terms of use. */
  usageTerms?: string;
}

/** A slice of one paragraph of a file. */
export interface ExcerptJson extends ArticleJson {
  /** Counted from 1 over the file's non-blank lines. */
  paragraph: number;
  /** UTF-16 code units into the decoded file, as JavaScript's slice counts; for .html into the page's visible text. */
  start: number;
  end: number;
  /** Equals the decoded file cut from `start` to `end`. */
  text: string;
  problems: ProblemJson[];
}

export function toArticleJson(article: Article): ArticleJson {
  return {
    file: article.file,
    date: toDateJson(article.published),
    outlet: article.outlet,
    title: article.title,
    wording: article.wording,
    ...(article.withdrawn === null ? {} : { withdrawn: article.withdrawn }),
    ...(article.usageTerms === null ? {} : { usageTerms: article.usageTerms }),
  };
}

export function toExcerptJson({ passage, start, end, text }: Excerpt): ExcerptJson {
  const { article, paragraph } = passage;
  const { file, ...rest } = toArticleJson(article);
  return {
    file,
    paragraph: paragraph.number,
    start,
    end,
    text,
    ...rest,
    problems: problemsOf(article, paragraph.number).map(toProblemJson),
  };
}

export function toProblemJson({ paragraph, text, kind, note }: Problem): ProblemJson {
  return { paragraph, text, kind, note };
}

export function toDateJson(published: PublishedDate): DateJson {
  switch (published.status) {
    case 'exact':
      return { status: 'exact', date: published.date };
    case 'inferred':
      return { status: 'inferred', earliest: published.earliest, latest: published.latest };
    case 'unknown':
      return { status: 'unknown' };
  }
}

/** Words cut from a text: `text` equals it cut from `start` to `end`. */
export interface WordsJson extends Span {
  text: string;
}

export function toWordsJson(text: string, { start, end }: Span): WordsJson {
  return { start, end, text: text.slice(start, end) };
}

export interface CitationJson extends ExcerptJson {
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

/** What was searched. `loadedAt` is an ISO instant. */
export interface SearchedJson {
  articles: number;
  passages: number;
  newest: DateJson | null;
  loadedAt: string;
  withProblems: number;
  faults: number;
}

/** How a question was read, and how far it was answered. */
export interface QuestionJson {
  query: string;
  status: AnswerStatus;
  /** Words of the question that stand in none of these passages, the archive's or not; names first. */
  missing: string[];
  /** How many passages match, whether cited or not. */
  total: number;
  /** How a follow-up was read; `null` for a question that stands by itself. */
  readAs: string | null;
  /** Words that were read as another, `sheinbuam` as `sheinbaum`. */
  corrected: { typed: string; as: string }[];
  /** For words that stand nowhere: the archive's words spelled most like them. */
  nearest: string[];
  filters: { from: string[]; since: Day | null; before: Day | null };
  /** Matching passages that a date filter left out because nothing states their date. */
  undated: number;
  searched: SearchedJson;
}

export function toCitationJson(citation: Citation, explain = false): CitationJson {
  return {
    ...toExcerptJson(citation),
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
}

export function toQuestionJson(answer: Answer): QuestionJson {
  const { question } = answer;
  return {
    query: question.text,
    status: answer.status,
    missing: [...answer.missing],
    total: answer.total,
    readAs: answer.readAs,
    corrected: answer.corrected.map(({ typed, as }) => ({ typed, as })),
    nearest: [...answer.nearest],
    filters: { ...question.filters, from: [...question.filters.from] },
    undated: answer.undated,
    searched: toSearchedJson(answer.searched),
  };
}

export function toSearchedJson(searched: Freshness): SearchedJson {
  return {
    articles: searched.articles,
    passages: searched.passages,
    newest: searched.newest && toDateJson(searched.newest),
    loadedAt: searched.loadedAt.toISOString(),
    withProblems: searched.withProblems,
    faults: searched.faults,
  };
}
