import { z } from 'zod';
import { digestKey } from '../../digest/digest-job.js';
import type { DigestService } from '../../digest/digest-service.js';
import { findZone } from '../../digest/schedule/find-zone.js';
import { parseDigestWords } from '../../digest/schedule/parse-digest-words.js';
import { parseQuestion, QuestionError } from '../../search/question/question.js';
import type { DigestChoice, Weekday } from '../../store/records.js';
import { decodeDigestRef, StaleButtonError } from '../actions.js';
import { digestMessage, previewMessage } from '../messages/digest-message.js';
import {
  digestChangedMessage,
  digestModal,
  digestSettingMessage,
  FIELDS,
} from '../messages/digest-setting.js';
import { TITLES } from '../messages/modals.js';
import { isNoMember } from '../messages/refusals.js';
import {
  barredReason,
  digestNotSentReason,
  digestSentReason,
  isReadByOthers,
  notAMemberReason,
  onlyAdminsReason,
  REASONS,
} from '../messages/wording.js';
import type { Services } from '../services.js';
import type { ActionListener, ListenerArgs, ViewListener } from './listener.js';

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
  { access, digests, command, handle }: Services,
): Promise<void> {
  if (!(await access.mayChange(where.channel, user)))
    return reply.explain(onlyAdminsReason(command));
  const bar = change.state === 'on' ? await access.barred(where.channel) : null;
  if (bar !== null) return reply.explain(barredReason(bar, { command, handle }));
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
export const sendDigest: ActionListener = async ({ where, user, message, reply }, services) => {
  const { access, command, handle } = services;
  if (!(await access.mayChange(where.channel, user)))
    return reply.explain(onlyAdminsReason(command));
  // The same button pressed twice sends one; asked for anew, it is a new wish.
  const sent = await services.digests.sendNow(where, message);
  if (sent.kind === 'already') await reply.explain(digestSentReason(services.command));
  if (sent.kind !== 'failed') return;
  if (isReadByOthers(sent.reason))
    return reply.explain(barredReason(sent.reason, { command, handle }));
  await reply.explain(
    isNoMember(sent.reason)
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
export const editDigest: ActionListener = async (
  { where, user, value, zone, reply, showModal },
  { access, command, digests },
) => {
  const there = { ...where, channel: value ?? where.channel };
  if (!(await access.mayChange(there.channel, user)))
    return reply.explain(onlyAdminsReason(command));
  await showModal(TITLES.digest, async () => {
    const isSet = (await digests.plan(there)) !== null;
    const choice = await digests.offer(there, isSet ? null : await zone());
    return digestModal(choice, there.channel);
  });
};

/** **Set up a digest** on Home: the same form, which asks for the channel too. */
export const newDigest: ActionListener = async ({ where, zone, showModal }, { digests }) => {
  await showModal(TITLES.digest, async () =>
    digestModal(await digests.offer(where, await zone()), null),
  );
};

const option = z.object({ value: z.string() });
const fields = z.object({
  [FIELDS.channel]: z
    .object({ [FIELDS.channel]: z.object({ selected_conversation: z.string().nullish() }) })
    .optional(),
  [FIELDS.time]: z.object({ [FIELDS.time]: z.object({ selected_time: z.string().nullish() }) }),
  [FIELDS.zone]: z.object({ [FIELDS.zone]: z.object({ value: z.string().nullish() }) }),
  [FIELDS.days]: z.object({ [FIELDS.days]: z.object({ selected_options: z.array(option) }) }),
  [FIELDS.topic]: z.object({ [FIELDS.topic]: z.object({ value: z.string().nullish() }) }),
  [FIELDS.quiet]: z.object({ [FIELDS.quiet]: z.object({ selected_option: option.nullish() }) }),
});
const metadata = z.string().transform((text, context) => {
  try {
    return z.object({ channel: z.string().nullable() }).parse(JSON.parse(text));
  } catch {
    context.addIssue('not ours');
    return z.NEVER;
  }
});
const quietDay = z.enum(['archive', 'note', 'skip']);

/** The digest's form: what is wrong is said at its field, and nothing is changed then. */
export const submitDigest: ViewListener = (
  { values, privateMetadata, replyIn, redrawHome, ...args },
  services,
) => {
  const entered = fields.safeParse(values);
  const place = metadata.safeParse(privateMetadata);
  if (!entered.success || !place.success) throw new StaleButtonError(REASONS.oldForm);
  const read = readChoice(entered.data);
  if ('errors' in read) return read;
  const chosen = entered.data.channel?.channel.selected_conversation;
  const channel = place.data.channel ?? chosen;
  if (!channel) return { errors: { [FIELDS.channel]: REASONS.chooseChannel } };
  const there = { ...args, where: { ...args.where, channel }, reply: replyIn(channel) };
  return {
    async work() {
      await changeDigest({ ...read.choice, state: 'on' }, there, services);
      // The form that asks for the channel stands on Home.
      if (place.data.channel === null) await redrawHome(services);
    },
  };
};

function readChoice({
  time: { time },
  zone: { zone },
  days: { days },
  topic: { topic },
  quiet: { quiet },
}: z.infer<typeof fields>): { errors: Record<string, string> } | { choice: DigestChoice } {
  const wantedTime = time.selected_time ?? '';
  const wantedZone = findZone((zone.value ?? '').trim());
  const wantedTopic = (topic.value ?? '').trim();
  const wantedDays = weekdays.filter((day) =>
    days.selected_options.some(({ value }) => value === String(day)),
  );
  const faults = {
    [FIELDS.time]: /^([01]\d|2[0-3]):[0-5]\d$/.test(wantedTime) ? null : 'Choose a time.',
    [FIELDS.zone]: 'reason' in wantedZone ? wantedZone.reason : null,
    [FIELDS.days]: wantedDays.length > 0 ? null : 'Choose at least one day.',
    [FIELDS.topic]: questionFault(wantedTopic),
  };
  const errors = Object.fromEntries(
    Object.entries(faults).flatMap(([field, fault]) => (fault === null ? [] : [[field, fault]])),
  );
  if (Object.keys(errors).length > 0 || 'reason' in wantedZone) return { errors };
  return {
    choice: {
      time: wantedTime,
      zone: wantedZone.zone,
      days: wantedDays,
      topic: wantedTopic === '' ? null : wantedTopic,
      quiet: quietDay.catch('archive').parse(quiet.selected_option?.value),
    },
  };
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Why a question cannot be read; `null` where it can be. */
export function questionFault(question: string): string | null {
  if (question === '') return null;
  try {
    parseQuestion(question);
    return null;
  } catch (error) {
    if (error instanceof QuestionError) return error.message;
    throw error;
  }
}
