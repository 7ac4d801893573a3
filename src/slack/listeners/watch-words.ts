import type { Desk } from '../desk.js';
import { notAMemberMessage, reasonMessage } from '../messages/reason-message.js';
import { watchMadeMessage } from '../messages/watch-message.js';
import { watchesMessage } from '../messages/watches-message.js';
import type { Watch } from '../../store/watches.js';
import type { From } from './listener.js';

/** `watch "safe third country" from:cnn`: told here when an article arrives that answers it. */
export async function setWatch(question: string, from: From, desk: Desk): Promise<void> {
  const { where, user, reply, direct } = from;
  if (question.trim() === '')
    return reply.privately(
      reasonMessage('A watch needs a question, such as watch “safe third country” from:cnn.'),
    );
  const made = await desk.watches.add(where, user, question.trim());
  switch (made.kind) {
    case 'there':
      return reply.privately(reasonMessage('This is watched here already.'));
    case 'person-limit':
      return reply.privately(
        reasonMessage(
          `You have ${made.limit} watches, and there can be no more for one person. Remove one first: ${desk.command} watches lists them.`,
        ),
      );
    case 'channel-limit':
      return reply.privately(
        reasonMessage(
          `This channel has ${made.limit} watches, and there can be no more. Remove one first: ${desk.command} watches lists them.`,
        ),
      );
    case 'made':
      if (await reply.announce(watchMadeMessage(made.watch, direct))) return;
      await desk.watches.remove(made.watch.id);
      return reply.privately(notAMemberMessage(desk.handle, 'nothing is watched here'));
  }
}

/** `watches`: those of this channel, then the person's own elsewhere; to the person only. */
export async function listWatches(from: From, desk: Desk, skip = 0): Promise<void> {
  const { reply } = from;
  const watches = await watchesFor(from, desk);
  await reply.privately(watchesMessage(watches, { command: desk.command, skip }));
}

export async function watchesFor({ where, user }: From, desk: Desk): Promise<readonly Watch[]> {
  const here = await desk.watches.list(where);
  const own = await desk.watches.list({ team: where.team, user });
  return [...here, ...own.filter(({ channel }) => channel !== where.channel)];
}
