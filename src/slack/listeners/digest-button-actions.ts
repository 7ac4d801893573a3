import { decodeDigestRef } from '../actions.js';
import { changeDigest } from '../change-digest.js';
import { digestMessage } from '../messages/digest-message.js';
import { notAMemberMessage, reasonMessage } from '../messages/reason-message.js';
import { sayRefusal } from '../messages/say-refusal.js';
import { previewDigest } from './digest-words.js';
import type { PressListener } from './listener.js';

/** The buttons under a channel's digest setting, and More under a digest. */

export const previewDigestAction: PressListener = previewDigest;

export const pauseDigestAction: PressListener = (pressed, desk) =>
  changeDigest({ state: 'paused' }, pressed, desk);

export const resumeDigestAction: PressListener = (pressed, desk) =>
  changeDigest({ state: 'on' }, pressed, desk);

export const endDigestAction: PressListener = (pressed, desk) =>
  changeDigest({ state: 'off' }, pressed, desk);

/** Sends it to the channel at once. What cannot be sent is told to whoever pressed. */
export const sendDigestAction: PressListener = async ({ where, message, reply }, desk) => {
  // The same button pressed twice sends one; asked for anew, it is a new wish.
  const sent = await desk.digests.sendNow(where, message);
  if (sent.kind === 'already')
    await reply.privately(
      reasonMessage(`This digest has been sent already. ${desk.command} digest offers another.`),
    );
  if (sent.kind !== 'failed') return;
  await reply.privately(
    /^(?:not_in_channel|channel_not_found)$/.test(sent.reason)
      ? notAMemberMessage(desk.handle, 'no digest was sent')
      : reasonMessage(`The digest was not sent, because ${sayRefusal(sent.reason)}.`),
  );
};

/** The entries that the digest left out, to whoever pressed: the channel has had its one message. */
export const moreDigestAction: PressListener = async ({ value, reply }, { digests }) => {
  const { key, skip } = decodeDigestRef(value);
  const more = await digests.more(key, skip);
  await reply.privately(
    more === null || more.entries.length === 0
      ? reasonMessage('There is nothing more to show of this digest.')
      : digestMessage(more, key),
  );
};
