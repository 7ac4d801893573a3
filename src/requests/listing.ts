import {
  type Citation,
  type CitationRef,
  type Excerpt,
  type Freshness,
  refOf,
  type Span,
} from '../answer/answer.js';
import type { Article } from '../corpus/article/article.js';
import { cautions, countShown } from './wording.js';

/**
 * An answer of any kind, as every face shows it: what is said above, then entries, each shown whole or not at all. The
 * words of an article are given as places in it, so that a face cuts them from the file and nothing else.
 */
export interface Listing {
  /** What was asked, for asking on and for sharing. */
  readonly asked: Asked;
  /**
   * What is said above the entries when so many of them are shown: the headline, then notices. That more have no room is
   * for the face to say, whose room it is.
   */
  readonly said: (shown: number) => readonly string[];
  /** From `asked.skip` on. */
  readonly entries: readonly Entry[];
  /** `rank`: best first, so that an entry's number tells something. `date`: an entry is read after the one above it. */
  readonly order: 'rank' | 'date' | 'other';
  /** What stands over the columns, of a list that reads well as a table: each entry has its `row` then. */
  readonly columns?: readonly string[] | undefined;
  /** How many entries are read at once; a face may show fewer, or all. */
  readonly pageSize: number;
  /** The same question in another spelling, where the archive has a word spelled much like one that it does not have. */
  readonly respelled?: Respelled | undefined;
  /** How many more there are to ask on for when so many are shown. */
  readonly more: (shown: number) => number;
  readonly searched: Freshness;
}

/** What was asked, and from which entry on it is shown. */
export interface Asked<R extends { readonly kind: string } = { readonly kind: string }> {
  readonly request: R;
  /** How many of the first entries came before. */
  readonly skip: number;
  /** The questions before it in its thread, oldest first. */
  readonly thread: readonly string[];
}

/** Another spelling to ask with. */
export interface Respelled {
  /** The words in it that are spelled otherwise. */
  readonly as: readonly string[];
  readonly question: string;
  readonly asked: Asked;
}

/** One thing of a list: a passage, a quotation, a figure with its sentences. */
export interface Entry {
  /** Counted from 1 over the whole list; `null` where there is but one, or the order is that of dates. */
  readonly number: number | null;
  /** What stands over this entry and those after it. */
  readonly group?: string | undefined;
  /** What the entry is about, over its parts. */
  readonly heading?: string | undefined;
  readonly parts: readonly Part[];
  /** How many of the parts are read at once, where there may be many. */
  readonly partsShown?: number;
  /** Remarks on all of it, under the last part. */
  readonly notes?: readonly string[];
  /** The same in one line of plain text, for notifications and screen readers. */
  readonly line: string;
  /** The words of files that it shows. */
  readonly cites: readonly Excerpt[];
  /** The same in a table, a cell for each column. */
  readonly row?: readonly string[];
}

export interface Part {
  readonly lines: readonly Line[];
  /** The slice that can be looked at among its neighbours and read again in its file. */
  readonly proof?: Proof | undefined;
}

/** Which slice, and for what question it was cited: that tells why. */
export interface Proof {
  readonly ref: CitationRef;
  readonly asked: QuestionAsked | null;
}

export interface QuestionAsked {
  readonly question: string;
  readonly thread: readonly string[];
}

export type Line =
  /** Outlet, date, file and paragraph. */
  | { readonly kind: 'source'; readonly passage: Excerpt['passage'] }
  /** Outlet, date and file of a whole article. */
  | { readonly kind: 'article'; readonly article: Article }
  /** Words cut from the article, none of them left out or changed. */
  | QuoteLine
  | ComparedLine
  /** A remark of the bot's own. */
  | { readonly kind: 'note'; readonly text: string }
  /** Why a passage stands where it does, for whoever asked for that. */
  | { readonly kind: 'why'; readonly text: string }
  /** What a reader must know before using the words. */
  | { readonly kind: 'caution'; readonly text: string }
  /** The words are those of a withdrawn article, and are kept back. */
  | { readonly kind: 'kept back' }
  /** What is known of an article, line by line. */
  | { readonly kind: 'details'; readonly texts: readonly string[] };

export interface QuoteLine extends Span {
  readonly kind: 'quote';
  readonly article: Article;
  /** What stands out in it, in order and not overlapping. */
  readonly marks: readonly Span[];
  /** The sentence goes on before or after the cut. */
  readonly cutBefore?: boolean;
  readonly cutAfter?: boolean;
}

/** Words as printed beside the words that were pasted, with what differs in each. */
export interface ComparedLine {
  readonly kind: 'compared';
  readonly sentence: string;
  readonly pasted: readonly Span[];
  readonly article: Article;
  /** The words most like the pasted ones. */
  readonly words: Span;
  readonly printed: readonly Span[];
  /** The whole sentences that they stand in, with their sources. */
  readonly sentences: readonly Line[];
}

