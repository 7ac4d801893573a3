import type { DigestDesk } from '../digest/digest-desk.js';
import type { Desk } from './desk.js';
import type { From } from './listeners/listener.js';
import { digestChangedMessage } from './messages/digest-setting-message.js';
import { notAMemberMessage, reasonMessage } from './messages/reason-message.js';

type Change = Parameters<DigestDesk['change']>[1];

/**
 * Changes a channel's digest and says so in the channel, with who did it and when the next one comes. Where the bot
 * cannot speak it could not send a digest either: it is paused there, and whoever asked is told how to mend that.
 */
export async function changeDigest(change: Change, from: From, desk: Desk): Promise<void> {
  const { where, user, reply, zone } = from;
  const before = await desk.digests.plan(where);
  if (before === null && change.state !== 'on')
    return reply.privately(reasonMessage('No digest is set up in this channel.'));
  const by = { user, zone: await zone() };
  const plan = await desk.digests.change(where, change, by);
  if (await reply.announce(digestChangedMessage(plan, user))) return;
  if (plan.setting.state === 'on') await desk.digests.change(where, { state: 'paused' }, by);
  await reply.privately(notAMemberMessage(desk.handle, 'the digest is paused'));
}
