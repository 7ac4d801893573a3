import { createHash } from 'node:crypto';

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
  /** The terms under which its sender lets it be used, in the sender's words. */
  readonly usageTerms: string | null;
  /** The file has changed since its entry in articles.yml was written. */
  readonly entryOutdated: boolean;
  /** When these words came into the archive, as far as its folder tells; never a date of publication. */
  readonly arrivedAt?: Date | undefined;
}

/**
 * `held` hides the article until somebody says otherwise: a draft, or a value that cannot be read, for a slip must never
 * publish early.
 */
export type Embargo = { readonly until: Date } | 'held' | null;

export function isEmbargoed(article: Article, now: Date): boolean {
  if (article.embargo === null) return false;
  return article.embargo === 'held' || now < article.embargo.until;
}

/** The known problems of one paragraph, those that other paragraphs share included. */
export function problemsOf(article: Article, paragraph: number): Problem[] {
  return article.problems.filter(
    (problem) => problem.paragraph === paragraph || problem.also.includes(paragraph),
  );
}

/** What is indexed and ranked: one paragraph, with the headings that stand over it. */
export interface Passage {
  /** Its place in the archive's list of passages; changes whenever the archive is read again. */
  readonly id: number;
  readonly article: Article;
  readonly paragraph: Paragraph;
  /** Headings directly above; they lend their words to the search and are never cited alone. */
  readonly headings: readonly Paragraph[];
}

export function passageText({ article, paragraph }: Passage): string {
  return article.text.slice(paragraph.start, paragraph.end);
}

/** The passages of the articles, in the order of the files and of their paragraphs. */
export function listPassages(articles: readonly Article[]): Passage[] {
  const passages: Passage[] = [];
  for (const article of articles) {
    let headings: Paragraph[] = [];
    for (const paragraph of article.paragraphs) {
      if (paragraph.role === 'heading') {
        headings.push(paragraph);
      } else {
        passages.push({ id: passages.length, article, paragraph, headings });
        headings = [];
      }
    }
  }
  return passages;
}

/** A calendar day as `YYYY-MM-DD`: the day printed on the article, in no time zone. */
export type Day = string;

/**
 * What a date rests on: `file` (front matter, a dateline), `feed` (the CMS said so),
 * `text` (inferred from the article's words) or `outside` (reporting elsewhere, which `source` names).
 */
export type Basis = 'file' | 'feed' | 'text' | 'outside';

export interface Grounds {
  readonly basis: Basis;
  /** Words of the file the date rests on, verbatim in `paragraph`. */
  readonly evidence: string | null;
  readonly paragraph: number | null;
  readonly reasoning: string | null;
  readonly source: string | null;
}

/** Of a date that the file states outright. */
export const NO_GROUNDS = { evidence: null, paragraph: null, reasoning: null, source: null };

/** When an article was published, and how well that is known. `earliest` and `latest` are both inclusive. */
export type PublishedDate =
  | ({ readonly status: 'exact'; readonly date: Day } & Grounds)
  | ({ readonly status: 'inferred'; readonly earliest: Day; readonly latest: Day } & Grounds)
  | { readonly status: 'unknown'; readonly reasoning: string | null };

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that the calendar has: `2025-02-29` is not one. */
export function isDay(value: string): boolean {
  const match = DAY.exec(value);
  if (!match) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

/** "Dec 5, 2024" */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${date}, ${year}`;
}

/** "Jan 15–17, 2025", "Mar 28 – Apr 2, 2025" or "Dec 18, 2024 – Jan 19, 2025" */
export function formatRange(earliest: Day, latest: Day): string {
  const [from, to] = [formatDay(earliest), formatDay(latest)];
  if (earliest === latest) return to;
  if (earliest.slice(0, 4) !== latest.slice(0, 4)) return `${from} – ${to}`;
  const [inYear] = from.split(',');
  const sameMonth = earliest.slice(0, 7) === latest.slice(0, 7);
  return sameMonth ? `${inYear}–${to.slice(to.indexOf(' ') + 1)}` : `${inYear} – ${to}`;
}

/** The label beside a passage. Only an exact date stands bare; any other says what it is. */
export function dateLabel(published: PublishedDate): string {
  switch (published.status) {
    case 'exact':
      return formatDay(published.date);
    case 'inferred':
      return `date inferred: ${formatRange(published.earliest, published.latest)}`;
    case 'unknown':
      return 'date unknown';
  }
}

const BASIS_WORDS: Record<Basis, string> = {
  file: 'stated in the file',
  feed: 'given by the feed',
  text: 'inferred from the words of the article',
  outside: 'known from outside the file',
};

/** "stated in the file", "known from outside the file" …, for display beside the label. */
export function basisLabel(published: PublishedDate): string {
  return published.status === 'unknown' ? 'nothing states it' : BASIS_WORDS[published.basis];
}

/** The last day the article can have been published on, `null` when unknown. */
export function latestDay(published: PublishedDate): Day | null {
  if (published.status === 'exact') return published.date;
  return published.status === 'inferred' ? published.latest : null;
}

/** The first day the article can have been published on, `null` when unknown. */
export function earliestDay(published: PublishedDate): Day | null {
  if (published.status === 'exact') return published.date;
  return published.status === 'inferred' ? published.earliest : null;
}

/** The SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
