import { type Article, dateLabel } from '../corpus/article/article.js';
import { archiveNotices, dayOf } from '../requests/freshness.js';
import {
  articlesOf,
  byArticle,
  type ComparedLine,
  type Entry,
  type Line,
  type Listing,
  type Part,
  placesOf,
  type QuoteLine,
} from '../requests/listing.js';
import { AS_PASTED, AS_PRINTED, outletLabel, placeLabel } from '../requests/wording.js';
import { below, blocks, marked, type Page, wrap } from './page.js';
import { visible } from './paint.js';

/** An answer of any kind for a reader at a terminal: words of the archive under their source, cautions in sight. */
export function listingText(listing: Listing, page: Page): string {
  const { paint } = page;
  const { searched, respelled } = listing;
  const [headline = '', ...notices] = listing.said(listing.entries.length);
  return blocks([
    [
      wrap(paint.bold(visible(headline)), page),
      ...notices.map((notice) => wrap(visible(notice), page)),
      ...(respelled === undefined
        ? []
        : [wrap(`Perhaps you meant: ${visible(respelled.question)}`, page)]),
    ].join('\n'),
    ...listing.entries.flatMap((entry) => [
      ...(entry.group === undefined ? [] : [paint.bold(entry.group)]),
      entryText(entry, listing, page),
    ]),
    ...archiveNotices(searched, dayOf(searched.loadedAt)).map((notice) =>
      wrap(paint.dim(notice), page),
    ),
  ]);
}

function entryText(entry: Entry, { order }: Listing, page: Page): string {
  const { number, heading, parts, notes = [] } = entry;
  const { paint } = page;
  const isSetIn = heading !== undefined;
  return [
    ...(heading === undefined ? [] : [wrap(paint.bold(visible(heading)), page)]),
    ...byArticle(parts).flatMap((stretch) =>
      // Only among the best first does a number tell anything.
      stretchTexts(stretch, { order, number: order === 'rank' ? number : null, isSetIn }, page),
    ),
    ...notes.map((note) => below(paint.dim(visible(note)), page)),
  ].join('\n');
}

interface StretchStyle extends Pick<Listing, 'order'>, Pick<Entry, 'number'> {
  /** Under a heading of its own. */
  readonly isSetIn: boolean;
}

/** Parts of one article: headline, outlet and date, the words, then where they stand. */
function stretchTexts(parts: readonly Part[], style: StretchStyle, page: Page): string[] {
  const lines = parts.flatMap((part) => part.lines);
  const [article] = articlesOf(lines);
  const places = placesOf(lines);
  const where = places.length > 0 ? placeLabel(places) : article?.file;
  const url = article?.url ?? null;
  const small = [...(where === undefined ? [] : [where]), ...(url === null ? [] : [url])];
  return [
    ...(article === undefined ? [] : headTexts(article, style, page)),
    ...lines.flatMap((line) => lineTexts(line, page)),
    ...(small.length === 0 ? [] : [below(page.paint.dim(visible(small.join(' · '))), page)]),
  ];
}

/** The headline, if there is one, then outlet and date; the date first where it is dates that count. */
function headTexts(
  article: Article,
  { order, number, isSetIn }: StretchStyle,
  page: Page,
): string[] {
  const { paint } = page;
  const from = [
    paint.bold(visible(outletLabel(article))),
    paint.cyan(dateLabel(article.published)),
  ];
  const facts = (order === 'date' ? from.toReversed() : from).join(' · ');
  const first = article.title === null ? facts : paint.bold(visible(article.title));
  const counted = number === null ? first : `${paint.bold(String(number))}  ${first}`;
  return [
    isSetIn ? below(counted, page) : wrap(counted, page),
    ...(article.title === null ? [] : [below(facts, page)]),
  ];
}

/** Whoever needs the words of a withdrawn article finds them there, or with `--json`. */
const KEPT_BACK = 'Its words are not shown here; they stand in the file.';

function lineTexts(line: Line, page: Page): string[] {
  const { paint } = page;
  switch (line.kind) {
    // Above and below the words.
    case 'source':
    case 'article':
      return [];
    case 'quote':
      return [below(quoteText(line, page), page)];
    case 'compared':
      return comparedTexts(line, page);
    case 'note':
      return [below(paint.dim(visible(line.text)), page)];
    case 'why':
      return page.explain
        ? [below(paint.dim(visible(`Why this passage: ${line.text}`)), page)]
        : [];
    case 'caution':
      return [below(paint.yellow(`! ${visible(line.text)}`), page)];
    case 'kept back':
      return [below(KEPT_BACK, page)];
    case 'details':
      return line.texts.map((text) => below(visible(text), page));
  }
}

/** An ellipsis outside the words where their sentence goes on. */
function quoteText(line: QuoteLine, { paint }: Page): string {
  const { article, marks, cutBefore = false, cutAfter = false } = line;
  const words = marked(article.text, line, marks, paint.mark);
  const omitted = paint.dim('[…]');
  return `${cutBefore ? `${omitted} ` : ''}${words}${cutAfter ? ` ${omitted}` : ''}`;
}

/** What differs in double brackets, so that it is seen without colours too; the printed words in their whole sentences. */
function comparedTexts(line: ComparedLine, page: Page): string[] {
  const { sentence, pasted, article, words, printed, sentences } = line;
  const stress = (differing: string): string => page.paint.mark(`[[${differing}]]`);
  const whole = { start: 0, end: sentence.length };
  const quotes = sentences.flatMap((each) => (each.kind === 'quote' ? [each] : []));
  const shown = {
    start: Math.min(words.start, ...quotes.map(({ start }) => start)),
    end: Math.max(words.end, ...quotes.map(({ end }) => end)),
  };
  return [
    below(`${AS_PASTED}:  ${marked(sentence, whole, pasted, stress)}`, page),
    ...(article.withdrawn === null
      ? [below(`${AS_PRINTED}: ${marked(article.text, shown, printed, stress)}`, page)]
      : []),
  ];
}
