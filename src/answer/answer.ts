import {
  type Article,
  type Passage,
  type Problem,
  problemsOf,
  type PublishedDate,
  sha256,
} from '../corpus/article/article.js';
import type { Question } from '../search/question/question.js';
import type { Sought } from '../search/question/sought.js';
import type { Signals } from '../search/rank.js';

/** A stretch of an article's text, in UTF-16 offsets into it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a paragraph, or of any text within another, as a stretch of the text that it is part of. */
export function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Why a passage stands where it does: the question's words in it, and the signals that make up its score. */
export interface Why {
  readonly matched: readonly string[];
  readonly signals: Signals;
}

/** A verbatim slice of one paragraph, headings too, with what a reporter needs to trust it. */
export interface Excerpt extends Span {
  readonly passage: Pick<Passage, 'article' | 'paragraph'>;
  /** Cut from the file by offset; never trimmed or re-joined, so that a reader finds it again with Ctrl-F. */
  readonly text: string;
  /** The known problems of the paragraph. */
  readonly problems: readonly Problem[];
}

/** An excerpt that answers a question. */
export interface Citation extends Excerpt {
  readonly passage: Passage;
  /** Where the question's words stand in the article's text, inside the citation. */
  readonly marks: readonly Span[];
  readonly score: number;
  readonly why: Why;
  /** Passages of other files that carry the same text; it is shown once. */
  readonly copies: readonly Passage[];
  /** The other articles that are, as a whole, the same text as this one. */
  readonly sameText: readonly Article[];
  /** The slice begins or ends inside a sentence too long to show whole. */
  readonly insideSentence: boolean;
}

/**
 * `found`: the passages speak of what was asked. `partial`: of a part of it, or of all of it apart. `nothing`: no passage
 * is worth quoting.
 */
export type AnswerStatus = 'found' | 'partial' | 'nothing';

export interface Answer {
  readonly question: Question;
  /** The questions before it that a follow-up was read with, oldest first; empty for one that stands by itself. */
  readonly thread: readonly string[];
  /** How a follow-up was read, "panama deportees · honduras"; `null` for a question that stands by itself. */
  readonly readAs: string | null;
  readonly status: AnswerStatus;
  /** Words of the question, as typed, that stand in none of the passages shown; names first. */
  readonly missing: readonly string[];
  /** Those of them that the archive does not have at all. */
  readonly absent: readonly string[];
  /** Names that no article has; notes of the archive's keeper have them, on passages that come first. */
  readonly noted: readonly string[];
  /** The passages shown hold every word of the question, but none of them all. */
  readonly apart: boolean;
  /** How many passages match, whether cited or not. */
  readonly total: number;
  /** How many of them, the best, can be shown by asking on with `skip`. */
  readonly reachable: number;
  /** Best first. */
  readonly citations: readonly Citation[];
  /** Words read as another because the archive does not have them as typed. */
  readonly corrected: readonly { readonly typed: string; readonly as: string }[];
  /** For words that the archive does not have and that were not read as another, the one spelled most like each. */
  readonly offered: readonly { readonly typed: string; readonly as: string }[];
  /** For absent words, the archive's words spelled most like them. */
  readonly nearest: readonly string[];
  /** No passage holds the words in marks as they stand there; these hold them otherwise. */
  readonly phrasesMissing: boolean;
  /** What a follow-up asked for and the passages just shown, and those beside them, do not hold; else `null`. */
  readonly noneHolds: Sought | null;
  /** Matching passages left out by a date filter because nothing states their date. */
  readonly undated: number;
  /** Values of `from:` that mean no article of the archive. */
  readonly unknownSources: readonly string[];
  readonly searched: Freshness;
}

/** What is said of the question's words beside the passages that are shown. */
export type Lacking = Pick<Answer, 'absent' | 'missing' | 'apart'>;

/** An answer with its citations laid out for a reader. */
export interface ListedAnswer extends Answer {
  readonly listed: Listed;
}

/** The best passages as they are read, and what is to be said beside these. */
export interface Listed extends Lacking {
  /** Best first; in each, citations of neighbouring paragraphs of one article in the order of the file. */
  readonly entries: readonly (readonly Citation[])[];
  /** How many entries came before these, and how many passages they hold (for "More"). */
  readonly skipped: number;
  readonly before: number;
}

/** What the archive held when the answer was made. */
export interface Freshness {
  readonly articles: number;
  readonly passages: number;
  /** The outlets that are stated, in alphabetical order. */
  readonly outlets: readonly string[];
  /** The date of the article that is, or may be, the newest; `null` when no article has a date. */
  readonly newest: PublishedDate | null;
  readonly loadedAt: Date;
  /** Articles with known problems in their text. */
  readonly withProblems: number;
  /** Files and metadata that could not be used; `check` names them. */
  readonly faults: number;
  /** The metadata files that an edit broke: what they said before holds. */
  readonly held?: readonly string[];
  /** The folder cannot be opened now; what was read of it before is shown. */
  readonly folderGone?: boolean;
}

/** Which slice was cited: enough to find it again, and to tell whether its words still stand there. */
export interface CitationRef extends Span {
  readonly file: string;
  /** The first 16 hexadecimal digits of the SHA-256 of the cited words in UTF-8. */
  readonly fingerprint: string;
}

/** A cited slice among its neighbours, looked up anew. */
export interface CitationContext {
  readonly ref: CitationRef;
  readonly article: Article;
  readonly passage: Excerpt['passage'];
  readonly problems: readonly Problem[];
  /** The paragraph before and the one after, headings included. */
  readonly before: Span | null;
  readonly after: Span | null;
}

/** What reading the file again showed. */
export type Verdict = (
  | { readonly kind: 'identical' }
  /** The same words, at another place of the file. */
  | ({ readonly kind: 'moved' } & Span)
  /**
   * Other words stand there now; `now` is the whole paragraph that does, `null` when the file ends before that place or
   * the article was withdrawn.
   */
  | { readonly kind: 'changed'; readonly now: string | null }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** The archive shows this article no more, or not yet again: nothing of it may be shown. */
  | { readonly kind: 'not shown' }
) & {
  /** The reason, when the article was withdrawn. */
  readonly withdrawn?: string;
};

/** 64 bits of SHA-256: enough to tell whether the same words still stand at a place, short enough to show. */
export function fingerprint(words: string): string {
  return sha256(words).slice(0, 16);
}

/** What stands there in the file, with the known problems of its paragraph. */
export function excerptOf(
  { article, paragraph }: Excerpt['passage'],
  { start, end }: Span,
): Excerpt {
  const text = article.text.slice(start, end);
  const problems = problemsOf(article, paragraph.number);
  return { passage: { article, paragraph }, start, end, text, problems };
}

export function refOf({ passage, start, end, text }: Omit<Excerpt, 'problems'>): CitationRef {
  return { file: passage.article.file, start, end, fingerprint: fingerprint(text) };
}
