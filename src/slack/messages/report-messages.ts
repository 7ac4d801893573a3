import type { types } from '@slack/bolt';
import { REPORT_REASONS, type Report, type ReportReason } from '../../store/records.js';
import { VIEWS } from '../actions.js';
import { plain, richLine, words } from './blocks.js';
import { TITLES } from './modals.js';
import { sayQuestion } from './wording.js';

/** The fields of the form, by `block_id`; each holds one element of the same `action_id`. */
export const REPORT_FIELDS = { reason: 'reason', remark: 'remark' } as const;

const REMARK_LENGTH = 1_000;

/** What is wrong with it, as one says it of a passage. */
export const REPORT_WORDS: Readonly<Record<ReportReason, string>> = {
  'no answer': 'It does not answer the question',
  'wrong subject': 'It is about another person or place',
  'out of date': 'It is out of date',
  other: 'Something else',
};

/** The form behind **Wrong passage?**; `value` is what the button carried. */
export function reportModal(
  value: string,
  { question, file }: Pick<Report, 'question' | 'file'>,
): types.ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.report,
    private_metadata: value,
    title: plain(TITLES.report),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [
      richLine(
        words(`Asked: ${sayQuestion(question)}. The passage is from `),
        words(file, { code: true }),
        words('.'),
      ),
      {
        type: 'input',
        block_id: REPORT_FIELDS.reason,
        label: plain('What is wrong with it?'),
        element: {
          type: 'radio_buttons',
          action_id: REPORT_FIELDS.reason,
          options: REPORT_REASONS.map((reason) => ({
            text: plain(REPORT_WORDS[reason]),
            value: reason,
          })),
        },
      },
      {
        type: 'input',
        block_id: REPORT_FIELDS.remark,
        optional: true,
        label: plain('In your words'),
        hint: plain('For whoever runs me, with your name. Nobody in the channel sees it.'),
        element: {
          type: 'plain_text_input',
          action_id: REPORT_FIELDS.remark,
          multiline: true,
          max_length: REMARK_LENGTH,
        },
      },
    ],
  };
}
