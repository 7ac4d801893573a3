import { cautions } from '../../answer/say-answer.js';
import type { Excerpt } from '../../answer/answer.js';
import { problemsOf } from '../../corpus/article/article.js';
import type { QuotesFound } from '../../quotes/find-quotations.js';
import type { Quotation } from '../../quotes/quotation.js';
import { quotesHeadline, quotesNotices } from '../../quotes/say-quotes.js';
import { speakerLine } from '../../quotes/say-speaker.js';
import type { AskedRef } from '../actions.js';
import { richText, type Message } from './blocks.js';
import { cautionLine, noteLine } from './citation-blocks.js';
import {
  excerptLine,
  proofButtons,
  quoted,
  sourceLine,
  unlessWithdrawn,
} from './excerpt-blocks.js';
import { citesOf } from './posted-citation.js';
import { listMessage, pageFrom, type Audience, type Entry } from './list-message.js';

/** What somebody is quoted with, sentences before fragments and each by date, each with the name as printed and the one it is taken for. */
export function quotesMessage(found: QuotesFound, asked: AskedRef, audience: Audience): Message {
  const { page, range, more } = pageFrom(found.quotations, asked.skip, found.total);
  return listMessage(
    {
      asked,
      said: (shown) => [
        quotesHeadline({ ...found, quotations: page.slice(0, shown) }),
        ...quotesNotices(found),
        // The headline tells which are shown.
        ...(shown === 0 && page.length > 0 ? range(shown) : []),
      ],
      entries: page.map((quotation, index) => quotationEntry(quotation, asked.skip + index + 1)),
      more,
      searched: found.searched,
    },
    audience,
  );
}

function quotationEntry(quotation: Quotation, number: number): Entry {
  const { article, paragraph, start, end, text } = quotation;
  const excerpt: Excerpt = {
    passage: { article, paragraph },
    start,
    end,
    text,
    problems: problemsOf(article, paragraph.number),
  };
  const speaker = speakerLine(quotation);
  return {
    blocks: [
      richText(
        sourceLine(excerpt, number),
        ...unlessWithdrawn(article, quoted(text)),
        noteLine(speaker),
        ...cautions(excerpt).map(cautionLine),
      ),
      proofButtons(excerpt),
    ],
    line: `${excerptLine(excerpt)} (${speaker})`,
    cites: citesOf(excerpt),
  };
}
