import { dateLabel } from '../corpus/article/article.js';
import type { ComparedLine, Entry, Line, Listing, QuoteLine } from '../requests/listing.js';
import {
  AS_PASTED,
  AS_PRINTED,
  freshnessLine,
  outletLabel,
  sourceParts,
} from '../requests/wording.js';
import { below, blocks, marked, type Page, wrap } from './page.js';
import { visible } from './paint.js';

/** An answer of any kind for a reader at a terminal: words of the archive under their source, cautions in sight. */
export function listingText(listing: Listing, page: Page): string {
  const { paint } = page;
  const [headline = '', ...notices] = listing.said(listing.entries.length);
  return blocks([
    [
      wrap(paint.bold(visible(headline)), page),
      ...notices.map((notice) => wrap(visible(notice), page)),
    ].join('\n'),
    ...listing.entries.flatMap((entry) => [
      ...(entry.group === undefined ? [] : [paint.bold(entry.group)]),
      entryText(entry, listing, page),
    ]),
    wrap(paint.dim(visible(freshnessLine(listing.searched))), page),
  ]);
}

function entryText(entry: Entry, { order }: Listing, page: Page): string {
  const { number, heading, parts, notes = [] } = entry;
  const { paint } = page;
  const style: EntryStyle = { order, number, isSetIn: heading !== undefined };
  return [
    ...(heading === undefined ? [] : [wrap(paint.bold(visible(heading)), page)]),
    ...parts.flatMap(({ lines }) => lines.flatMap((line) => lineTexts(line, style, page))),
    ...notes.map((note) => below(paint.dim(visible(note)), page)),
  ].join('\n');
}

interface EntryStyle extends Pick<Listing, 'order'>, Pick<Entry, 'number'> {
  /** Under a heading of its own. */
  readonly isSetIn: boolean;
}

/** Whoever needs the words of a withdrawn article finds them there, or with `--json`. */
const KEPT_BACK = 'Its words are not shown here; they stand in the file.';

function lineTexts(line: Line, style: EntryStyle, page: Page): string[] {
  const { paint } = page;
  switch (line.kind) {
    case 'source': {
      const source = sourceText(line, style, page);
      return [style.isSetIn ? below(source, page) : wrap(source, page)];
    }
    case 'article': {
      const { article } = line;
      const date = paint.cyan(dateLabel(article.published));
      const place = [paint.bold(visible(article.file)), visible(outletLabel(article)), date];
      return [wrap(place.join(' · '), page)];
    }
    case 'quote':
      return [below(quoteText(line, page), page)];
    case 'compared':
      return comparedTexts(line, style, page);
    case 'note':
      return [below(paint.dim(visible(line.text)), page)];
    case 'why':
      return page.explain ? [below(paint.dim(visible(line.text)), page)] : [];
    case 'caution':
      return [below(paint.yellow(`! ${visible(line.text)}`), page)];
    case 'kept back':
      return [below(KEPT_BACK, page)];
    case 'details':
      return line.texts.map((text) => below(visible(text), page));
  }
}

/** "1  CNN · Dec 5, 2024 · 000_cdfc808a8b69da1e.txt · paragraph 13"; the date first where it is dates that count. */
function sourceText(
  source: Line & { readonly kind: 'source' },
  { order, number }: EntryStyle,
  { paint }: Page,
): string {
  const { outlet, date, file, paragraph } = sourceParts(source);
  const from = [paint.bold(visible(outlet)), paint.cyan(date)];
  const place = [...(order === 'date' ? from.toReversed() : from), visible(file), paragraph];
  // Only among the best first does a number tell anything.
  return `${order === 'rank' ? `${paint.bold(String(number))}  ` : ''}${place.join(' · ')}`;
}

/** An ellipsis outside the words where their sentence goes on, and marks around what somebody said. */
function quoteText(line: QuoteLine, { paint }: Page): string {
  const { article, marks, cutBefore = false, cutAfter = false, spoken = false } = line;
  const words = marked(article.text, line, marks, paint.mark);
  const omitted = paint.dim('[…]');
  return `${cutBefore ? `${omitted} ` : ''}${spoken ? `“${words}”` : words}${cutAfter ? ` ${omitted}` : ''}`;
}

/** What differs in double brackets, so that it is seen without colours too; the printed words in their whole sentences. */
function comparedTexts(line: ComparedLine, style: EntryStyle, page: Page): string[] {
  const { sentence, pasted, article, words, printed, sentences } = line;
  const stress = (differing: string): string => page.paint.mark(`[[${differing}]]`);
  const whole = { start: 0, end: sentence.length };
  const quotes = sentences.flatMap((each) => (each.kind === 'quote' ? [each] : []));
  const shown = {
    start: Math.min(words.start, ...quotes.map(({ start }) => start)),
    end: Math.max(words.end, ...quotes.map(({ end }) => end)),
  };
  return [
    ...sentences.slice(0, 1).flatMap((source) => lineTexts(source, style, page)),
    below(`${AS_PASTED}:  ${marked(sentence, whole, pasted, stress)}`, page),
    ...(article.withdrawn === null
      ? [below(`${AS_PRINTED}: ${marked(article.text, shown, printed, stress)}`, page)]
      : []),
  ];
}
