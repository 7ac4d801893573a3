import type { Reply } from '../../requests/reply.js';
import type { AskedRef } from '../actions.js';
import { answerMessage } from './answer-message.js';
import type { Message } from './blocks.js';
import type { Audience } from './list-message.js';

/** An answer of any kind as a Slack message. */
export function replyMessage(reply: Reply, _asked: AskedRef, audience: Audience): Message {
  switch (reply.kind) {
    case 'passages':
      return answerMessage(reply.answer, audience);
    default:
      throw new Error('not yet');
  }
}

export function hasEntries(reply: Reply, _asked: AskedRef): boolean {
  return reply.kind === 'passages' && reply.answer.citations.length > 0;
}
