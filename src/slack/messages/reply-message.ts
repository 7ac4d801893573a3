import type { Reply } from '../../requests/reply.js';
import type { AskedRef } from '../actions.js';
import { answerMessage } from './answer-message.js';
import type { Message } from './blocks.js';
import { checkMessage } from './check-message.js';
import { figuresMessage } from './figures-message.js';
import type { Audience } from './list-message.js';
import { quotesMessage } from './quotes-message.js';
import { sourcesMessage } from './sources-message.js';
import { timelineMessage } from './timeline-message.js';

/** An answer of any kind as a Slack message, from the entry on that was asked for. */
export function replyMessage(reply: Reply, asked: AskedRef, audience: Audience): Message {
  switch (reply.kind) {
    case 'passages':
      return answerMessage(reply.answer, audience);
    case 'quotes':
      return quotesMessage(reply.found, asked, audience);
    case 'check':
      return checkMessage(reply.checked, asked, audience);
    case 'timeline':
      return timelineMessage(reply.timeline, asked, audience);
    case 'figures':
      return figuresMessage(reply.figures, asked, audience);
    case 'sources':
      return sourcesMessage(reply.sources, asked, audience);
  }
}

/** Whether there is anything from that entry on that others could be shown. */
export function hasEntries(reply: Reply, { skip }: AskedRef): boolean {
  switch (reply.kind) {
    case 'passages':
      return reply.answer.citations.length > 0;
    case 'quotes':
      return reply.found.quotations.length > 0;
    case 'check':
      return reply.checked.nearest !== null || reply.checked.places.length > skip;
    case 'timeline':
      return reply.timeline.dated.length + reply.timeline.undated.length > skip;
    case 'figures':
      return reply.figures.rows.length > skip;
    case 'sources':
      return reply.sources.articles.length > skip;
  }
}
