import type { types } from '@slack/bolt';
import type { DigestPlan } from '../../digest/digest-service.js';
import { capital } from '../../requests/wording.js';
import type { DigestChoice, QuietDay, Weekday } from '../../store/records.js';
import { ACTIONS, VIEWS } from '../actions.js';
import {
  asking,
  button,
  buttons,
  escapeText,
  footnote,
  clock,
  type Message,
  plain,
  type RichElement,
  richText,
  section,
  titled,
  words,
} from './blocks.js';
import { channelInput, TITLES } from './modals.js';
import { sayRefusal } from './refusals.js';
import { dayName, QUIET_WORDS, sayMoment, sayPlan, sayQuestion } from './wording.js';

/** A channel's digest as it is set, to whoever asks, with the buttons that change it. */
export function digestSettingMessage(plan: DigestPlan | null, channel: string): Message {
  const [title = '', ...details] = plan === null ? NONE : settingLines(plan);
  const state = plan?.setting.state ?? 'off';
  return {
    text: escapeText([title, ...details].join('\n')),
    blocks: [
      richText(...titled(title, details), ...(plan === null ? [] : [changedLine(plan)])),
      buttons(
        button(ACTIONS.editDigest, state === 'off' ? 'Set up' : 'Edit', channel, 'primary'),
        button(ACTIONS.previewDigest, 'Preview', channel),
        ...(plan === null ? [] : [asking(button(ACTIONS.sendDigest, 'Send now', channel), SEND)]),
        ...(state === 'on' ? [button(ACTIONS.pauseDigest, 'Pause', channel)] : []),
        ...(state === 'paused' ? [button(ACTIONS.resumeDigest, 'Resume', channel)] : []),
        ...(state === 'off' ? [] : [asking(button(ACTIONS.endDigest, 'Off', channel), END)]),
      ),
      footnote('A preview is for you alone. Every change is said in the channel.'),
    ],
  };
}

const SEND = {
  question: 'Send the digest now?',
  means: 'It is posted in this channel at once. The next one comes as planned.',
  yes: 'Send it',
  no: 'Not now',
};
const END = {
  question: 'Switch the digest off?',
  means: 'No more digests come to this channel. The channel is told that you switched it off.',
  yes: 'Switch it off',
  no: 'Keep it',
};

const NONE = [
  'No digest is set up in this channel.',
  'A digest says once a day what is new in the archive: each article with outlet, date, file and its beginning as printed.',
];

function settingLines({ setting, next }: DigestPlan): string[] {
  const { state, pausedBy, topic, quiet, zone } = setting;
  const label = { on: 'Digest: on', paused: 'Digest: paused', off: 'Digest: off' }[state];
  return [
    pausedBy === null ? label : `${label}, because ${sayRefusal(pausedBy)}`,
    `${sayPlan(setting)}.`,
    ...(topic === null ? [] : [`Only what answers ${sayQuestion(topic)}.`]),
    `On a day without news: ${QUIET_WORDS[quiet]}.`,
    ...(next === null ? [] : [`Next: ${sayMoment(next, zone)}`]),
  ];
}

function changedLine({ setting: { changedBy, changedAt } }: DigestPlan): RichElement {
  return section(
    ...(changedBy === null
      ? [words('Last changed ', { italic: true })]
      : [
          words('Last changed by ', { italic: true }),
          { type: 'user' as const, user_id: changedBy },
          words(', ', { italic: true }),
        ]),
    clock(changedAt, { italic: true }),
  );
}

/** To all in the channel: who changed its digest, what it is now, when the next one comes. */
export function digestChangedMessage(plan: DigestPlan, user: string): Message {
  const [state = '', ...details] = settingLines(plan);
  const said = plan.setting.state === 'on' ? details : [];
  const change = CHANGED[plan.setting.state];
  return {
    text: escapeText([`${state}.`, ...said].join('\n')),
    blocks: [
      richText(
        section({ type: 'user', user_id: user }, words(` ${change}`)),
        ...said.map((line) => section(words(line))),
      ),
    ],
  };
}

const CHANGED = {
  on: 'set the daily digest of this channel:',
  paused: 'paused the daily digest of this channel.',
  off: 'switched the daily digest of this channel off.',
} as const;

/** The fields of the form, by `block_id`; each holds one element of the same `action_id`. */
export const FIELDS = {
  channel: 'channel',
  time: 'time',
  zone: 'zone',
  days: 'days',
  topic: 'topic',
  quiet: 'quiet',
} as const;

const ALL_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const QUIET_DAYS: readonly QuietDay[] = ['archive', 'note', 'skip'];
const TOPIC_LENGTH = 300;

/**
 * The form behind Edit, filled in with `choice`. `channel` is where the digest is to come; with `null` the form asks for
 * it.
 */
export function digestModal(choice: DigestChoice, channel: string | null): types.ModalView {
  const dayOption = (day: Weekday) => ({ text: plain(dayName(day)), value: String(day) });
  const quietOption = (quiet: QuietDay) => ({
    text: plain(capital(QUIET_WORDS[quiet])),
    value: quiet,
  });
  return {
    type: 'modal',
    callback_id: VIEWS.digest,
    private_metadata: JSON.stringify({ channel }),
    title: plain(TITLES.digest),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      ...(channel === null ? [channelInput(FIELDS.channel)] : []),
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
