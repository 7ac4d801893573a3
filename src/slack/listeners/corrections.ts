import { reasonMessage } from '../messages/blocks.js';
import { correctionsReason, onlyAdminsReason } from '../messages/wording.js';
import type { Services } from '../services.js';
import type { ListenerArgs } from './listener.js';

/** `corrections off`: whether threads of this channel are told when cited words no longer stand. */
export async function changeCorrections(
  wanted: boolean | null,
  { where, user, reply }: ListenerArgs,
  { access, posts, now, command }: Services,
): Promise<void> {
  if (wanted === null) {
    const isOn = await posts.wantsCorrections(where);
    return reply.explain(correctionsReason(isOn, command).state);
  }
  if (!(await access.mayChange(where.channel, user)))
    return reply.explain(onlyAdminsReason(command));
  await posts.setCorrections(where, wanted, user, now());
  await reply.openly(reasonMessage(correctionsReason(wanted, command).change));
}
