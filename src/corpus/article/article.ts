import type { PublishedDate } from './published-date.js';

/** How far the file's words are those first printed; `as-printed` unless articles.yml says otherwise. */
export type Wording = 'as-printed' | 'retranslated' | 'rewritten';

/** A known fault of the text, found by a person and written down in articles.yml. */
export interface Problem {
  readonly paragraph: number;
  /** The faulty words, verbatim in that paragraph. */
  readonly text: string;
  readonly kind: string;
  readonly note: string;
  /** Further paragraphs of the same file with the same fault. */
  readonly also: readonly number[];
}

/** What a paragraph is for: a heading is never cited alone, credits say nothing of the news. */
export type ParagraphRole = 'text' | 'heading' | 'credits';

/** A non-blank line. `start` and `end` are UTF-16 offsets into the article's text, white space at the ends left out. */
export interface Paragraph {
  /** Counted from 1 over the non-blank lines. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly role: ParagraphRole;
}

/** One file of the archive, with what articles.yml or the file itself states about it. */
export interface Article {
  /** Path inside the archive's folder, with forward slashes; the article's id. */
  readonly file: string;
  /**
   * The decoded file, all of it: a byte-order mark and front matter included, line ends as they are.
   * For `.html` the text as a reader of the page sees it.
   */
  readonly text: string;
  /** Of the file's bytes, in hex. */
  readonly sha256: string;
  readonly paragraphs: readonly Paragraph[];
  /** `null` when nobody states it; never made up. */
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  readonly published: PublishedDate;
  readonly wording: Wording;
  readonly problems: readonly Problem[];
  readonly embargo: Embargo;
  /** The reason, when the article was withdrawn. */
  readonly withdrawn: string | null;
  /** The file has changed since its entry in articles.yml was written. */
  readonly entryOutdated: boolean;
}

/** `unreadable` hides the article until somebody mends the value: a slip must never publish early. */
export type Embargo = { readonly until: Date } | 'unreadable' | null;

export function isEmbargoed(article: Article, now: Date): boolean {
  if (article.embargo === null) return false;
  return article.embargo === 'unreadable' || now < article.embargo.until;
}

/** The known problems of one paragraph, those that other paragraphs share included. */
export function problemsOf(article: Article, paragraph: number): Problem[] {
  return article.problems.filter(
    (problem) => problem.paragraph === paragraph || problem.also.includes(paragraph),
  );
}
