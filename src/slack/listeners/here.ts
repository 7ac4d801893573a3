import { hereChangedMessage, hereMessage, openQuestion } from '../messages/here-messages.js';
import { deafReason, notAMemberReason, onlyAdminsReason, REASONS } from '../messages/wording.js';
import type { Services } from '../services.js';
import type { ActionListener, ListenerArgs } from './listener.js';

/** What may follow `here`. */
export const HERE_WORDS = [
  'share',
  'private',
  'only-admins',
  'everyone',
  'follow-ups on',
  'follow-ups off',
] as const;
export type HereWord = (typeof HERE_WORDS)[number];

/** `here`, and after it one of its words. */
export async function hereCommand(
  word: HereWord | null,
  args: ListenerArgs,
  services: Services,
): Promise<void> {
  const { where, user, direct, reply } = args;
  const { access, channels, command } = services;
  if (direct) return reply.explain(REASONS.hereIsNoChannel);
  switch (word) {
    case null: {
      const [setting, bar] = await Promise.all([channels.get(where), access.barred(where.channel)]);
      const { admins } = access;
      return reply.privately(hereMessage({ ...setting, bar, admins, command }));
    }
    case 'share':
      if (!(await access.mayChange(where.channel, user)))
        return reply.explain(onlyAdminsReason(command));
      return reply.privately(openQuestion());
    // Whoever is in the channel may close it: nothing gets out by that.
    case 'private':
      if ((await channels.get(where)).opened === null) return reply.explain(REASONS.closedAlready);
      await channels.change(where, { opened: null });
      return reply.openly(hereChangedMessage('close', user, command));
    case 'only-admins':
    case 'everyone':
      if (access.admins.length === 0) return reply.explain(REASONS.noAdmins);
      if (!access.admins.includes(user)) return reply.explain(onlyAdminsReason(command));
      await channels.change(where, { onlyAdmins: word === 'only-admins' });
      return reply.openly(hereChangedMessage(word, user, command));
    case 'follow-ups on':
    case 'follow-ups off':
      return changeFollowUps(word === 'follow-ups on', args, services);
  }
}

/** What is said in threads reaches the bot only with these: the one for public channels, the other for private ones. */
const HEARING = ['channels:history', 'groups:history'] as const;

async function changeFollowUps(
  followUps: boolean,
  { where, user, reply }: ListenerArgs,
  { access, channels, command, missingScopes }: Services,
): Promise<void> {
  if (!(await access.mayChange(where.channel, user)))
    return reply.explain(onlyAdminsReason(command));
  const missing = HEARING.filter((name) => missingScopes.some(({ scope }) => scope === name));
  if (followUps && missing.length === HEARING.length) return reply.explain(deafReason(missing));
  await channels.change(where, { followUps });
  const change = followUps ? 'follow-ups on' : 'follow-ups off';
  await reply.openly(hereChangedMessage(change, user, command));
  if (followUps && missing.length > 0) await reply.explain(deafReason(missing));
}

/**
 * **Open this channel**, which `here share` asks to press. Nothing is opened that the channel is not told of: where the
 * bot cannot speak, it stays closed.
 */
export const openChannel: ActionListener = async (
  { where, user, reply },
  { access, channels, command, handle, now },
) => {
  if (!(await access.mayChange(where.channel, user)))
    return reply.explain(onlyAdminsReason(command));
  if ((await channels.get(where)).opened !== null) return reply.explain(REASONS.openAlready);
  await channels.change(where, { opened: { by: user, at: now() } });
  let isSaid = false;
  try {
    isSaid = await reply.announce(hereChangedMessage('open', user, command));
  } finally {
    if (!isSaid) await channels.change(where, { opened: null });
  }
  if (!isSaid) await reply.explain(notAMemberReason(handle, REASONS.notOpened));
};
