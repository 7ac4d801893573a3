import type { DigestPlan } from '../../digest/digest-service.js';
import { formatInstant } from '../../requests/wording.js';
import { ACTIONS } from '../actions.js';
import {
  button,
  buttons,
  escapeText,
  footnote,
  type Message,
  type RichElement,
  richText,
  section,
  words,
} from './blocks.js';
import { QUIET_WORDS, sayMoment, sayPlan, sayQuestion, sayRefusal } from './wording.js';

/** A channel's digest as it is set, to whoever asks, with the buttons that change it. */
export function digestSettingMessage(plan: DigestPlan | null, channel: string): Message {
  const lines = plan === null ? NONE : settingLines(plan);
  const state = plan?.setting.state ?? 'off';
  const press = (actionId: string, label: string, primary = false) =>
    button({ actionId, label, value: channel, primary });
  return {
    text: escapeText(lines.join('\n')),
    blocks: [
      richText(
        ...lines.map((line, index) =>
          section(words(line, ...(index === 0 ? [{ bold: true }] : []))),
        ),
        ...(plan === null ? [] : [changedLine(plan)]),
      ),
      buttons(
        press(ACTIONS.editDigest, plan === null || state === 'off' ? 'Set up' : 'Edit', true),
        press(ACTIONS.previewDigest, 'Preview'),
        ...(plan === null ? [] : [press(ACTIONS.sendDigest, 'Send now')]),
        ...(state === 'on' ? [press(ACTIONS.pauseDigest, 'Pause')] : []),
        ...(state === 'paused' ? [press(ACTIONS.resumeDigest, 'Resume')] : []),
        ...(state === 'off' ? [] : [press(ACTIONS.endDigest, 'Off')]),
      ),
      footnote('A preview is for you alone. Every change is said in the channel.'),
    ],
  };
}

const NONE = [
  'No digest is set up in this channel.',
  'A digest says once a day what is new in the archive: each article with outlet, date, file and its beginning as printed.',
];

export function settingLines({ setting, next }: DigestPlan): string[] {
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
    words('Last changed by ', { italic: true }),
    { type: 'user', user_id: changedBy },
    words(`, ${formatInstant(changedAt)}`, { italic: true }),
  );
}

/** To all in the channel: who changed its digest, what it is now, when the next one comes. */
export function digestChangedMessage(plan: DigestPlan, user: string): Message {
  const [state = '', ...details] = settingLines(plan);
  const said = plan.setting.state === 'on' ? [...details] : [];
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
