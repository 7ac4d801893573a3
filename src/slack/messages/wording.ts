import { shorten } from '../../requests/wording.js';
import type { DigestChoice, QuietDay, Watch, Weekday } from '../../store/records.js';
import { sayRefusal } from './refusals.js';

/**
 * What the bot says of its own doings, in a sentence or two to one person: why there is nothing to show, and what became
 * of a press or a command.
 */
export const REASONS = {
  notShared:
    'Not shared: the archive has changed and no longer answers this. Ask again to see what it holds now.',
  sharedAlready: 'This answer has been shared already.',
  noSuchWords:
    'The archive no longer holds these words at this place. Ask again to see what it holds now.',
  withdrawnKept: 'Its words are kept back until you ask for them.',
  watchNeedsQuestion: 'A watch needs a question, such as watch “safe third country” from:cnn.',
  watchedAlready: 'This is watched here already.',
  noDigest: 'No digest is set up in this channel.',
  noMoreOfDigest: 'There is nothing more to show of this digest.',
  oldEdit:
    'This message is more than a day old, and I cannot tell whether I have answered it already. Mention me in a new message to ask.',
  workflowsOnlyAsk:
    'A workflow can ask me, but not set anything up: that is for a person to do, in the channel or by the command.',
  oldShortcut: 'The bot no longer has this shortcut.',
  stopped: 'Stopped: I have posted nothing. Ask again whenever you like.',
  stoppedTooLate: 'That was too late to stop: the answer stands above.',
  oldForm: 'This form is from an older version of the bot; open it again.',
  notShownHere:
    'Not shared: I am not in this conversation and cannot see who reads it. Copy the answer, or share it in a channel.',
  hereIsNoChannel: '“here” is about a channel: write it in one.',
  openAlready: 'This channel is open already.',
  closedAlready: 'This channel is closed: nobody has opened it.',
  noAdmins:
    'I have no admins, so there is nobody to leave it to. Whoever runs me names them in ADMINS, by their user ids.',
  notYoursToRemove:
    'Only the person who asked for this message, or set up what sends it, can remove it; and the admins of this bot.',
  nobodysToRemove:
    'I do not know who asked for this message, so only the admins of this bot can remove it.',
  questionNotKept:
    'This question is too long for me to keep with its passage. Ask with fewer words, then press Wrong passage? again.',
  chooseReason: 'Choose what is wrong with it.',
  chooseChannel: 'Choose a channel.',
  ownMessage:
    'This message is from me. Choose a message that somebody else wrote; under my own answers, Open leads back to the files.',
  noWordsInMessage:
    'This message has no words to look for. Choose one with text in it: pictures, files and emoji are not read.',
  /** What became of a wish where the bot is no member of the channel. */
  nothingWatched: 'nothing is watched here',
  notOpened: 'nothing was opened',
  digestPaused: 'the digest is paused',
  noDigestSent: 'no digest was sent',
} as const;

/** Once an hour, where workflows ask so often that they might be answering one another. */
export function workflowsPauseReason(most: number): string {
  return `Workflows have asked me ${most} times in this channel within the hour, and I answer no more of them until the next hour begins. I still answer people as always.`;
}

/**
 * For a failure, which the log holds under the same reference; `code` is what Slack said, where it was Slack that failed.
 */
export function failureReason(reference: string, code: string | null): string {
  return code === null
    ? `Something went wrong on my side, and I have no answer for you. Please try again; if it happens again, give this reference to whoever runs me: ${reference}`
    : `That did not work, because ${sayRefusal(code)}. The reference for whoever runs me: ${reference}`;
}

/** Above what was to be said elsewhere and comes in a direct message; `code` is what Slack said to the first way. */
export function movedReason(code: string | null): string {
  return `This comes here because ${sayRefusal(code ?? 'reply_not_taken')}.`;
}

/**
 * Why words of the archive may not be posted in a channel for all to read: people of other organisations are in it;
 * Slack does not tell whether they are, for want of a scope; the bot cannot see the channel at all.
 */
export type Bar = 'shared_channel' | 'maybe_shared' | 'channel_not_found';

/** Whether a reason why something was not posted is that others read the channel, or may. */
export function isReadByOthers(reason: string): reason is 'shared_channel' | 'maybe_shared' {
  return reason === 'shared_channel' || reason === 'maybe_shared';
}

/** To somebody of the house, what keeps words of the archive from being posted, and how to go on. */
export function barredReason(
  bar: Bar,
  { command, handle }: { readonly command: string; readonly handle: string },
): string {
  const instead = `Ask with ${command} and I answer you alone. To let everyone in this channel read the archive, write ${command} here share.`;
  switch (bar) {
    case 'shared_channel':
      return `People of other organisations are in this channel, so I post nothing of the archive here. ${instead}`;
    case 'maybe_shared':
      return `I cannot tell whether people of other organisations are in this channel, so I post nothing of the archive here. ${instead} Whoever runs me can let me see it with the scopes channels:read and groups:read.`;
    case 'channel_not_found':
      return `I cannot see this channel, nor who reads it, so I post nothing of the archive here. Invite me with /invite @${handle}, then try again.`;
  }
}

