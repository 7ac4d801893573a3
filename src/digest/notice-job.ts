import type { DigestSetting } from '../store/digest-setting.js';
import type { Job } from './deliver.js';
import type { Notice } from './postbox.js';

/** How the key of a notice begins; the key of what could not be sent follows. */
export const NOTICE = 'notice:';

/** Told for a day: later it helps nobody. */
const TOLD_FOR_MS = 24 * 60 * 60_000;

/** Tells the person who set a digest up, in a direct message, that it could not be sent. */
export function createNoticeJob(
  setting: DigestSetting,
  { kind, reason, dueAt, of }: Pick<Notice, 'kind' | 'reason' | 'dueAt'> & { readonly of: string },
): Job {
  const { team, changedBy } = setting;
  const notice: Notice = { setting, kind, reason, dueAt };
  return {
    delivery: { key: NOTICE + of, kind: 'notice', team, channel: changedBy, dueAt },
    to: { team, channel: changedBy, thread: null },
    until: new Date(dueAt.getTime() + TOLD_FOR_MS),
    compose: async () => ({ outgoing: { kind: 'notice', notice }, outcome: {} }),
  };
}
