import type { Outgoing } from '../../digest/postbox.js';
import type { Message } from './blocks.js';
import { correctionMessage } from './correction-message.js';
import { digestMessage } from './digest-message.js';
import { noticeMessage } from './notice-message.js';
import { watchMessage } from './watch-message.js';

/** What the bot sends of its own accord, as a message; `key` is that of its delivery. */
export function outgoingMessage(outgoing: Outgoing, key: string, command: string): Message {
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
