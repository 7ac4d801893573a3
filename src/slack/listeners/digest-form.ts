import { z } from 'zod';
import { findZone } from '../../digest/schedule/find-zone.js';
import { parseQuestion, QuestionError } from '../../search/question/question.js';
import type { DigestChoice, Weekday } from '../../store/records.js';
import { StaleButtonError } from '../actions.js';
import { FIELDS } from '../messages/digest-modal.js';
import { REASONS } from '../messages/wording.js';
import { changeDigest } from './digest.js';
import type { ViewListener } from './listener.js';

const option = z.object({ value: z.string() });
const fields = z.object({
  [FIELDS.time]: z.object({ [FIELDS.time]: z.object({ selected_time: z.string().nullish() }) }),
  [FIELDS.zone]: z.object({ [FIELDS.zone]: z.object({ value: z.string().nullish() }) }),
  [FIELDS.days]: z.object({ [FIELDS.days]: z.object({ selected_options: z.array(option) }) }),
  [FIELDS.topic]: z.object({ [FIELDS.topic]: z.object({ value: z.string().nullish() }) }),
  [FIELDS.quiet]: z.object({ [FIELDS.quiet]: z.object({ selected_option: option.nullish() }) }),
});
const metadata = z.string().transform((text, context) => {
  try {
    return z.object({ channel: z.string() }).parse(JSON.parse(text));
  } catch {
    context.addIssue('not ours');
    return z.NEVER;
  }
});
const quietDay = z.enum(['archive', 'note', 'skip']);

/** The digest's form: what is wrong is said at its field, and nothing is changed then. */
export const submitDigest: ViewListener = (
  { values, privateMetadata, replyIn, ...args },
  services,
) => {
  const entered = fields.safeParse(values);
  const place = metadata.safeParse(privateMetadata);
  if (!entered.success || !place.success) throw new StaleButtonError(REASONS.oldForm);
  const read = readChoice(entered.data);
  if ('errors' in read) return read;
  const { channel } = place.data;
  const there = { ...args, where: { ...args.where, channel }, reply: replyIn(channel) };
  return { work: () => changeDigest({ ...read.choice, state: 'on' }, there, services) };
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
    [FIELDS.topic]: topicFault(wantedTopic),
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

function topicFault(topic: string): string | null {
  if (topic === '') return null;
  try {
    parseQuestion(topic);
    return null;
  } catch (error) {
    if (error instanceof QuestionError) return error.message;
    throw error;
  }
}
