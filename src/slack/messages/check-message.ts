import type { types } from '@slack/bolt';
import type { Span } from '../../answer/answer.js';
import { cautions } from '../../answer/say-answer.js';
import type {
  CheckedQuote,
  NearestQuote,
  QuotePart,
  QuotePlace,
} from '../../quotes/check/checked-quote.js';
import {
  AS_PASTED,
  AS_PRINTED,
  checkHeadline,
  checkNotices,
  placeNotes,
} from '../../quotes/say-check.js';
import type { AskedRef } from '../actions.js';
import { richText, section, words, type Message, type RichElement } from './blocks.js';
import { cautionLine, noteLine } from './citation-blocks.js';
import {
  excerptLine,
  proofButtons,
  quoted,
  sourceLine,
  unlessWithdrawn,
} from './excerpt-blocks.js';
import { citesOf } from './posted-citation.js';
import { listMessage, pageOf, type Audience, type Entry } from './list-message.js';

/**
 * Whether a sentence stands in the archive: each place where it does, the words bold in their sentence; or the words
 * nearest to it as printed and as pasted, what differs bold in the one and struck out in the other.
 */
export function checkMessage(checked: CheckedQuote, asked: AskedRef, audience: Audience): Message {
  const { nearest, places, sentence } = checked;
  const { page, range, more } = pageOf(places, asked.skip);
  return listMessage(
    {
      asked,
      said: (shown) => [
        checkHeadline(checked),
        ...checkNotices(checked),
        ...(nearest === null ? range(shown) : []),
      ],
      entries:
        nearest === null
          ? page.map((place, index) => placeEntry(place, asked.skip + index + 1))
          : [nearestEntry(nearest, sentence)],
      more,
      searched: checked.searched,
    },
    audience,
  );
}

function placeEntry(place: QuotePlace, number: number): Entry {
  return {
    blocks: [
      richText(...placeLines(place, number, place.parts), ...placeRemarks(place)),
      ...proof(place),
    ],
    line: placeLine(place),
    cites: place.parts.flatMap(citesOf),
  };
}

function nearestEntry({ place, differences }: NearestQuote, sentence: string): Entry {
  const differing = differences.filter(({ same }) => !same);
  const printed = differing.flatMap((difference) => difference.printed ?? []);
  const pasted = differing.flatMap((difference) => difference.pasted ?? []);
  return {
    blocks: [
      richText(
        section(words(AS_PRINTED, { italic: true })),
        ...placeLines(place, null, printed),
        section(words(AS_PASTED, { italic: true })),
        ...quoted(sentence, pasted, { strike: true }),
        ...placeRemarks(place),
      ),
      ...proof(place),
    ],
    line: placeLine(place),
    cites: place.parts.flatMap(citesOf),
  };
}

/** The sentences that the words stand in, paragraph by paragraph; parts that share a sentence show it once. */
function placeLines(
  { parts }: QuotePlace,
  number: number | null,
  marked: readonly Span[],
): RichElement[] {
  const lines: RichElement[] = [];
  let shownTo = -1;
  for (const part of parts) {
    const { around } = part;
    if (around.end <= shownTo) continue;
    lines.push(sourceLine(part, shownTo < 0 ? number : null), ...sentenceLines(part, marked));
    shownTo = around.end;
  }
  return lines;
}

function sentenceLines({ passage, around }: QuotePart, marked: readonly Span[]): RichElement[] {
  const within = marked
    .filter(({ start, end }) => start < around.end && end > around.start)
    .map(({ start, end }) => ({
      start: Math.max(start, around.start) - around.start,
      end: Math.min(end, around.end) - around.start,
    }));
  const { article } = passage;
  return [
    ...unlessWithdrawn(article, quoted(article.text.slice(around.start, around.end), within)),
  ];
}

/** Whose words they are, what was forgiven, and what to beware of. */
function placeRemarks(place: QuotePlace): RichElement[] {
  return [
    ...placeNotes(place).map(noteLine),
    ...[...new Set(place.parts.flatMap(cautions))].map(cautionLine),
  ];
}

function proof({ parts: [first] }: QuotePlace): types.KnownBlock[] {
  return first === undefined ? [] : [proofButtons(first)];
}

function placeLine({ parts }: QuotePlace): string {
  return parts.map(excerptLine).join(' ');
}
