import { readdirSync } from 'node:fs';
import type { types } from '@slack/bolt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CitationContext, refOf } from '../../../../src/answer/answer.js';
import { checkMessage, checkView } from '../../../../src/block-kit/check-blocks.js';
import type { Correction } from '../../../../src/digest/corrections/correction.js';
import type { Opened } from '../../../../src/slack/actions.js';
import { archiveFooter, answerFooter } from '../../../../src/slack/messages/archive-footer.js';
import { articleView } from '../../../../src/slack/messages/article-view.js';
import { type Message, reasonMessage } from '../../../../src/slack/messages/blocks.js';
import { changedView, citationView } from '../../../../src/slack/messages/citation-view.js';
import { markedMessage } from '../../../../src/slack/messages/correction-mark.js';
import { correctionMessage } from '../../../../src/slack/messages/correction-message.js';
import { digestMessage, previewMessage } from '../../../../src/slack/messages/digest-message.js';
import {
  digestChangedMessage,
  digestModal,
  digestSettingMessage,
} from '../../../../src/slack/messages/digest-setting.js';
import { postedCitation } from '../../../../src/slack/messages/entry-blocks.js';
import { greetingMessage } from '../../../../src/slack/messages/greeting-message.js';
import { helpMessage } from '../../../../src/slack/messages/help-message.js';
import {
  hereChangedMessage,
  hereMessage,
  openQuestion,
} from '../../../../src/slack/messages/here-messages.js';
import { homeView, outsiderHome } from '../../../../src/slack/messages/home-view.js';
import { listingMessage } from '../../../../src/slack/messages/listing-message.js';
import { reasonView, waitingView } from '../../../../src/slack/messages/modals.js';
import { noticeMessage, outgoingMessage } from '../../../../src/slack/messages/outgoing-message.js';
import { encodeBody } from '../../../../src/slack/messages/posted-body.js';
import { reportModal } from '../../../../src/slack/messages/report-messages.js';
import {
  watchesMessage,
  watchMadeMessage,
  watchMessage,
  watchModal,
} from '../../../../src/slack/messages/watch-messages.js';
import { failureReason, watchRemovedReason } from '../../../../src/slack/messages/wording.js';
import type { DigestSetting, Report, Watch } from '../../../../src/store/records.js';
import { aDigest, aSetting } from '../../../support/digest.js';
import { type Hostile, hostile } from '../../../support/hostile.js';
import { NOON } from '../../../support/open-memory-archive.js';
import { unlikeSlack } from '../../../support/slack-fields.js';

type Made = Message | types.View;

const KEY = 'digest:T1:C7:2026-11-24';
/** Whoever runs the bot chooses it. */
const COMMAND = '/deport';
/** The only person and the only channel that a message may name: they were given as such. */
const USER = 'U7';
const CHANNEL = 'C7';