/** A list that is all at hand, shown from `asked.skip` on; its entries are numbered over the whole. */
export function listAll<T>(
  all: readonly T[],
  asked: Asked,
  list: Pick<Listing, 'searched'> &
    Partial<Pick<Listing, 'order' | 'pageSize' | 'respelled' | 'columns'>> & {
      readonly said: readonly string[];
      readonly toEntry: (item: T, number: number) => Entry;
    },
): Listing {
  const { searched, order = 'other', pageSize = PAGE_SIZE } = list;
  const { respelled, columns, said, toEntry } = list;
  const { skip } = asked;
  return {
    asked,
    order,
    pageSize,
    columns,
    searched,
    respelled,
    more: (shown) => Math.max(0, all.length - skip - shown),
    said: (shown) => [...said, ...rangeShown(skip, shown, all.length)],
    entries: all.slice(skip).map((item, index) => toEntry(item, skip + index + 1)),
  };
}

/** The same list with one sentence more above all that is said of it. */
export function saidFirst(sentence: string, listing: Listing): Listing {
  return { ...listing, said: (shown) => [sentence, ...listing.said(shown)] };
}

/** Which part of a list is shown, where it is not all. */
function rangeShown(skip: number, shown: number, total: number): string[] {
  if (shown === total) return [];
  if (skip >= total) return ['There is no more to show.'];
  if (shown === 0) return [];
  const which = countShown({ skipped: skip, shown, total, noun: 'entry', many: 'entries' });
  return [shown === 1 ? `Shown here is ${which}.` : `Shown here are ${which}.`];
}

/** Entries of a list that are read at once. */
export const PAGE_SIZE = 8;

export function sourceLine({ passage }: Pick<Excerpt, 'passage'>): Line {
  return { kind: 'source', passage };
}

/** The words of an excerpt; none of one that was withdrawn: the label and the reason stand there alone. */
export function quoteLine(
  { passage: { article }, start, end }: Pick<Excerpt, 'passage' | 'start' | 'end'>,
  more: Partial<Omit<QuoteLine, 'kind' | 'article' | 'start' | 'end'>> = {},
): QuoteLine[] {
  return article.withdrawn === null
    ? [{ kind: 'quote', article, start, end, marks: [], ...more }]
    : [];
}

/** The words of a citation, those of the question standing out, and whether their sentence goes on. */
export function citedLines(
  citation: Pick<Citation, 'passage' | 'start' | 'end' | 'marks' | 'insideSentence'>,
): QuoteLine[] {
  const { passage, start, end, marks, insideSentence } = citation;
  const { paragraph } = passage;
  return quoteLine(citation, {
    marks,
    cutBefore: insideSentence && start > paragraph.start,
    cutAfter: insideSentence && end < paragraph.end,
  });
}

export function noteLine(text: string): Line {
  return { kind: 'note', text };
}

/** What to beware of, each thing once; at the end, that words are kept back. */
export function cautionLines(excerpts: readonly Pick<Excerpt, 'passage' | 'problems'>[]): Line[] {
  const said = new Set(excerpts.flatMap(cautions));
  const isKeptBack = excerpts.some(({ passage }) => passage.article.withdrawn !== null);
  return [
    ...[...said].map((text): Line => ({ kind: 'caution', text })),
    ...(isKeptBack ? [{ kind: 'kept back' } as const] : []),
  ];
}

/** Where the words of some lines stand, those of a comparison too. */
export function placesOf(lines: readonly Line[]): Excerpt['passage'][] {
  return lines.flatMap((line) =>
    line.kind === 'source'
      ? [line.passage]
      : line.kind === 'compared'
        ? placesOf(line.sentences)
        : [],
  );
}

/** The articles that some lines are from, each once. */
export function articlesOf(lines: readonly Line[]): Article[] {
  const named = lines.flatMap((line) => (line.kind === 'article' ? [line.article] : []));
  return [...new Set([...named, ...placesOf(lines).map(({ article }) => article)])];
}

/** Parts of an entry, those of one article that follow each other together. */
export function byArticle(parts: readonly Part[]): Part[][] {
  const stretches: Part[][] = [];
  let last: Article | undefined;
  for (const part of parts) {
    const [article] = articlesOf(part.lines);
    if (article !== undefined && article === last) stretches.at(-1)?.push(part);
    else stretches.push([part]);
    last = article;
  }
  return stretches;
}

export function proofOf(excerpt: Excerpt, asked: QuestionAsked | null = null): Proof {
  return { ref: refOf(excerpt), asked };
}

/** Excerpts whose words are shown: those of a withdrawn article are not. */
export function shownOf(excerpts: readonly Excerpt[]): Excerpt[] {
  return excerpts.filter(({ passage }) => passage.article.withdrawn === null);
}
