import type { types } from '@slack/bolt';
import { LIMITS } from '../../block-kit/limits.js';
import { dateLabel } from '../../corpus/article/article.js';
import type { Digest, DigestEntry, Edition } from '../../digest/content/digest.js';
import type { Quotation, Speaker } from '../../quotes/quotations-in.js';
import { citedLines } from '../../requests/listing.js';
import { archiveNotices } from '../../requests/freshness.js';
import {
  capital,
  cautions,
  countShown,
  outletLabel,
  plural,
  shorten,
  sourceParts,
} from '../../requests/wording.js';
import { ACTIONS, encodeDigestRef } from '../actions.js';
import {
  button,
  buttons,
  fits,
  footnote,
  type Message,
  plainText,
  quotation,
  type RichElement,
  richText,
  section,
  titled,
  words,
} from './blocks.js';
import { correctionLines, eachOnce } from './correction-message.js';
import { postedCitation } from './entry-blocks.js';
import { quoteElements } from './quote-elements.js';
import { removeButton } from './remove-button.js';
import { articleHeadline, cautionLine, excerptSection, sourceSection } from './source-lines.js';
import { sayMoment, sayQuestion } from './wording.js';

/** What of a digest one message shows. */
interface Shown {
  readonly entries: number;
  readonly quotations: number;
  readonly corrections: number;
}

/** More of them push the news out of the message; their threads hold them all. */
const MOST_CORRECTIONS = 3;

/** The same message, as it would be sent now, with a label above it. */
export function previewMessage(digest: Digest, key: string): Message {
  const { text, blocks } = digestMessage(digest, key);
  return { text: `${PREVIEW}\n${text}`, blocks: [footnote(PREVIEW), ...blocks] };
}

const PREVIEW = 'Preview, for you alone: what would be sent at this moment.';

/**
 * A digest as a Slack message. Where it would be too long for Slack it leaves out entries from the end, and says how
 * many; then quotations; never words of either. `key` is that of its delivery: More asks for the rest by it.
 */
export function digestMessage(full: Digest, key: string): Message {
  const digest = { ...full, corrections: eachOnce(full.corrections) };
  const corrections = Math.min(digest.corrections.length, MOST_CORRECTIONS);
  // No entry takes less than one block.
  const most = Math.min(digest.entries.length, LIMITS.blocksPerMessage);
  for (let quotations = digest.quotations.length; quotations >= 0; quotations -= 1)
    for (let entries = most; entries >= Math.min(1, most); entries -= 1) {
      const message = withShown(digest, key, { entries, quotations, corrections });
      // One block of room for the label of a preview, which is this message otherwise.
      if (fits(message.blocks, 1)) return message;
    }
  return withShown(digest, key, { entries: 0, quotations: 0, corrections: 0 });
}

function withShown(digest: Digest, key: string, shown: Shown): Message {
  const entries = digest.entries.slice(0, shown.entries);
  const quotations = digest.quotations.slice(0, shown.quotations);
  const corrections = digest.corrections.slice(0, shown.corrections);
  const { fromArchive } = digest;
  const said = [...introduction(digest), ...leftOut(digest, shown)];
  const title = headline(digest);
  return {
    text: plainText([title, ...said], entries.map(entryLine)),
    cites: [
      ...entries.flatMap(({ lead }) => (lead === null ? [] : [postedCitation(lead)])),
      ...quotations.map((quote) => postedCitation({ ...quote, passage: quote })),
      ...(fromArchive === null ? [] : [postedCitation(fromArchive)]),
    ],
    blocks: [
      richText(...titled(title, said)),
      ...entries.map((entry) => entryBlock(entry, digest.edition)),
      ...digestPart(
        'From the archive',
        fromArchive === null ? [] : [excerptSection(fromArchive), ...openingLines(fromArchive)],
      ),
      ...digestPart('Worth a look', quotations.flatMap(quotationLines)),
      ...digestPart('Corrections since the last digest', corrections.flatMap(correctionLines)),
      buttons(...moreButton(digest, key, shown.entries), removeButton()),
      ...archiveNotices(digest.searched, digest.day).map(footnote),
    ],
  };
}

/** A part of the digest under its title; nothing where it is empty. */
function digestPart(title: string, lines: readonly RichElement[]): types.KnownBlock[] {
  return lines.length === 0 ? [] : [richText(...titled(title), ...lines)];
}

