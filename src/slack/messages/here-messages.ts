import type { types } from '@slack/bolt';
import type { ChannelSetting } from '../../store/records.js';
import { ACTIONS } from '../actions.js';
import {
  button,
  buttons,
  clock,
  escapeText,
  type Message,
  richText,
  section,
  words,
} from './blocks.js';
import type { Bar } from './wording.js';

export interface HereState extends ChannelSetting {
  /** What keeps answers from being posted for all to read; `null` for nothing. */
  readonly bar: Bar | null;
  /** User ids. */
  readonly admins: readonly string[];
  readonly command: string;
}

/** How it stands in a channel: who may read the archive in it, and who may change what is set there. */
export function hereMessage(state: HereState): Message {
  const { opened, onlyAdmins, admins, command } = state;
  const next =
    opened === null ? `${command} here share opens it.` : `${command} here private closes it.`;
  const named = onlyAdmins ? admins.flatMap((id) => [words(' '), person(id)]) : [];
  return {
    text: escapeText([readers(state), next, changers(onlyAdmins), followUpsLine(state)].join('\n')),
    blocks: [
      richText(
        section(
          words(opened === null ? 'Closed. ' : 'Open. ', { bold: true }),
          words(`${readers(state)} ${next}`),
        ),
        ...(opened === null
          ? []
          : [
              section(
                ...(opened.by === null
                  ? [words('Opened ', { italic: true })]
                  : [
                      words('Opened by ', { italic: true }),
                      person(opened.by),
                      words(', ', { italic: true }),
                    ]),
                clock(opened.at, { italic: true }),
                words('.', { italic: true }),
              ),
            ]),
        section(words(changers(onlyAdmins)), ...named),
        section(words(followUpsLine(state))),
      ),
    ],
  };
}

function readers({ opened, bar }: HereState): string {
  if (opened !== null) return EVERYONE;
  switch (bar) {
    case 'shared_channel':
      return 'People of other organisations are in this channel: I do not answer them, and post nothing of the archive here.';
    case 'maybe_shared':
      return 'I cannot tell whether people of other organisations are in this channel: I do not answer them, and unless I know that there are none, I post nothing of the archive here.';
    case 'channel_not_found':
      return 'I am not in this channel and cannot see who is: I post nothing of the archive here.';
    case null:
      return 'No people of other organisations are in this channel. If any come, I do not answer them, and post nothing of the archive here.';
  }
}

const EVERYONE =
  'Everyone in this channel, people of other organisations too, may ask the archive and read what I post.';

function changers(onlyAdmins: boolean): string {
  return onlyAdmins
    ? 'Only the admins may change the digest, the corrections and other people’s watches of this channel:'
    : 'Whoever is in this channel and of the house may change its digest, its corrections and its watches.';
}

function followUpsLine({ followUps, command }: HereState): string {
  return followUps
    ? `In a thread that I have answered in, a question needs no mention of me. ${command} here follow-ups off changes that.`
    : `In a thread, each question needs a mention of me. ${command} here follow-ups on changes that.`;
}

/** Before a channel is opened: what that means, and the button that does it. */
export function openQuestion(): Message {
  const question =
    'Open this channel? Everyone in it, people of other organisations too, may then ask the archive and read what I post: answers, digests, watch news and corrections. They cannot change anything. The channel is told that you opened it.';
  return {
    text: question,
    blocks: [
      richText(section(words(question))),
      buttons(button(ACTIONS.openChannel, 'Open this channel', 'open', 'primary')),
    ],
  };
}

/** What the people of a channel can do to it. */
export type HereChange =
  'open' | 'close' | 'only-admins' | 'everyone' | 'follow-ups on' | 'follow-ups off';

/** To all in the channel: who did what to it, and what that means. */
export function hereChangedMessage(change: HereChange, user: string, command: string): Message {
  const said = `${CHANGES[change]}${backAgain(change, command)}`;
  return {
    text: escapeText(`Somebody ${said}`),
    blocks: [richText(section(person(user), words(` ${said}`)))],
  };
}

function backAgain(change: HereChange, command: string): string {
  switch (change) {
    case 'open':
      return ` ${command} here private closes it again.`;
    case 'follow-ups on':
      return ` ${command} here follow-ups off stops that.`;
    default:
      return '';
  }
}

const CHANGES: Readonly<Record<HereChange, string>> = {
  open: `opened this channel. ${EVERYONE} Only people of the house can change anything.`,
  close:
    'closed this channel. I do not answer people of other organisations here, and while any are in it I post nothing of the archive.',
  'only-admins':
    'left it to the admins to change the digest, the corrections and other people’s watches of this channel.',
  everyone:
    'let whoever is in this channel and of the house change its digest, its corrections and its watches.',
  'follow-ups on':
    'has me answer follow-ups here without a mention: a question in a thread that I have answered in, which names nobody.',
  'follow-ups off': 'has me answer in threads of this channel only where I am mentioned.',
};

function person(id: string): types.RichTextUserMention {
  return { type: 'user', user_id: id };
}
