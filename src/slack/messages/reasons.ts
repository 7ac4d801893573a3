import type { Watch } from '../../store/watches.js';
import { sayQuestion } from './say-question.js';
import { sayRefusal } from './say-refusal.js';

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
  watchNeedsQuestion: 'A watch needs a question, such as watch “safe third country” from:cnn.',
  watchedAlready: 'This is watched here already.',
  noDigest: 'No digest is set up in this channel.',
  noMoreOfDigest: 'There is nothing more to show of this digest.',
  oldForm: 'This form is from an older version of the bot; open it again.',
  ownMessage:
    'This message is from me. Choose a message that somebody else wrote; under my own answers, Context and Verify lead back to the files.',
  noWordsInMessage:
    'This message has no words to look for. Choose one with text in it: pictures, files and emoji are not read.',
  /** What became of a wish where the bot is no member of the channel. */
  nothingWatched: 'nothing is watched here',
  digestPaused: 'the digest is paused',
  noDigestSent: 'no digest was sent',
} as const;

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
    : `Removed: ${sayQuestion(removed.question)} is watched no more.`;
}

export function digestSentReason(command: string): string {
  return `This digest has been sent already. ${command} digest offers another.`;
}

export function digestNotSentReason(code: string): string {
  return `The digest was not sent, because ${sayRefusal(code)}.`;
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
    ? { state: `${on} ${command} corrections off stops that.`, change: on }
    : {
        state: `${off} ${command} corrections on has threads told again when cited words no longer stand.`,
        change: `${off} ${command} corrections on brings them back.`,
      };
}
