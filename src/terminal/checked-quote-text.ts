import type { Span } from '../answer/answer.js';
import { freshnessLine } from '../answer/say-answer.js';
import type {
  CheckedQuote,
  Difference,
  NearestQuote,
  QuotePart,
  QuotePlace,
} from '../quotes/check/checked-quote.js';
import {
  AS_PASTED,
  AS_PRINTED,
  checkHeadline,
  checkNotices,
  placeNotes,
} from '../quotes/say-check.js';
import {
  below,
  blocks,
  cautionLines,
  marked,
  opening,
  sourceLine,
  wordsOf,
  wrap,
  type Page,
} from './page.js';
import { visible } from './paint.js';

/** Whether a sentence stands in the archive: each place in its sentence, or the nearest words with what differs in double brackets. */
export function checkedQuoteText(checked: CheckedQuote, page: Page): string {
  const { nearest, places, sentence, searched } = checked;
  return blocks([
    opening(checkHeadline(checked), checkNotices(checked), page),
    ...places.map((place) => placeText(place, page)),
    ...(nearest === null ? [] : [nearestText(nearest, sentence, page)]),
    wrap(page.paint.dim(visible(freshnessLine(searched))), page),
  ]);
}

function placeText(place: QuotePlace, page: Page): string {
  const lines: string[] = [];
  let shownTo = -1;
  for (const part of place.parts) {
    // Parts that share a sentence show it once.
    if (part.around.end <= shownTo) continue;
    lines.push(
      wrap(sourceLine(part, page), page),
      ...wordsOf(
        place.article,
        () => marked(place.article.text, part.around, place.parts, page.paint.mark),
        page,
      ),
    );
    shownTo = part.around.end;
  }
  return [...lines, ...remarks(place, page)].join('\n');
}

function nearestText({ place, differences }: NearestQuote, sentence: string, page: Page): string {
  const [first] = place.parts;
  const pasted = { start: 0, end: sentence.length };
  return [
    ...(first ? [wrap(sourceLine(first, page), page)] : []),
    below(
      `${AS_PASTED}:  ${stressed(sentence, pasted, differences, ({ pasted: span }) => span, page)}`,
      page,
    ),
    ...wordsOf(
      place.article,
      () =>
        `${AS_PRINTED}: ${stressed(place.article.text, place, differences, ({ printed: span }) => span, page)}`,
      page,
    ),
    ...remarks(place, page),
  ].join('\n');
}

/** What differs in double brackets, so that it is seen without colours too. */
function stressed(
  text: string,
  span: Span,
  differences: readonly Difference[],
  sideOf: (difference: Difference) => Span | null,
  { paint }: Page,
): string {
  const marks = differences.flatMap((difference) =>
    difference.same ? [] : (sideOf(difference) ?? []),
  );
  return marked(text, span, marks, (words) => paint.mark(`[[${words}]]`));
}

function remarks(place: QuotePlace, page: Page): string[] {
  const cautions = place.parts.flatMap((part: QuotePart) => cautionLines(part, page));
  return [
    ...placeNotes(place).map((note) => below(page.paint.dim(visible(note)), page)),
    ...new Set(cautions),
  ];
}
