import type { Notice } from '../../digest/postbox.js';
import { escapeText, richText, section, words, type Message } from './blocks.js';
import { sayMoment } from './say-schedule.js';
import { sayRefusal } from './say-refusal.js';

/** To the person who set a digest up: that it did not come, why, and what becomes of it. */
export function noticeMessage({ setting, kind, reason, dueAt }: Notice, command: string): Message {
  const due = sayMoment(dueAt, setting.zone);
  const after =
    kind === 'paused'
      ? ` I have paused it. Once that is mended, ${command} digest in the channel resumes it.`
      : ' The next one will be tried as usual.';
  const rest = `, due ${due}, could not be posted, because ${sayRefusal(reason)}.${after}`;
  return {
    text: escapeText(`The digest of a channel${rest}`),
    blocks: [
      richText(
        section(
          words('The digest of '),
          { type: 'channel', channel_id: setting.channel },
          words(rest),
        ),
      ),
    ],
  };
}
