import { z } from 'zod';
import { REPORT_REASONS, type Report } from '../../store/records.js';
import { decodeOpened, StaleButtonError } from '../actions.js';
import { TITLES } from '../messages/modals.js';
import { REPORT_FIELDS, reportModal } from '../messages/report-messages.js';
import { REASONS, reportedReason } from '../messages/wording.js';
import type { Services } from '../services.js';
import type { ActionListener, ViewArgs, ViewListener } from './listener.js';

/** **Wrong passage?**: opens the form that asks why. */
export const askWhyWrong: ActionListener = async ({ value = '', reply, showModal }) => {
  const { ref, asked } = decodeOpened(value);
  // The longest questions have no room in a button.
  if (asked === null) return reply.explain(REASONS.questionNotKept);
  const { question } = asked;
  await showModal(TITLES.report, async () => reportModal(value, { question, file: ref.file }));
};

const entered = z.object({
  [REPORT_FIELDS.reason]: z.object({
    [REPORT_FIELDS.reason]: z.object({
      selected_option: z.object({ value: z.enum(REPORT_REASONS) }).nullish(),
    }),
  }),
  [REPORT_FIELDS.remark]: z.object({
    [REPORT_FIELDS.remark]: z.object({ value: z.string().nullish() }),
  }),
});

/** The form: what was said is kept for the admins, and whoever said it is thanked. */
export const submitReport: ViewListener = (args, services) => {
  const read = entered.safeParse(args.values);
  if (!read.success) throw new StaleButtonError(REASONS.oldForm);
  const { reason: chosen, remark } = read.data;
  const reason = chosen.reason.selected_option?.value;
  if (reason === undefined) return { errors: { [REPORT_FIELDS.reason]: REASONS.chooseReason } };
  const said = (remark.remark.value ?? '').trim();
  return { work: () => report({ reason, remark: said === '' ? null : said }, args, services) };
};

async function report(
  said: Pick<Report, 'reason' | 'remark'>,
  { where: { team }, user, privateMetadata, reply }: ViewArgs,
  { archive, reports, now }: Services,
): Promise<void> {
  const { ref, asked } = decodeOpened(privateMetadata);
  const context = await archive.look(ref);
  if (context === null || asked === null) return reply.explain(REASONS.noSuchWords);
  const { number: paragraph } = context.passage.paragraph;
  const { question, thread } = asked;
  await reports.add({ ...said, ...ref, paragraph, team, user, at: now(), question, thread });
  await reply.explain(reportedReason(question));
}
