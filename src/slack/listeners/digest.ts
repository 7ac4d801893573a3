import type { DigestService } from '../../digest/digest-service.js';
import { digestKey } from '../../digest/digest-job.js';
import { parseDigestWords } from '../../digest/schedule/parse-digest-words.js';
import { decodeDigestRef } from '../actions.js';
import { digestMessage, previewMessage } from '../messages/digest-message.js';
import { digestModal } from '../messages/digest-modal.js';
import { digestChangedMessage, digestSettingMessage } from '../messages/digest-setting-message.js';
import {
  digestNotSentReason,
  digestSentReason,
  notAMemberReason,
  REASONS,
} from '../messages/wording.js';
import type { Services } from '../services.js';
import type { ActionListener, ListenerArgs } from './listener.js';

/** `digest`, `digest now`, `digest 8:30 weekdays`, `digest off`. */
export async function digestCommand(
  words: string,
  args: ListenerArgs,
  services: Services,
): Promise<void> {
  const { where, reply } = args;
  const request = parseDigestWords(words);
  switch (request.kind) {
    case 'show': {
      const plan = await services.digests.plan(where);
      return reply.privately(digestSettingMessage(plan, where.channel));
    }
    case 'preview':
      return preview(args, services);
    case 'unclear':
      return reply.explain(request.reason);
    case 'change':
      return changeDigest({ ...request.change, state: 'on' }, args, services);
    case 'pause':
      return changeDigest({ state: 'paused' }, args, services);
    case 'resume':
      return changeDigest({ state: 'on' }, args, services);
    case 'off':
      return changeDigest({ state: 'off' }, args, services);
  }
}

/**
 * Changes a channel's digest and says so in the channel, with who did it and when the next one comes. Where the bot
 * cannot speak it could not send a digest either: it is paused there, and whoever asked is told how to mend that.
 */
export async function changeDigest(
  change: Parameters<DigestService['change']>[1],
  { where, user, reply, zone }: ListenerArgs,
  { digests, handle }: Services,
): Promise<void> {
  const before = await digests.plan(where);
  if (before === null && change.state !== 'on') return reply.explain(REASONS.noDigest);
  const by = { user, zone: await zone() };
  const plan = await digests.change(where, change, by);
  if (await reply.announce(digestChangedMessage(plan, user))) return;
  if (plan.setting.state === 'on') await digests.change(where, { state: 'paused' }, by);
  await reply.explain(notAMemberReason(handle, REASONS.digestPaused));
}

async function preview({ where, reply, zone }: ListenerArgs, { digests }: Services): Promise<void> {
  const digest = await digests.preview(where, await zone());
  await reply.privately(previewMessage(digest, digestKey(digest, digest.day)));
}

/** The buttons under a channel's digest setting, and More under a digest. */

export const previewDigest: ActionListener = preview;

export const pauseDigest: ActionListener = (args, services) =>
  changeDigest({ state: 'paused' }, args, services);

export const resumeDigest: ActionListener = (args, services) =>
  changeDigest({ state: 'on' }, args, services);

export const endDigest: ActionListener = (args, services) =>
  changeDigest({ state: 'off' }, args, services);

/** Sends it to the channel at once. What cannot be sent is told to whoever pressed. */
export const sendDigest: ActionListener = async ({ where, message, reply }, services) => {
  // The same button pressed twice sends one; asked for anew, it is a new wish.
  const sent = await services.digests.sendNow(where, message);
  if (sent.kind === 'already') await reply.explain(digestSentReason(services.command));
  if (sent.kind !== 'failed') return;
  await reply.explain(
    /^(?:not_in_channel|channel_not_found)$/.test(sent.reason)
      ? notAMemberReason(services.handle, REASONS.noDigestSent)
      : digestNotSentReason(sent.reason),
  );
};

/** The entries that the digest left out, to whoever pressed: the channel has had its one message. */
export const showMoreOfDigest: ActionListener = async ({ value, reply }, { digests }) => {
  const { key, skip } = decodeDigestRef(value);
  const more = await digests.more(key, skip);
  if (more === null || more.entries.length === 0) await reply.explain(REASONS.noMoreOfDigest);
  else await reply.privately(digestMessage(more, key));
};

/** Opens the form, filled in with the channel's setting, or with the usual and the person's own zone. */
export const editDigest: ActionListener = async ({ where, value, zone, openView }, { digests }) => {
  const channel = value ?? where.channel;
  const choice = await digests.offer({ ...where, channel }, await zone());
  await openView(digestModal(choice, channel));
};