/** Every function of the folder that makes a message or a view, driven in each of its forms. */
const DRIVEN: Readonly<Record<string, (given: Hostile) => readonly Made[]>> = {
  reasonMessage: ({ words, ...given }) => [
    reasonMessage(failureReason('R-1', words)),
    reasonMessage(watchRemovedReason(watchOf({ words, ...given }, 0))),
  ],
  listingMessage: ({ listing, words, entries }) =>
    (['private', 'thread', { sharedBy: USER }] as const).flatMap((audience) => {
      const list = listingMessage(listing, audience, NOON);
      const table = listingMessage(
        { ...listing, columns: [words, 'Date', 'File', entries[0]?.article.outlet ?? ''] },
        audience,
        NOON,
      );
      return [list, table, ...(table.fallback === undefined ? [] : [table.fallback])];
    }),
  correctionMessage: (given) => [correctionMessage(correctionsOf(given))],
  markedMessage: (given) => [
    markedMessage(encodeBody(listingMessage(given.listing, 'thread', NOON)), correctionsOf(given)),
  ],
  digestMessage: (given) => [digestMessage(digestOf(given), KEY)],
  previewMessage: (given) => [previewMessage(digestOf(given), KEY)],
  outgoingMessage: (given) => [
    outgoingMessage({ kind: 'digest', digest: digestOf(given) }, KEY, COMMAND),
    outgoingMessage({ kind: 'correction', corrections: correctionsOf(given) }, KEY, COMMAND),
  ],
  noticeMessage: ({ words }) =>
    (['paused', 'undelivered'] as const).map((kind) =>
      noticeMessage({ setting: settingOf(words), kind, reason: words, dueAt: NOON }, COMMAND),
    ),
  watchMessage: (given) => [
    watchMessage({ watch: watchOf(given, 0), citations: given.citations }, COMMAND),
  ],
  watchMadeMessage: (given) => [
    watchMadeMessage(watchOf(given, 0), true),
    watchMadeMessage(watchOf(given, 0), false),
  ],
  watchesMessage: (given) => [
    watchesMessage(watchesOf(given), { command: COMMAND }),
    watchesMessage([], { command: COMMAND }),
  ],
  digestSettingMessage: ({ words }) => [
    digestSettingMessage({ setting: settingOf(words), next: NOON }, CHANNEL),
    digestSettingMessage(null, CHANNEL),
  ],
  digestChangedMessage: ({ words }) => [
    digestChangedMessage({ setting: settingOf(words), next: NOON }, USER),
    digestChangedMessage({ setting: { ...settingOf(words), state: 'on' }, next: NOON }, USER),
  ],
  greetingMessage: () => [greetingMessage({ command: COMMAND, handle: 'clipdesk' })],
  helpMessage: ({ freshness }) => [helpMessage(COMMAND, freshness), helpMessage(null, freshness)],
  hereMessage: () => [
    hereMessage({
      opened: { by: USER, at: NOON },
      onlyAdmins: true,
      followUps: true,
      bar: 'maybe_shared',
      admins: [USER],
      command: COMMAND,
    }),
  ],
  openQuestion: () => [openQuestion()],
  hereChangedMessage: () => [hereChangedMessage('open', USER, COMMAND)],

  citationView: (given) =>
    contextsOf(given).flatMap((context) => [
      citationView(
        { context, verdict: { kind: 'identical' }, at: NOON, why: given.citations[0]?.why ?? null },
        openedOf(context, given),
      ),
      citationView(
        { context, verdict: { kind: 'unreadable', reason: given.words }, at: NOON, why: null },
        { ...openedOf(context, given), revealed: true },
      ),
    ]),
  changedView: ({ words }) => [
    changedView({ kind: 'changed', now: words, withdrawn: words }, NOON),
    changedView({ kind: 'unreadable', reason: words }, NOON),
  ],
  articleView: (given) =>
    contextsOf(given).map((context) => articleView(context, openedOf(context, given))),
  homeView: (given) => [
    homeView({
      freshness: given.freshness,
      user: USER,
      command: COMMAND,
      watches: watchesOf(given),
      digests: given.entries.map(() => ({ setting: settingOf(given.words), next: NOON })),
      asked: given.words,
      sources: given.entries.map(() => ({
        name: given.words,
        lastSuccess: NOON,
        nextTry: null,
        error: given.words,
      })),
      recent: given.entries.map((_, number) => `${number} ${given.words}`),
      admin: {
        reports: given.citations.map((citation) => reportOf(citation, given)),
        failed: {
          counts: given.entries.map(() => ({ reason: given.words, count: 2 })),
          newest: given.entries.map(() => ({
            kind: 'watch',
            team: 'T1',
            channel: CHANNEL,
            reason: given.words,
            at: NOON,
          })),
        },
        faults: given.entries.map(({ article: { file } }) => ({
          severity: 'error',
          file,
          key: null,
          message: given.words,
        })),
      },
    }),
  ],
  outsiderHome: ({ words }) => [outsiderHome(words)],
  waitingView: () => [waitingView('The passage')],
  reasonView: ({ words }) => [reasonView('The passage', words)],
  digestModal: ({ words }) => [
    digestModal(settingOf(words), CHANNEL),
    digestModal(settingOf(words), null),
  ],
  watchModal: () => [watchModal()],
  reportModal: (given) =>
    given.citations
      .slice(0, 1)
      .map((citation) => reportModal('["value"]', reportOf(citation, given))),

  // Blocks alone, which messages of more than one kind hold.
  answerFooter: ({ freshness }) => [{ text: 'a footer', blocks: answerFooter(freshness, NOON) }],
  archiveFooter: ({ freshness }) => [{ text: 'a footer', blocks: [archiveFooter(freshness)] }],
};

/** What messages are made of: no message, and driven with those that they stand in. */
const PIECES = {
  files: ['blocks', 'wording', 'refusals', 'quote-elements', 'source-lines', 'agent-prompts'],
  names: [
    'adminBlocks',
    'channelInput',
    'correctionLines',
    'decodeBody',
    'eachOnce',
    'encodeBody',
    'entryBlocks',
    'isKeptBack',
    'listingTable',
    'pagesOf',
    'postedCitation',
    'removeButton',
    'removePrivateButton',
    'sourcesBlock',
    'watchBlock',
  ],
};

function settingOf(words: string): DigestSetting {
  return aSetting({
    channel: CHANNEL,
    changedBy: USER,
    topic: words,
    state: 'paused',
    pausedBy: words,
  });
}

function watchOf({ words }: Hostile, number: number): Watch {
  return {
    team: 'T1',
    channel: CHANNEL,
    id: String(number),
    user: USER,
    question: words,
    madeAt: NOON,
    seenUpTo: 0,
  };
}

