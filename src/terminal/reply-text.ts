import type { Reply } from '../requests/reply.js';
import { answerText } from './answer-text.js';
import { checkedQuoteText } from './checked-quote-text.js';
import { figuresText } from './figures-text.js';
import type { Page } from './page.js';
import { quotesText } from './quotes-text.js';
import { sourcesText } from './sources-text.js';
import { timelineText } from './timeline-text.js';

/** The answer to a request of any kind, for a reader at a terminal. */
export function replyText(reply: Reply, page: Page): string {
  switch (reply.kind) {
    case 'passages':
      return answerText(reply.answer, page);
    case 'quotes':
      return quotesText(reply.found, page);
    case 'check':
      return checkedQuoteText(reply.checked, page);
    case 'timeline':
      return timelineText(reply.timeline, page);
    case 'figures':
      return figuresText(reply.figures, page);
    case 'sources':
      return sourcesText(reply.sources, page);
  }
}