function headline({ day, edition, skipped }: Digest): string {
  const date = new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    weekday: 'long',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  }).format(new Date(`${day}T12:00:00Z`));
  const name = edition === 'first' ? 'The first digest of this channel' : 'Digest';
  return `${name} · ${date}${skipped > 0 ? ', continued' : ''}`;
}

/** What kind of day it is, and what the reader should know before the entries. */
function introduction(digest: Digest): string[] {
  const { edition, entries, skipped, total, topic, lateSince, zone } = digest;
  return [
    ...(lateSince === null ? [] : [`Late: it was due on ${sayMoment(lateSince, zone)}.`]),
    ...(topic === null ? [] : [`Only what answers ${sayQuestion(topic)}.`]),
    skipped > 0
      ? `${capital(countShown({ skipped, shown: entries.length, total, noun: 'article' }))}.`
      : edition === 'first'
        ? firstWords(digest)
        : edition === 'news'
          ? `${plural(total, 'article')} new or changed since the last digest.`
          : 'Nothing is new or changed since the last digest.',
  ];
}

function firstWords({ total, entries, topic }: Digest): string {
  if (total === 0) return 'The archive holds no article yet.';
  const holds = `The archive holds ${plural(total, 'article')}`;
  const onward = 'from now on, what is new or changed';
  if (topic !== null)
    return entries.length === 0
      ? `${holds}, and none answers that; ${onward} and does.`
      : `${holds}. The newest that answer that, to begin with; ${onward} and does.`;
  return entries.length < total
    ? `${holds}. The newest ${entries.length}, to begin with; ${onward}.`
    : `${holds}; ${onward}.`;
}

function leftOut({ entries, corrections, quotations }: Digest, shown: Shown): string[] {
  const parts = (
    [
      [entries.length - shown.entries, 'further article'],
      [quotations.length - shown.quotations, 'quotation'],
      [corrections.length - shown.corrections, 'further correction'],
    ] as const
  ).flatMap(([left, noun]) => (left > 0 ? plural(left, noun) : []));
  return parts.length === 0 ? [] : [`Left out for want of room: ${parts.join(', ')}.`];
}

function entryBlock({ article, change, lead }: DigestEntry, edition: Edition): types.KnownBlock {
  // To a channel that has had none before, nothing is newer than the rest.
  const label = edition === 'first' ? [] : [words(`${LABELS[change]}  `, { italic: true })];
  const source =
    lead === null
      ? sourceSection(shorten(outletLabel(article)), dateLabel(article.published), article.file)
      : excerptSection(lead);
  const top = articleHeadline(article, null);
  return richText(
    ...(top === null
      ? [section(...label, ...source.elements)]
      : [section(...label, ...top.elements), source]),
    ...(lead === null
      ? [cautionLine(`Withdrawn: ${article.withdrawn ?? ''}`)]
      : openingLines(lead)),
  );
}

function openingLines(opening: NonNullable<DigestEntry['lead']>): RichElement[] {
  return [...citedLines(opening).flatMap(quoteElements), ...cautions(opening).map(cautionLine)];
}

const LABELS = { new: 'New', changed: 'Changed' } as const;

function quotationLines(quote: Quotation): RichElement[] {
  const { outlet, date, file, paragraph } = sourceParts({ passage: quote });
  const from = `${shorten(outlet)} · ${date}`;
  return [
    quotation([words(quote.text)]),
    sourceSection(nameSpeaker(quote.speaker), from, file, paragraph),
  ];
}

/** Who said it, and how the text names them there: "she" → Claudia Sheinbaum. Nobody is guessed at. */
function nameSpeaker({ name, mention, basis }: Speaker): string {
  if (name === null) return 'Speaker not stated here';
  if (basis === 'named' || mention === null || mention.text === name) return name;
  return `${name} (in the text: “${mention.text}”)`;
}

/** For what is left out of this message, and for what the digest itself left for later. */
function moreButton(digest: Digest, key: string, shown: number): types.Button[] {
  const next = digest.skipped + shown;
  const more = digest.total - next;
  // A first digest shows the newest of the archive and no more; the rest is no news.
  if (shown === 0 || more <= 0 || digest.edition === 'first') return [];
  const value = encodeDigestRef({ key, skip: next });
  return [button(ACTIONS.moreDigest, `More (${more})`, value)];
}

function entryLine({ article, lead }: DigestEntry): string {
  return `${outletLabel(article)}, ${dateLabel(article.published)}, ${article.file}: ${lead?.text ?? 'withdrawn'}`;
}
