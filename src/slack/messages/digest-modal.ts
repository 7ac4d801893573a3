import type { types } from '@slack/bolt';
import type { DigestChoice, QuietDay, Weekday } from '../../store/records.js';
import { VIEWS } from '../actions.js';
import { plain } from './blocks.js';
import { dayName, QUIET_WORDS } from './wording.js';

/** The fields of the form, by `block_id`; each holds one element of the same `action_id`. */
export const FIELDS = {
  time: 'time',
  zone: 'zone',
  days: 'days',
  topic: 'topic',
  quiet: 'quiet',
} as const;

const ALL_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const QUIET_DAYS: readonly QuietDay[] = ['archive', 'note', 'skip'];
const TOPIC_LENGTH = 300;

/** The form behind Edit, filled in with `choice`. `channel` is where the digest is to come. */
export function digestModal(choice: DigestChoice, channel: string): types.ModalView {
  const dayOption = (day: Weekday): types.PlainTextOption => ({
    text: plain(dayName(day)),
    value: String(day),
  });
  const quietOption = (quiet: QuietDay): types.PlainTextOption => ({
    text: plain(capital(QUIET_WORDS[quiet])),
    value: quiet,
  });
  return {
    type: 'modal',
    callback_id: VIEWS.digest,
    private_metadata: JSON.stringify({ channel }),
    title: plain('Daily digest'),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: FIELDS.time,
        label: plain('Time'),
        element: { type: 'timepicker', action_id: FIELDS.time, initial_time: choice.time },
      },
      {
        type: 'input',
        block_id: FIELDS.zone,
        label: plain('Time zone'),
        hint: plain('By its IANA name, such as America/New_York or Europe/Berlin.'),
        element: {
          type: 'plain_text_input',
          action_id: FIELDS.zone,
          initial_value: choice.zone,
          max_length: 60,
        },
      },
      {
        type: 'input',
        block_id: FIELDS.days,
        label: plain('Days'),
        element: {
          type: 'checkboxes',
          action_id: FIELDS.days,
          options: ALL_DAYS.map(dayOption),
          initial_options: choice.days.map(dayOption),
        },
      },
      {
        type: 'input',
        block_id: FIELDS.topic,
        optional: true,
        label: plain('Topic'),
        hint: plain(
          'Only articles that answer this question, written as after the command. Empty: all.',
        ),
        element: {
          type: 'plain_text_input',
          action_id: FIELDS.topic,
          max_length: TOPIC_LENGTH,
          ...(choice.topic === null ? {} : { initial_value: choice.topic.slice(0, TOPIC_LENGTH) }),
        },
      },
      {
        type: 'input',
        block_id: FIELDS.quiet,
        label: plain('On a day without news'),
        element: {
          type: 'radio_buttons',
          action_id: FIELDS.quiet,
          options: QUIET_DAYS.map(quietOption),
          initial_option: quietOption(choice.quiet),
        },
      },
    ],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
