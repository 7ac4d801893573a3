import type { types } from '@slack/bolt';
import type { Answer, Citation } from '../../answer/answer.js';
import {
  cautions,
  freshnessLine,
  headline,
  notices,
  plural,
  sourceParts,
} from '../../answer/say-answer.js';
import { ACTIONS, encodeAnswerRef } from '../actions.js';
import { escapedLength, LIMITS } from '../limits.js';
import {
  button,
  buttons,
  escapeText,
  footnote,
  richText,
  section,
  words,
  type Message,
} from './blocks.js';
import { citationBlocks } from './citation-blocks.js';

/** Where an answer is shown: to one person, in a thread for all, or shared by a person (their Slack id). */
export type Audience = 'private' | 'thread' | { readonly sharedBy: string };

/**
 * An answer as a Slack message. Where it would be too long for Slack it loses citations from the end, never words
 * from a quotation, and says how many.
 */
export function answerMessage(answer: Answer, audience: Audience): Message {
  for (let shown = answer.citations.length; shown >= 0; shown -= 1) {
    const message = withCitations(answer, audience, shown);
    if (fits(message.blocks) || shown === 0) return message;
  }
  throw new RangeError('unreachable: an answer without citations was tried last');
}

function withCitations(answer: Answer, audience: Audience, shown: number): Message {
  const asked = { question: answer.question.text, thread: answer.thread };
  const cut = { ...answer, citations: answer.citations.slice(0, shown) };
  const leftOut = answer.citations.length - shown;
  const said = [
    ...notices(answer),
    ...(leftOut > 0
      ? [`${plural(leftOut, 'passage')} left out: too long for one Slack message.`]
      : []),
  ];
  return {
    text: plainText(cut, said),
    blocks: [
      richText(
        ...(typeof audience === 'object'
          ? [section({ type: 'user', user_id: audience.sharedBy }, words(' shared:'))]
          : []),
        section(words(headline(cut), { bold: true })),
        ...said.map((notice) => section(words(notice))),
      ),
      ...cut.citations.flatMap((citation, index) =>
        citationBlocks(citation, answer.skipped + index + 1, asked),
      ),
      ...answerButtons(cut, audience),
      footnote(freshnessLine(answer.searched)),
    ],
  };
}

/** Share is for what only one person sees; More for whatever has more. */
function answerButtons(answer: Answer, audience: Audience): types.KnownBlock[] {
  const { question, skipped, citations, total, reachable, thread } = answer;
  const next = skipped + citations.length;
  const here = encodeAnswerRef({ question: question.text, skip: skipped, thread });
  const rest = encodeAnswerRef({ question: question.text, skip: next, thread });
  if (here === null || rest === null)
    return [
      footnote('The question is too long for Share and More; ask with fewer words to have them.'),
    ];
  const elements = [
    ...(audience === 'private' && citations.length > 0
      ? [button({ actionId: ACTIONS.share, label: 'Share in channel', value: here, primary: true })]
      : []),
    ...(next < reachable && citations.length > 0
      ? [button({ actionId: ACTIONS.more, label: `More (${total - next})`, value: rest })]
      : []),
  ];
  return elements.length > 0 ? [buttons(...elements)] : [];
}

/** The same answer for notifications and screen readers, shortened by whole citations. */
function plainText(answer: Answer, said: readonly string[]): string {
  const lines = [headline(answer), ...said];
  let length = lines.join('\n').length;
  for (const citation of answer.citations) {
    const line = citationLine(citation);
    length += escapedLength(line) + 1;
    if (length > LIMITS.messageTextSafe) break;
    lines.push(line);
  }
  return escapeText(lines.join('\n'));
}

function citationLine(citation: Citation): string {
  const { outlet, date, file, paragraph } = sourceParts(citation);
  const { withdrawn } = citation.passage.article;
  const said = withdrawn === null ? citation.text : cautions(citation)[0];
  return `${outlet}, ${date}, ${file}, ${paragraph}: ${said}`;
}

/** Slack refuses a message whose blocks hold too much text in all, whatever each block holds. */
function fits(blocks: readonly types.KnownBlock[]): boolean {
  return (
    blocks.length <= LIMITS.blocksPerMessage &&
    escapedLength(JSON.stringify(blocks)) <= LIMITS.messageBlocksCharsSafe
  );
}
