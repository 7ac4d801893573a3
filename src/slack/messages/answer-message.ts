import type { Answer } from '../../answer/answer.js';
import { headline, notices, plural } from '../../answer/say-answer.js';
import { citationBlocks } from './citation-blocks.js';
import type { Message } from './blocks.js';
import { excerptLine } from './excerpt-blocks.js';
import { citesOf } from './posted-citation.js';
import { listMessage, type Audience } from './list-message.js';

/**
 * An answer as a Slack message. Where it would be too long for Slack it loses citations from the end, never words
 * from a quotation, and says how many.
 */
export function answerMessage(answer: Answer, audience: Audience): Message {
  const { question, thread, skipped, citations, total, reachable } = answer;
  const asked = { question: question.text, thread };
  return listMessage(
    {
      asked: { request: { kind: 'passages', question: question.text }, skip: skipped, thread },
      said: (shown) => [
        headline({ ...answer, citations: citations.slice(0, shown) }),
        ...notices(answer),
        ...(shown < citations.length
          ? [
              `${plural(citations.length - shown, 'passage')} left out: too long for one Slack message.`,
            ]
          : []),
      ],
      entries: citations.map((citation, index) => ({
        blocks: citationBlocks(citation, skipped + index + 1, asked),
        line: excerptLine(citation),
        cites: citesOf(citation),
      })),
      more: (shown) => (skipped + shown < reachable ? total - skipped - shown : 0),
      searched: answer.searched,
    },
    audience,
  );
}
