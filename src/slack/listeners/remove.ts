import { REASONS } from '../messages/wording.js';
import type { ActionListener } from './listener.js';

/**
 * **Remove**: takes the bot's message away for whoever asked for it, and for the admins. Who asked is looked up in the
 * store; a private message, and one in a direct message with the bot, are seen by nobody else.
 */
export const removeMessage: ActionListener = async (
  { where, user, direct, pressed, reply },
  { access, posts },
) => {
  if (pressed.isPrivate || direct) return pressed.remove();
  const post = await posts.find(where, pressed.ts);
  const mayRemove = post?.askedBy === user || access.admins.includes(user);
  if (!mayRemove)
    return reply.explain(post?.askedBy ? REASONS.notYoursToRemove : REASONS.nobodysToRemove);
  await pressed.remove();
  if (post) await posts.forget(post.id);
};
