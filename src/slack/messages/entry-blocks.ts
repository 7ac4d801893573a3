import type { types } from '@slack/bolt';
import { type Excerpt, refOf } from '../../answer/answer.js';
import { escapedLength, LIMITS } from '../../block-kit/limits.js';
import { dateLabel } from '../../corpus/article/article.js';
import type { Entry, Line, Listing, Part, Proof } from '../../requests/listing.js';
import {
  AS_PASTED,
  AS_PRINTED,
  capital,
  outletLabel,
  plural,
  shorten,
  sourceParts,
} from '../../requests/wording.js';
import type { PostedCitation } from '../../store/records.js';
import { ACTIONS, encodeProof } from '../actions.js';
import {
  button,
  buttons,
  footnote,
  noteLine,
  type RichElement,
  richText,
  section,
  titled,
  words,
} from './blocks.js';
import { cutForDisplay, quoted, quoteElements } from './quote-elements.js';

/** What a list is made of: of one in the order of dates an entry is read after the one `above` it. */
export interface EntryPlace {
  readonly order: Listing['order'];
  readonly above?: Entry | undefined;
}

/** An entry of a list: words of the archive under their source, what to beware of below, the buttons that prove it. */
export function entryBlocks(entry: Entry, place: EntryPlace): types.KnownBlock[] {
  const { number, group, heading, parts, partsShown = parts.length, notes = [] } = entry;
  const shown = parts.slice(0, partsShown);
  const further = parts.length - shown.length;
  const remarks =
    further > 0 ? [...notes, `${plural(further, 'further place')} not shown here.`] : notes;
  return [
    ...(group === undefined ? [] : [richText(...titled(group))]),
    ...shown.flatMap((part, index) =>
      partBlocks(
        [
          ...(index === 0 && heading !== undefined
            ? titled(`${number}  ${shorten(heading, 300)}`)
            : []),
          ...lineElements(part, index === 0 ? entry : null, place),
          ...(index === shown.length - 1 ? remarks.map(noteLine) : []),
        ],
        part,
      ),
    ),
  ];
}

/** The lines in one block, what is known of an article in small print under it, then the buttons. */
function partBlocks(elements: readonly RichElement[], { lines, proof }: Part): types.KnownBlock[] {
  const details = lines.flatMap((line) => (line.kind === 'details' ? line.texts : []));
  return [
    richText(...elements),
    ...(details.length === 0 ? [] : [footnote(smallPrint(details))]),
    ...(proof === undefined ? [] : [proofButtons(proof)]),
  ];
}

/** The lines of a part; the first source of an `entry` without a heading bears its number. */
function lineElements({ lines }: Part, entry: Entry | null, place: EntryPlace): RichElement[] {
  let number = entry === null || entry.heading !== undefined ? null : entry.number;
  const said = cautionsAbove(lines, place);
  return lines.flatMap((line) => {
    switch (line.kind) {
      case 'source': {
        const element =
          place.order === 'date' ? datedSource(line, said !== null) : excerptSection(line, number);
        number = null;
        return [element];
      }
      case 'article':
        return [articleSection(line, number)];
      case 'quote':
        return quoteElements(line);
      case 'compared':
        return [
          noteLine(AS_PRINTED),
          ...lineElements({ lines: line.sentences }, null, place),
          noteLine(AS_PASTED),
          ...quoted(line.sentence, line.pasted, { style: { strike: true } }),
        ];
      case 'note':
        return [noteLine(line.text)];
      case 'caution':
        return said?.has(line.text) === true ? [] : [cautionLine(line.text)];
      // The button says that it shows them; why a passage was cited stands behind Context.
      case 'kept back':
      case 'why':
      case 'details':
        return [];
    }
  });
}

/**
 * In the order of dates, passages of one article stand under its date together: what is said of it above is not said
 * again. `null` where the entry above is of another article.
 */
function cautionsAbove(
  lines: readonly Line[],
  { order, above }: EntryPlace,
): ReadonlySet<string> | null {
  const linesAbove = above?.parts.flatMap((part) => part.lines) ?? [];
  const article = articleOf(lines);
  if (order !== 'date' || article === undefined || articleOf(linesAbove) !== article) return null;
  return new Set(linesAbove.flatMap((line) => (line.kind === 'caution' ? line.text : [])));
}

function articleOf(lines: readonly Line[]): object | undefined {
  return lines.find((line) => line.kind === 'source')?.passage.article;
}

/** Where words stand: what comes `first` in bold, then the rest, the file in code. */
export function sourceSection(
  first: string,
  then: string,
  file: string,
  place?: string,
): types.RichTextSection {
  return section(
    words(first, { bold: true }),
    words(` · ${then} · `),
    words(file, { code: true }),
    ...(place === undefined ? [] : [words(` · ${place}`)]),
  );
}

/** "1  CNN · Dec 5, 2024 · 000_cdfc808a8b69da1e.txt · paragraph 13" */
export function excerptSection(
  excerpt: Pick<Excerpt, 'passage'>,
  number: number | null = null,
): types.RichTextSection {
  const { outlet, date, file, paragraph } = sourceParts(excerpt);
  const first = `${number === null ? '' : `${number}  `}${shorten(outlet)}`;
  return sourceSection(first, date, file, paragraph);
}

function datedSource(excerpt: Pick<Excerpt, 'passage'>, goesOn: boolean): types.RichTextSection {
  const { outlet, date, file, paragraph } = sourceParts(excerpt);
  return goesOn
    ? section(words(capital(paragraph)))
    : sourceSection(capital(date), shorten(outlet), file, paragraph);
}

function articleSection(
  { article }: Line & { readonly kind: 'article' },
  number: number | null,
): types.RichTextSection {
  const outlet = shorten(outletLabel(article));
  return sourceSection(`${number}  ${outlet}`, dateLabel(article.published), article.file);
}

/** An editor's note longer than this is shortened in a message; the words of an article never are. */
const CAUTION_LENGTH = 500;

export function cautionLine(caution: string): types.RichTextSection {
  return section(words('⚠ ', { bold: true }), words(shorten(caution, CAUTION_LENGTH)));
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

/** Context, which of a withdrawn article says what it shows, and Verify: they lead back to the file. */
function proofButtons(proof: Proof): types.ActionsBlock {
  const value = encodeProof(proof);
  return buttons(
    button(ACTIONS.context, proof.withdrawn ? 'Show the withdrawn words' : 'Context', value),
    button(ACTIONS.verify, 'Verify', value),
  );
}

/** The words that a message shows, as they are remembered once it is posted: a correction is measured against them. */
export function postedCitation(
  excerpt: Pick<Excerpt, 'passage' | 'text' | 'start' | 'end'>,
): PostedCitation {
  const { passage, text } = excerpt;
  return { ...refOf(excerpt), paragraph: passage.paragraph.number, words: text };
}
