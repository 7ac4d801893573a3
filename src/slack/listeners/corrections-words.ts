import type { Desk } from '../desk.js';
import { reasonMessage } from '../messages/reason-message.js';
import type { From } from './listener.js';

/** `corrections off`: whether threads of this channel are told when cited words no longer stand. */
export async function correctionsWords(
  wanted: boolean | null,
  { where, user, reply }: From,
  { posts, now, command }: Desk,
): Promise<void> {
  if (wanted === null) {
    const isOn = await posts.wantsCorrections(where);
    return reply.privately(
      reasonMessage(
        isOn
          ? `Corrections are on in this channel: when words cited here no longer stand in their file, the thread is told. ${command} corrections off stops that.`
          : `Corrections are off in this channel. ${command} corrections on has threads told again when cited words no longer stand.`,
      ),
    );
  }
  await posts.setCorrections(where, wanted, user, now());
  await reply.openly(
    reasonMessage(
      wanted
        ? 'Corrections are on in this channel: when words cited here no longer stand in their file, the thread is told.'
        : `Corrections are off in this channel. ${command} corrections on brings them back.`,
    ),
  );
}
