import type { Notice, OutboxMessage } from '../../digest/delivery/outbox.js';
import { escapeText, type Message, richLine, words } from './blocks.js';
import { correctionMessage } from './correction-message.js';
import { digestMessage } from './digest-message.js';
import { watchMessage } from './watch-messages.js';
import { sayRefusal } from './refusals.js';
import { isReadByOthers, sayMoment } from './wording.js';

/** What the bot sends of its own accord, as a message; `key` is that of its delivery. */
export function outgoingMessage(outgoing: OutboxMessage, key: string, command: string): Message {
  switch (outgoing.kind) {
    case 'digest':
      return digestMessage(outgoing.digest, key);
    case 'watch':
      return watchMessage(outgoing.news, command);
    case 'correction':
      return correctionMessage(outgoing.corrections);
    case 'notice':
      return noticeMessage(outgoing.notice, command);
  }
}

/** To the person who set a digest up: that it did not come, why, and what becomes of it. */
export function noticeMessage({ setting, kind, reason, dueAt }: Notice, command: string): Message {
  const due = sayMoment(dueAt, setting.zone);
  const mended = isReadByOthers(reason)
    ? `If everyone in the channel may read the archive, open it with ${command} here share; then`
    : 'Once that is mended,';
  const after =
    kind === 'paused'
      ? ` I have paused it. ${mended} ${command} digest in the channel resumes it.`
      : ' The next one will be tried as usual.';
  const rest = `, due ${due}, could not be posted, because ${sayRefusal(reason)}.${after}`;
  return {
    text: escapeText(`The digest of a channel${rest}`),
    blocks: [
      richLine(
        words('The digest of '),
        { type: 'channel', channel_id: setting.channel },
        words(rest),
      ),
    ],
  };
}
