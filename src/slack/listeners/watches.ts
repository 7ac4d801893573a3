import { z } from 'zod';
import { StaleButtonError } from '../actions.js';
import { TITLES } from '../messages/modals.js';
import {
  WATCH_FIELDS,
  watchesMessage,
  watchMadeMessage,
  watchModal,
} from '../messages/watch-messages.js';
import {
  barredReason,
  notAMemberReason,
  onlyAdminsReason,
  REASONS,
  watchLimitReason,
  watchRemovedReason,
} from '../messages/wording.js';
import type { Services } from '../services.js';
import { questionFault } from './digest.js';
import type { ActionListener, ListenerArgs, ViewListener } from './listener.js';

/** `watch "safe third country" from:cnn`: told here when an article arrives that answers it. */
export async function setWatch(
  question: string,
  { where, user, reply, direct }: ListenerArgs,
  { access, watches, command, handle }: Services,
): Promise<void> {
  if (question.trim() === '') return reply.explain(REASONS.watchNeedsQuestion);
  const bar = await access.barred(where.channel);
  if (bar !== null) return reply.explain(barredReason(bar, { command, handle }));
  const made = await watches.add(where, user, question.trim());
  switch (made.kind) {
    case 'there':
      return reply.explain(REASONS.watchedAlready);
    case 'person-limit':
    case 'channel-limit':
      return reply.explain(watchLimitReason(made, command));
    case 'made':
      if (await reply.announce(watchMadeMessage(made.watch, direct))) return;
      await watches.remove(made.watch.id);
      return reply.explain(notAMemberReason(handle, REASONS.nothingWatched));
  }
}

/** `watches`: those of this channel, then the person's own elsewhere; to the person only. */
export async function listWatches(
  { where, user, reply }: ListenerArgs,
  { watches, command }: Services,
  skip = 0,
): Promise<void> {
  const here = await watches.list(where);
  const own = await watches.list({ team: where.team, user });
  const elsewhere = own.filter(({ channel }) => channel !== where.channel);
  await reply.privately(watchesMessage([...here, ...elsewhere], { command, skip }));
}

export const showMoreWatches: ActionListener = (args, services) =>
  listWatches(args, services, /^\d{1,4}$/.test(args.value ?? '') ? Number(args.value) : 0);

/** One's own, and those of a channel that one may change; one in a direct message is its owner's. */
export const removeWatch: ActionListener = async (
  { value = '', user, reply, redrawHome },
  services,
) => {
  const { access, watches, command } = services;
  const watch = await watches.get(value);
  if (watch && watch.user !== user && !(await access.mayChange(watch.channel, user)))
    return reply.explain(onlyAdminsReason(command));
  const removed = await watches.remove(value);
  await redrawHome(services);
  await reply.explain(watchRemovedReason(removed));
};

/** **Set a watch** on Home: opens the form. */
export const newWatch: ActionListener = ({ showModal }) =>
  showModal(TITLES.watch, async () => watchModal());

const entered = z.object({
  [WATCH_FIELDS.question]: z.object({
    [WATCH_FIELDS.question]: z.object({ value: z.string().nullish() }),
  }),
  [WATCH_FIELDS.channel]: z.object({
    [WATCH_FIELDS.channel]: z.object({ selected_conversation: z.string().nullish() }),
  }),
});

/** The watch's form; with no channel chosen it is told in a direct message. */
export const submitWatch: ViewListener = ({ values, replyIn, redrawHome, ...args }, services) => {
  const read = entered.safeParse(values);
  if (!read.success) throw new StaleButtonError(REASONS.oldForm);
  const question = (read.data.question.question.value ?? '').trim();
  const fault = question === '' ? REASONS.watchNeedsQuestion : questionFault(question);
  if (fault !== null) return { errors: { [WATCH_FIELDS.question]: fault } };
  const channel = read.data.channel.channel.selected_conversation;
  const there = channel
    ? { ...args, where: { ...args.where, channel }, direct: false, reply: replyIn(channel) }
    : args;
  return {
    async work() {
      await setWatch(question, there, services);
      await redrawHome(services);
    },
  };
};