function watchesOf(given: Hostile): Watch[] {
  return given.entries.map((_, number) => watchOf(given, number));
}

function digestOf(given: Hostile): ReturnType<typeof aDigest> {
  const [first] = given.citations;
  return aDigest({
    entries: given.entries,
    topic: given.words,
    lateSince: NOON,
    corrections: correctionsOf(given),
    fromArchive: first ?? null,
    searched: given.freshness,
    quotations: given.citations.slice(0, 3).map((citation) => ({
      ...citation,
      article: citation.passage.article,
      paragraph: citation.passage.paragraph,
      printed: citation,
      wholeSentence: true,
      speaker: {
        name: given.words,
        mention: { start: 0, end: 5, text: given.words.slice(0, 9) },
        basis: 'resolved',
      },
    })),
  });
}

function correctionsOf({ citations, words }: Hostile): Correction[] {
  return citations.flatMap((citation): Correction[] => {
    const { article, paragraph } = citation.passage;
    const posted = { citation: postedCitation(citation), since: NOON };
    const { start, end, text } = citation;
    const now = { paragraph, start, end, text, added: [{ start, end: start + 5 }] };
    return [
      { ...posted, kind: 'changed', article, struck: [{ start: 0, end: 5 }], now },
      { ...posted, kind: 'withdrawn', article, reason: words },
      { ...posted, kind: 'gone' },
      { ...posted, kind: 'restored', article },
    ];
  });
}

function contextsOf({ citations }: Hostile): CitationContext[] {
  return citations.slice(0, 5).map((citation) => {
    const { article, paragraph } = citation.passage;
    return {
      ref: refOf(citation),
      article,
      passage: citation.passage,
      problems: citation.problems,
      before: paragraph,
      after: article.paragraphs[1] ?? null,
    };
  });
}

function openedOf({ ref }: CitationContext, { words }: Hostile): Opened {
  return { ref, asked: { question: words, thread: [words] }, page: 0, revealed: false };
}

function reportOf(citation: Hostile['citations'][number], { words }: Hostile): Report {
  return {
    ...refOf(citation),
    team: 'T1',
    user: USER,
    at: NOON,
    question: words,
    thread: [words],
    paragraph: 1,
    reason: 'other',
    remark: words,
  };
}

/** Whom or what a message calls, by its own account, that nobody has given it to call. */
function called(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(called);
  if (typeof value !== 'object' || value === null) return [];
  const own: Record<string, unknown> = { ...value };
  const inner = Object.values(own).flatMap(called);
  switch (own['type']) {
    case 'user':
      return own['user_id'] === USER ? inner : [`user ${String(own['user_id'])}`];
    case 'channel':
      return own['channel_id'] === CHANNEL ? inner : [`channel ${String(own['channel_id'])}`];
    case 'link':
      return String(own['url']).startsWith('https://post.example/') ? inner : [String(own['url'])];
    case 'mrkdwn':
      return [...markup(String(own['text'])), ...inner];
    case 'plain_text':
      return own['emoji'] === false ? inner : [`emoji are read in ${String(own['text'])}`];
    case 'broadcast':
    case 'emoji':
    case 'usergroup':
    case 'team':
      return [`a ${own['type']}`];
    default:
      return inner;
  }
}

/** What Slack would read in markup as more than words, our moments and the two names taken out. */
function markup(text: string): string[] {
  const ours = new RegExp(`<!date\\^[^<>]+>|<@${USER}>|<#${CHANNEL}>`, 'g');
  return /[<>]|&(?!amp;|lt;|gt;)/.test(text.replaceAll(ours, '')) ? [text] : [];
}

describe('whatever stands in an article, a question or a reason', () => {
  it.each(Object.entries(DRIVEN))('%s is taken by Slack, and calls nobody', (_name, make) => {
    fc.assert(
      fc.property(hostile, (given) => {
        for (const made of make(given)) {
          expect('type' in made ? checkView(made) : checkMessage(made)).toEqual([]);
          expect(unlikeSlack('type' in made ? made : made.blocks)).toEqual([]);
          expect(called(made.blocks)).toEqual([]);
          expect('text' in made ? markup(made.text) : []).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('no message is left out: each function of the folder is driven, or is a piece of those', async () => {
    const folder = new URL('../../../../src/slack/messages/', import.meta.url);
    const names = readdirSync(folder).map((file) => file.replace('.ts', ''));
    const found: string[] = [];
    for (const name of names.filter((one) => !PIECES.files.includes(one))) {
      const file: Record<string, unknown> = await import(`${folder.href}${name}.ts`);
      found.push(...Object.keys(file).filter((one) => typeof file[one] === 'function'));
    }
    const known = [...Object.keys(DRIVEN), ...PIECES.names];
    expect(found.toSorted()).toEqual(known.filter((one) => one !== 'reasonMessage').toSorted());
  });
});
