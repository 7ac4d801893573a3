import type { types } from '@slack/bolt';
import { type Excerpt, refOf } from '../../answer/answer.js';
import { escapedLength, LIMITS } from '../../block-kit/limits.js';
import { type Article, dateLabel } from '../../corpus/article/article.js';
import {
  articlesOf,
  byArticle,
  type Entry,
  type Line,
  type Listing,
  type Part,
  placesOf,
  type Proof,
} from '../../requests/listing.js';
import {
  AS_PASTED,
  AS_PRINTED,
  capital,
  outletLabel,
  paragraphsLabel,
  placeLabel,
  plural,
  shorten,
} from '../../requests/wording.js';
import type { PostedCitation } from '../../store/records.js';
import { ACTIONS, encodeProof } from '../actions.js';
import {
  button,
  footnote,
  named,
  noteLine,
  plain,
  type RichElement,
  richText,
  titled,
} from './blocks.js';
import { cutForDisplay, quoted, quoteElements } from './quote-elements.js';
import { articleHeadline, cautionLine, webAddress } from './source-lines.js';

/** What a list is made of: an entry is read after the one `above` it. */
export interface EntryPlace {
  readonly order: Listing['order'];
  readonly above?: Entry | undefined;
}

/**
 * An entry of a list: the headline, outlet and date with the button that opens it, words of the archive with what to
 * beware of, file and paragraph in small print. Parts of one article stand under its source together.
 */
export function entryBlocks(entry: Entry, { order, above }: EntryPlace): types.KnownBlock[] {
  const { number, group, heading, parts, partsShown = parts.length, notes = [] } = entry;
  const further = Math.max(0, parts.length - partsShown);
  const remarks =
    further > 0 ? [...notes, `${plural(further, 'further place')} not shown here.`] : notes;
  const over = [
    ...(group === undefined ? [] : [richText(...titled(group))]),
    ...(heading === undefined ? [] : [richText(...titled(`${number}  ${shorten(heading, 300)}`))]),
  ];
  const stretches = byArticle(parts.slice(0, partsShown));
  return [
    ...over,
    ...stretches.flatMap((stretch, index) =>
      stretchBlocks(stretch, {
        order,
        number: index === 0 && heading === undefined ? number : null,
        above: index === 0 ? (above?.parts ?? []) : [],
        remarks: index === stretches.length - 1 ? remarks : [],
      }),
    ),
  ];
}

interface StretchPlace {
  readonly order: Listing['order'];
  readonly number: number | null;
  /** What was shown right before it. */
  readonly above: readonly Part[];
  /** Said under it. */
  readonly remarks: readonly string[];
}

/** Parts of one article under its source. In the order of dates those of the article above go on below it. */
function stretchBlocks(parts: readonly Part[], place: StretchPlace): types.KnownBlock[] {
  const { order, number, above, remarks } = place;
  const lines = parts.flatMap((part) => part.lines);
  const [article] = articlesOf(lines);
  const isSame =
    article !== undefined && articlesOf(above.flatMap((part) => part.lines)).includes(article);
  const goesOn = isSame && order === 'date';
  const top = article === undefined || isSame ? null : articleHeadline(article, number);
  const said = new Set(goesOn ? cautionsOf(above) : []);
  const shown = [...lines.flatMap((line) => lineElements(line, said)), ...remarks.map(noteLine)];
  const places = placesOf(lines);
  const where = places.length > 0 ? placeLabel(places) : article?.file;
  const details = lines.flatMap((line) => (line.kind === 'details' ? line.texts : []));
  const small = [...(where === undefined || goesOn ? [] : [where]), ...details];
  const source =
    article === undefined
      ? null
      : goesOn
        ? capital(paragraphsLabel(places))
        : sourceLabel(article, order, isSame);
  const count = top !== null || number === null ? '' : `${number}  `;
  return [
    ...(top === null ? [] : [richText(top)]),
    ...(source === null ? [] : [sourceRow(`${count}${source}`, parts)]),
    ...(shown.length === 0 ? [] : [richText(...shown)]),
    ...(small.length === 0 ? [] : [footnote(smallPrint(small))]),
  ];
}

/** Outlet and date; the date first where it is dates that count. */
function sourceLabel(article: Article, order: Listing['order'], isSame: boolean): string {
  const date = dateLabel(article.published);
  // Without a headline an outlet with an address is the link above.
  const isNamed = article.title === null && webAddress(article.url) !== null && !isSame;
  const outlet = isNamed ? [] : [shorten(outletLabel(article))];
  return capital((order === 'date' ? [date, ...outlet] : [...outlet, date]).join(' · '));
}

/** A line of its own, with the button that opens the first of the parts. */
function sourceRow(text: string, parts: readonly Part[]): types.SectionBlock {
  const proof = parts.find((part) => part.proof !== undefined)?.proof;
  return {
    type: 'section',
    text: plain(text),
    ...(proof === undefined ? {} : { accessory: openButton(proof, text) }),
  };
}

/** Named by what it opens, since every entry has one. */
function openButton(proof: Proof, source: string): types.Button {
  return named(button(ACTIONS.open, 'Open', encodeProof(proof)), `Open ${source}`);
}

/** `said` gathers what to beware of: each thing is said once. */
function lineElements(line: Line, said: Set<string>): RichElement[] {
  switch (line.kind) {
    case 'quote':
      return quoteElements(line);
    case 'compared':
      return [
        noteLine(AS_PRINTED),
        ...line.sentences.flatMap((sentence) => lineElements(sentence, said)),
        noteLine(AS_PASTED),
        ...quoted(line.sentence, line.pasted, { style: { strike: true } }),
      ];
    case 'note':
      return [noteLine(line.text)];
    case 'caution':
      if (said.has(line.text)) return [];
      said.add(line.text);
      return [cautionLine(line.text)];
    // Above and below the words. That words are kept back, and why a passage was cited, stands behind Open.
    case 'source':
    case 'article':
    case 'details':
    case 'kept back':
    case 'why':
      return [];
  }
}

function cautionsOf(parts: readonly Part[]): string[] {
  return parts.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === 'caution' ? line.text : [])),
  );
}

/** An editor may write pages of reasoning; the terminal shows them whole. */
const DETAIL_LENGTH = 900;

/** As much as one text of Slack's holds, which counts some characters five times. */
function smallPrint(texts: readonly string[]): string {
  const text = texts.map((line) => shorten(line, DETAIL_LENGTH)).join('\n');
  return escapedLength(text) <= LIMITS.textObject
    ? text
    : cutForDisplay(text, LIMITS.textObject / 5 - 10);
}

/** The words that a message shows, as they are remembered once it is posted: a correction is measured against them. */
export function postedCitation(
  excerpt: Pick<Excerpt, 'passage' | 'text' | 'start' | 'end'>,
): PostedCitation {
  const { passage, text } = excerpt;
  return { ...refOf(excerpt), paragraph: passage.paragraph.number, words: text };
}
