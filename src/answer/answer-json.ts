import type { Day } from '../corpus/article/published-date.js';
import type { Signals } from '../search/rank.js';
import type { Answer, AnswerStatus, Citation, Freshness, Span } from './answer.js';
import { toDateJson, toExcerptJson, type DateJson, type ExcerptJson } from './article-json.js';

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
  /** Words of the question that stand nowhere in the archive, or not near the others. */
  missing: string[];
  /** How many passages match, whether cited or not. */
  total: number;
  /** How a follow-up was read; `null` for a question that stands by itself. */
  readAs: string | null;
  /** Words that were read as another, `sheinbuam` as `sheinbaum`. */
  takenFor: { typed: string; as: string }[];
  /** For words that stand nowhere: the archive's words spelled most like them. */
  nearest: string[];
  filters: { from: string[]; since: Day | null; before: Day | null };
  /** Matching passages that a date filter left out because nothing states their date. */
  undated: number;
  searched: SearchedJson;
}

/** The answer as other programs get it: from `--json`, `--jsonl` and the library. */
export interface AnswerJson extends QuestionJson {
  kind: 'passages';
  citations: CitationJson[];
}

export function toAnswerJson(answer: Answer, explain = false): AnswerJson {
  const { query, status, missing, total, ...rest } = toQuestionJson(answer);
  return {
    kind: 'passages',
    query,
    status,
    missing,
    total,
    citations: answer.citations.map((citation) => toCitationJson(citation, explain)),
    ...rest,
  };
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
    takenFor: answer.takenFor.map(({ typed, as }) => ({ typed, as })),
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
