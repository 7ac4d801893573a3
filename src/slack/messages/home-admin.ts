import type { types } from '@slack/bolt';
import type { Fault } from '../../corpus/fault.js';
import { formatInstant, plural, shorten } from '../../requests/wording.js';
import type { FailedDelivery, Report } from '../../store/records.js';
import type { FailedDeliveries } from '../../store/store.js';
import { ACTIONS, encodeProof } from '../actions.js';
import {
  button,
  footnote,
  heading,
  named,
  plain,
  richLine,
  richText,
  section,
  titled,
  words,
} from './blocks.js';
import { refusalOf, sayRefusal } from './refusals.js';
import { REPORT_WORDS } from './report-messages.js';
import { sayQuestion } from './wording.js';

/** What the admins see on Home beside what everybody does. */
export interface AdminState {
  /** Newest first. */
  readonly reports: readonly Report[];
  readonly failed: FailedDeliveries;
  /** What is wrong with the files. */
  readonly faults: readonly Fault[];
}

/** So many of each are read; the rest is counted, or printed by a command. */
export const MOST_REPORTS = 10;
export const MOST_FAILED = 5;
const MOST_REASONS = 5;
const MOST_FILES = 20;

export function adminBlocks({ reports, failed, faults }: AdminState): types.KnownBlock[] {
  return [
    { type: 'divider' },
    heading('For admins'),
    richText(...titled('Passages reported as wrong')),
    ...(reports.length === 0
      ? [richLine(words('None.'))]
      : reports.slice(0, MOST_REPORTS).map(reportBlock)),
    ...(reports.length > MOST_REPORTS
      ? [
          footnote(
            'There are more: npm run reports prints them all, as questions for npm run eval.',
          ),
        ]
      : []),
    richText(...titled('What could not be delivered'), ...failedLines(failed)),
    richText(...titled('Files that cannot be used'), ...fileLines(faults)),
  ];
}

/** Somebody's words, and so no markup. */
function reportBlock({
  user,
  at,
  question,
  thread,
  remark,
  ...report
}: Report): types.SectionBlock {
  const { reason, file, paragraph, start, end, fingerprint } = report;
  const said = remark === null ? '' : `: “${shorten(remark, 200)}”`;
  const place = `${shorten(file, 100)}, paragraph ${paragraph}`;
  return {
    type: 'section',
    text: plain(`${sayQuestion(question, 150)} · ${place}\n${REPORT_WORDS[reason]}${said}`),
    fields: [{ type: 'mrkdwn', text: `<@${user}> · ${formatInstant(at)}` }],
    accessory: named(
      button(
        ACTIONS.open,
        'Open',
        encodeProof({ ref: { file, start, end, fingerprint }, asked: { question, thread } }),
      ),
      `Open ${place}`,
    ),
  };
}

function failedLines({ counts, newest }: FailedDeliveries): types.RichTextSection[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [section(words('Nothing, in the last sixty days.'))];
  return [
    section(words(`${plural(total, 'message')} in the last sixty days:`)),
    ...counts
      .slice(0, MOST_REASONS)
      .map(({ reason, count }) => section(words(`${count} × ${sayFailure(reason)}`))),
    section(words('The newest:')),
    ...newest.slice(0, MOST_FAILED).map(failedLine),
  ];
}

function failedLine({ kind, channel, reason, at }: FailedDelivery): types.RichTextSection {
  const where: types.RichTextSection['elements'][number] = channel.startsWith('C')
    ? { type: 'channel', channel_id: channel }
    : words('a direct message');
  return section(
    words(`${KINDS[kind]} to `),
    where,
    words(`, ${formatInstant(at)}: ${refusalOf(reason)?.why ?? sayFailure(reason)}`),
  );
}

const KINDS = {
  digest: 'Digest',
  watch: 'Word of a watch',
  correction: 'Correction',
  notice: 'Notice',
} as const;

function sayFailure(reason: string): string {
  return reason === 'too late' ? 'it was too late to send it' : sayRefusal(reason);
}

/** By name: what is wrong with each, the newcomer finds with `npm run check`. */
function fileLines(faults: readonly Fault[]): types.RichTextSection[] {
  const errors = faults.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [section(words('None: every file is used.'))];
  const left = errors.length - MOST_FILES;
  return [
    ...errors
      .slice(0, MOST_FILES)
      .map(({ file, message }) =>
        section(words(shorten(file, 100), { code: true }), words(` · ${shorten(message, 200)}`)),
      ),
    ...(left > 0
      ? [section(words(`and ${plural(left, 'more file')}: npm run check names them all.`))]
      : []),
  ];
}
