import type { types } from '@slack/bolt';
import { shorten } from '../../answer/say-answer.js';
import { sourceLines, sourcesHeadline } from '../../answer/say-sources.js';
import type { Sources } from '../../answer/sources.js';
import type { Article } from '../../corpus/article/article.js';
import { dateLabel } from '../../corpus/article/published-date.js';
import type { AskedRef } from '../actions.js';
import { escapedLength, LIMITS } from '../../block-kit/limits.js';
import { footnote, richText, section, words, type Message } from './blocks.js';
import { cutForDisplay } from './cut-for-display.js';
import { listMessage, pageOf, type Audience } from './list-message.js';

/** What the archive holds: each article with its date and its grounds, and what is known to be wrong with it. */
export function sourcesMessage(sources: Sources, asked: AskedRef, audience: Audience): Message {
  const { page, range, more } = pageOf(sources.articles, asked.skip);
  return listMessage(
    {
      asked,
      said: (shown) => [sourcesHeadline(sources), ...range(shown)],
      entries: page.map((article, index) => ({
        blocks: articleBlocks(article, asked.skip + index + 1),
        line: [article.file, ...sourceLines(article)].join(', '),
      })),
      more,
      searched: sources.searched,
    },
    audience,
  );
}

/** An editor may write pages of reasoning; the terminal shows them whole. */
const LINE_LENGTH = 900;
/** The article in a line, what is known of it in small print below. */
function articleBlocks(article: Article, number: number): types.KnownBlock[] {
  const lines = sourceLines(article).map((line) => shorten(line, LINE_LENGTH));
  return [
    richText(
      section(
        words(`${number}  ${shorten(article.outlet ?? 'Outlet not stated')}`, { bold: true }),
        words(` · ${dateLabel(article.published)} · `),
        words(article.file, { code: true }),
      ),
    ),
    footnote(smallPrint(lines.join('\n'))),
  ];
}

/** As much as one text of Slack's holds, which counts some characters five times. */
function smallPrint(text: string): string {
  return escapedLength(text) <= LIMITS.textObject
    ? text
    : cutForDisplay(text, LIMITS.textObject / 5 - 10);
}
