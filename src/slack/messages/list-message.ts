import type { types } from '@slack/bolt';
import type { Freshness } from '../../answer/answer.js';
import { freshnessLine, shorten } from '../../answer/say-answer.js';
import { ACTIONS, encodeAskedRef, type AskedRef } from '../actions.js';
import type { PostedCitation } from '../../store/posts.js';
import { button, buttons, footnote, richText, section, words, type Message } from './blocks.js';
import { longest, plainText } from './fitting.js';

/** Where an answer is shown: to one person, in a thread for all, or shared by a person (their Slack id). */
export type Audience = 'private' | 'thread' | { readonly sharedBy: string };

/** One thing of a list, shown whole or not at all. */
export interface Entry {
  readonly blocks: readonly types.KnownBlock[];
  /** The same in one line, for notifications and screen readers. */
  readonly line: string;
  /** The words of files that it shows. */
  readonly cites?: readonly PostedCitation[];
}

/** An answer of any kind, before it is known how much of it Slack takes. */
export interface Listing {
  /** What was asked: Share and More ask it again. */
  readonly asked: AskedRef;
  /** What is said above the entries when so many of them are shown; the first line is the headline. */
  readonly said: (shown: number) => readonly string[];
  readonly entries: readonly Entry[];
  /** How many more there are to ask on for when so many are shown. */
  readonly more: (shown: number) => number;
  readonly searched: Freshness;
}

/** A notice may name every file of a large archive; so much of it is read. */
const NOTICE_LENGTH = 600;

/** Entries of a list in one message, before Slack's limits take some away. */
const PAGE = 8;

/** The part of a list that a message may show, and what is to be said of the others. */
export interface Page<T> {
  readonly page: readonly T[];
  readonly range: (shown: number) => readonly string[];
  readonly more: (shown: number) => number;
}

export function pageOf<T>(all: readonly T[], skip: number, size = PAGE): Page<T> {
  return pageFrom(all.slice(skip), skip, all.length, size);
}

/** The same for a list of which only what comes after `skip` of `total` is at hand. */
export function pageFrom<T>(rest: readonly T[], skip: number, total: number, size = PAGE): Page<T> {
  return {
    page: rest.slice(0, size),
    range: (shown) => {
      if (shown === total) return [];
      if (skip >= total) return ['There is no more to show.'];
      return shown === 0
        ? ['The next one is too long for a Slack message; the terminal shows it.']
        : [`Shown here: ${skip + 1}–${skip + shown} of ${total}.`];
    },
    more: (shown) => Math.max(0, total - skip - shown),
  };
}

/**
 * A list as a Slack message. Where it would be too long for Slack it loses entries from the end, never words from
 * one of them.
 */
export function listMessage(list: Listing, audience: Audience): Message {
  return longest(list.entries.length, (shown) => withEntries(list, audience, shown));
}

function withEntries(list: Listing, audience: Audience, shown: number): Message {
  const [headline = '', ...notices] = list.said(shown);
  const entries = list.entries.slice(0, shown);
  return {
    text: plainText(
      [headline, ...notices],
      entries.map(({ line }) => line),
    ),
    cites: entries.flatMap(({ cites = [] }) => cites),
    blocks: [
      richText(
        ...(typeof audience === 'object'
          ? [section({ type: 'user', user_id: audience.sharedBy }, words(' shared:'))]
          : []),
        section(words(shorten(headline, NOTICE_LENGTH), { bold: true })),
        ...notices.map((notice) => section(words(shorten(notice, NOTICE_LENGTH)))),
      ),
      ...entries.flatMap(({ blocks }) => blocks),
      ...listButtons(list, audience, shown),
      footnote(freshnessLine(list.searched)),
    ],
  };
}

/** Share is for what only one person sees; More for whatever has more. */
function listButtons(
  { asked, more }: Listing,
  audience: Audience,
  shown: number,
): types.KnownBlock[] {
  const { skip } = asked;
  const here = encodeAskedRef(asked);
  // An entry that no message can hold is passed over.
  const rest = encodeAskedRef({ ...asked, skip: skip + Math.max(shown, 1) });
  if (here === null || rest === null)
    return [
      footnote('The question is too long for Share and More; ask with fewer words to have them.'),
    ];
  const further = more(Math.max(shown, 1));
  const elements = [
    ...(audience === 'private' && shown > 0
      ? [button({ actionId: ACTIONS.share, label: 'Share in channel', value: here, primary: true })]
      : []),
    ...(further > 0
      ? [button({ actionId: ACTIONS.more, label: `More (${further})`, value: rest })]
      : []),
  ];
  return elements.length > 0 ? [buttons(...elements)] : [];
}
