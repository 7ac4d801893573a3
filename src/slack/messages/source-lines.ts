import type { types } from '@slack/bolt';
import type { Excerpt } from '../../answer/answer.js';
import { LIMITS } from '../../block-kit/limits.js';
import { type Article, dateLabel } from '../../corpus/article/article.js';
import { outletLabel, shorten, sourceParts } from '../../requests/wording.js';
import { section, words } from './blocks.js';

/** A headline longer than this is shortened in a message; the terminal shows it whole. */
const HEADLINE_LENGTH = 200;

/**
 * The line that an article stands under: its headline, or the outlet where nobody states one, a link where the article
 * has an address. `null` where there is neither headline nor address: then the line of outlet and date is the first.
 */
export function articleHeadline(
  article: Article,
  number: number | null,
): types.RichTextSection | null {
  const address = webAddress(article.url);
  if (article.title === null && address === null) return null;
  const named = shorten(article.title ?? outletLabel(article), HEADLINE_LENGTH);
  const count = number === null ? [] : [words(`${number}  `, { bold: true })];
  return section(
    ...count,
    address === null
      ? words(named, { bold: true })
      : { type: 'link', url: address, text: named, style: { bold: true } },
  );
}

/** An address that a reader may follow: of the web, and of a length that Slack takes; else `null`. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return /^https?:$/.test(protocol) && href.length <= LIMITS.buttonUrl ? href : null;
}

/** Headline, then outlet and date: what stands over an article that is shown by itself. */
export function articleHead(article: Article): types.RichTextSection[] {
  const top = articleHeadline(article, null);
  const facts = `${shorten(outletLabel(article))} · ${dateLabel(article.published)}`;
  return [...(top === null ? [] : [top]), section(words(facts))];
}

/** Where words stand: what comes `first` in bold, then the rest, the file in code. */
export function sourceSection(
  first: string,
  then: string,
  file: string,
  place?: string,
): types.RichTextSection {
  return section(
    words(first, { bold: true }),
    words(` · ${then} · `),
    words(file, { code: true }),
    ...(place === undefined ? [] : [words(` · ${place}`)]),
  );
}

/** "CNN · Dec 5, 2024 · 000_cdfc808a8b69da1e.txt · paragraph 13" */
export function excerptSection(excerpt: Pick<Excerpt, 'passage'>): types.RichTextSection {
  const { outlet, date, file, paragraph } = sourceParts(excerpt);
  return sourceSection(shorten(outlet), date, file, paragraph);
}

/** An editor's note longer than this is shortened in a message; the words of an article never are. */
const CAUTION_LENGTH = 500;

export function cautionLine(caution: string): types.RichTextSection {
  return section(words('⚠ ', { bold: true }), words(shorten(caution, CAUTION_LENGTH)));
}
