import type { types } from '@slack/bolt';
import type { Entry, Listing, Respelled } from '../../requests/listing.js';
import { plural, shorten } from '../../requests/wording.js';
import { ACTIONS, encodeAsked } from '../actions.js';
import { answerFooter } from './archive-footer.js';
import {
  button,
  buttons,
  footnote,
  longest,
  type Message,
  plainText,
  richText,
  section,
  titled,
  words,
} from './blocks.js';
import { entryBlocks, postedCitation } from './entry-blocks.js';
import { listingTable } from './listing-table.js';
import { removeButton, removePrivateButton } from './remove-button.js';

/** Where an answer is shown: to one person, in a thread for all, or shared by a person (their Slack id). */
export type Audience = 'private' | 'thread' | { readonly sharedBy: string };

/** A notice may name every file of a large archive; so much of it is read. */
const NOTICE_LENGTH = 600;

/**
 * An answer of any kind as a Slack message. Where it would be too long for Slack it loses entries from the end, never
 * words from one of them.
 */
export function listingMessage(listing: Listing, audience: Audience, now: Date): Message {
  const { entries, pageSize, columns } = listing;
  const most = Math.min(entries.length, pageSize);
  const face = { audience, now };
  const message = longest(most, (shown) => withEntries(listing, face, shown));
  if (columns === undefined || entries.length === 0) return message;
  // In a table a line is short, and whoever reads it turns its pages: it may hold more than a list.
  const table = longest(entries.length, (shown) => withTable(listing, columns, face, shown));
  const isTable = table.blocks.some(({ type }) => type === 'data_table');
  return isTable ? { ...table, fallback: message } : message;
}

/** For whom a message is, and when. */
interface Face {
  readonly audience: Audience;
  readonly now: Date;
}

function withTable(
  listing: Listing,
  columns: readonly string[],
  face: Face,
  shown: number,
): Message {
  const caption = shorten(listing.said(shown)[0] ?? '', NOTICE_LENGTH) || '–';
  return withBody(listing, face, shown, (entries) =>
    entries.length === 0 ? [] : [listingTable(caption, columns, entries)],
  );
}

/** What stands in the place of the entries. */
type Body = (entries: readonly Entry[]) => types.KnownBlock[];

function withEntries(listing: Listing, face: Face, shown: number): Message {
  const { order } = listing;
  return withBody(listing, face, shown, (entries) =>
    entries.flatMap((entry, index) => entryBlocks(entry, { order, above: entries[index - 1] })),
  );
}

function withBody(listing: Listing, { audience, now }: Face, shown: number, body: Body): Message {
  const { searched } = listing;
  const [headline = '', ...more] = listing.said(shown);
  const notices = [...more, ...leftOutNotice(listing, shown)];
  const entries = listing.entries.slice(0, shown);
  return {
    text: plainText(
      [headline, ...notices],
      entries.map(({ line }) => line),
    ),
    cites: entries.flatMap(({ cites }) => cites.map(postedCitation)),
    blocks: [
      richText(
        ...(typeof audience === 'object'
          ? [section({ type: 'user', user_id: audience.sharedBy }, words(' shared:'))]
          : []),
        ...titled(
          shorten(headline, NOTICE_LENGTH),
          notices.map((notice) => shorten(notice, NOTICE_LENGTH)),
        ),
      ),
      ...body(entries),
      ...listingButtons(listing, audience, shown),
      ...answerFooter(searched, now),
    ],
  };
}

/** What Slack has no room for; of passages how many, of other lists only where not even the next one fits. */
function leftOutNotice({ entries, order }: Listing, shown: number): string[] {
  const left = entries.slice(shown);
  const passages = left.flatMap(({ parts }) => parts).length;
  if (order === 'rank')
    return passages > 0
      ? [`${plural(passages, 'passage')} left out: too long for one Slack message.`]
      : [];
  return shown === 0 && left.length > 0
    ? ['The next one is too long for a Slack message; the terminal shows it.']
    : [];
}

/** Words longer than this would not fit on a button. */
const SPELLING_LENGTH = 40;

/** Asks again with the archive's spelling. */
function respellButton(respelled: Respelled | undefined): types.Button[] {
  const value = respelled && encodeAsked(respelled.asked);
  if (respelled === undefined || typeof value !== 'string') return [];
  const label = `Search for “${shorten(respelled.as.join(' '), SPELLING_LENGTH)}”`;
  return [button(ACTIONS.respell, label, value)];
}

/** Share is for what only one person sees; More for whatever has more; Remove for all. */
function listingButtons(
  { asked, more, respelled }: Listing,
  audience: Audience,
  shown: number,
): types.KnownBlock[] {
  const here = encodeAsked(asked);
  // An entry that no message can hold is passed over.
  const passed = Math.max(shown, 1);
  const rest = encodeAsked({ ...asked, skip: asked.skip + passed });
  const remove = audience === 'private' ? removePrivateButton() : removeButton();
  if (here === null || rest === null)
    return [
      footnote('The question is too long for Share and More; ask with fewer words to have them.'),
      buttons(remove),
    ];
  const further = more(passed);
  const elements = [
    ...(audience === 'private' && shown > 0
      ? [button(ACTIONS.share, 'Share in channel', here, 'primary')]
      : []),
    ...(further > 0 ? [button(ACTIONS.more, `More (${further})`, rest)] : []),
    ...respellButton(respelled),
    remove,
  ];
  return [buttons(...elements)];
}