/** To somebody of another organisation: in a channel that is `closed`, in a `direct` message, or who wanted to `set` something. */
export function outsiderReason(
  why: 'closed' | 'direct' | 'set',
  { house, command }: { readonly house: string; readonly command: string },
): string {
  if (why === 'set')
    return `Sorry, only people of ${house} can do that. Ask me a question here, and I will answer.`;
  const sorry = `Sorry, I only answer people of ${house}: what I search is their archive.`;
  return why === 'closed'
    ? `${sorry} One of them can open this channel to everyone in it with ${command} here share.`
    : `${sorry} In a channel that you share with them, one of them can let me answer everyone with ${command} here share.`;
}

/** Where the bot is no member it cannot post: what became of the wish, and how to let it in. */
export function notAMemberReason(handle: string, outcome: string): string {
  return `I am not in this channel and cannot post here: ${outcome}. Invite me with /invite @${handle}, then try again.`;
}

export function watchLimitReason(
  { kind, limit }: { readonly kind: 'person-limit' | 'channel-limit'; readonly limit: number },
  command: string,
): string {
  return kind === 'person-limit'
    ? `You have ${limit} watches, and there can be no more for one person. Remove one first: ${command} watches lists them.`
    : `This channel has ${limit} watches, and there can be no more. Remove one first: ${command} watches lists them.`;
}

export function watchRemovedReason(removed: Watch | null): string {
  return removed === null
    ? 'This watch was removed already.'
    : `Removed: ${sayQuestion(removed.question)}. I no longer watch for it.`;
}

export function digestSentReason(command: string): string {
  return `This digest has been sent already. ${command} digest offers another.`;
}

export function digestNotSentReason(code: string): string {
  return `The digest was not sent, because ${sayRefusal(code)}.`;
}

export function reportedReason(question: string): string {
  return `Thank you. I have kept that this is the wrong passage for ${sayQuestion(question)}; whoever runs me will see it.`;
}

export function onlyAdminsReason(command: string): string {
  return `Only the admins of this bot may change that in this channel. ${command} here tells who they are.`;
}

/** Why follow-ups without a mention do not work, in any channel or in those of one kind; `missing` are the scopes. */
export function deafReason(missing: readonly ('channels:history' | 'groups:history')[]): string {
  const [first = 'channels:history', second] = missing;
  const instead = 'Mention me in the thread instead.';
  if (second !== undefined)
    return `I do not hear what is said in threads without a mention, so nothing was changed. Whoever runs me can let me with the scopes ${first} and, for private channels, ${second}. ${instead}`;
  const kind = first === 'channels:history' ? 'public' : 'private';
  return `I do not hear what is said in threads of ${kind} channels: the scope ${first} is missing. If this channel is ${kind}, follow-ups go unheard until whoever runs me adds it. ${instead}`;
}

/** Whether corrections come to a channel: to whoever asks for the `state`, and to all after a `change`. */
export function correctionsReason(
  isOn: boolean,
  command: string,
): { readonly state: string; readonly change: string } {
  const on =
    'Corrections are on in this channel: when words cited here no longer stand in their file, the thread is told.';
  const off = 'Corrections are off in this channel.';
  return isOn
    ? { state: `${on} ${command} corrections off turns them off.`, change: on }
    : {
        state: `${off} ${command} corrections on turns them on.`,
        change: `${off} ${command} corrections on brings them back.`,
      };
}

/** Somebody's question among words of ours, in marks unless it brings its own. */
export function sayQuestion(question: string, length?: number): string {
  const shown = shorten(question, length);
  return /["“”«»]/.test(shown) ? shown : `“${shown}”`;
}

/** How a digest's plan is spelled out, the same in every message. */

/** "Monday, Nov 24, 08:00 CST", on the clocks of the zone. */
export function sayMoment(moment: Date, zone: string): string {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options }).format(moment);
  const day = part({ weekday: 'long', month: 'short', day: 'numeric' });
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day}, ${time} ${zoneName(moment, zone)}`;
}

/** Each language knows the short names of its own zones only: CST is American, CET British. */
const NAMING = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'];

function zoneName(moment: Date, zone: string): string {
  const names = NAMING.map((language) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'short' })
      .formatToParts(moment)
      .find(({ type }) => type === 'timeZoneName'),
  ).map((part) => part?.value ?? '');
  return names.find((name) => /^[A-Z]+$/.test(name)) ?? names[0] ?? zone;
}

/** "08:00 on weekdays, time of America/Chicago" */
export function sayPlan({
  time,
  days,
  zone,
}: Pick<DigestChoice, 'time' | 'days' | 'zone'>): string {
  return `${time} ${sayDays(days)}, time of ${zone}`;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function dayName(day: Weekday): string {
  return DAYS[day - 1] ?? '';
}

/** "every day", "on weekdays", "on Monday, Wednesday and Friday" */
export function sayDays(days: readonly Weekday[]): string {
  const key = days.join('');
  if (key === '1234567') return 'every day';
  if (key === '12345') return 'on weekdays';
  if (key === '67') return 'on weekends';
  const names = days.map(dayName);
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `on ${names.slice(0, -1).join(', ')} and ${last}` : `on ${last}`;
}

/** What comes on a day without news. */
export const QUIET_WORDS: Readonly<Record<QuietDay, string>> = {
  archive: 'a dated passage from the archive',
  note: 'a note that nothing is new',
  skip: 'no message',
};
