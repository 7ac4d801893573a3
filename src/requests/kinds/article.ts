import { z } from 'zod';
import type { Freshness } from '../../answer/answer.js';
import { type Opening, openingsOf } from '../../answer/opening.js';
import { comparableAddress } from '../../corpus/article/address.js';
import type { Article } from '../../corpus/article/article.js';
import { tokenize } from '../../search/index/terms.js';
import { isFramingWord, isStopWord } from '../../search/question/stop-words.js';
import { type ExcerptJson, type SearchedJson, toExcerptJson, toSearchedJson } from '../json.js';
import type { Kind, Reply } from '../kind.js';
import { type Asked, type Entry, listAll, shownOf } from '../listing.js';
import { openingPart } from '../opening-entry.js';
import { plural, quote, shorten } from '../wording.js';
import { type AnswerJson, replyWithPassages } from './passages.js';
import { factsOf, type SourceJson, toSourceJson } from './sources.js';

const schema = z.object({
  kind: z.literal('article'),
  /** As it was pasted. */
  url: z.string(),
  /** What was asked beside it, all that was written; `null` for an address alone. */
  question: z.string().nullable(),
});

/** What the archive holds of the article at an address: how it begins, or what it says to a question beside the address. */
export const article: Kind<z.infer<typeof schema>, ArticleAtJson | AnswerJson> = {
  schema,
  usage: [
    {
      write: 'https://example.org/story',
      gives: 'what the archive holds of the article at that address',
    },
  ],
  /** Before anything but an address it is a word as any other. */
  parse: (rest) => (/^(?:https?:\/\/|www\.)\S+$/i.test(rest) ? readAddress(rest) : null),
  subject: ({ question }) => question ?? '',
  async answer(archive, asked, limit) {
    const { url, question } = asked.request;
    const { articles, freshness } = archive.view();
    const wanted = comparableAddress(url);
    const held = articles.filter(
      (each) => each.url !== null && comparableAddress(each.url) === wanted,
    );
    if (question === null)
      return replyWithArticles(held, asked, headline(url, held, articles), freshness);
    const ask = { limit, skip: asked.skip, thread: asked.thread };
    if (held.length === 0) {
      const reply = replyWithPassages(await archive.ask(question, ask));
      const said = (shown: number): string[] => [
        ...reply.listing.said(shown),
        ...notHeld(url, articles),
      ];
      return { ...reply, listing: { ...reply.listing, said } };
    }
    const within = held.map(({ file }) => `from:"${file.replace(/".*/s, '')}"`).join(' ');
    const answer = await archive.ask(`${question.replace(url, '').trim()} ${within}`, ask);
    if (answer.status !== 'nothing') {
      // Shown as it was asked; and More asks it so again.
      const reply = replyWithPassages({
        ...answer,
        question: { ...answer.question, text: question },
      });
      return { ...reply, listing: { ...reply.listing, asked } };
    }
    const said = [...headline(url, held, articles), 'Nothing in it answers the question.'];
    return replyWithArticles(held, asked, said, freshness);
  },
};

const ADDRESS = /(?:https?:\/\/|\bwww\.)[^\s<>"“”«»]+/giu;

/** Beside more words than these an address is part of something pasted, and not what is asked about. */
const MOST_WORDS = 15;

/** `null` where not one address is asked about. */
export function readAddress(text: string): z.infer<typeof schema> | null {
  const [found, another] = text.match(ADDRESS) ?? [];
  if (found === undefined || another !== undefined) return null;
  // What stands after it belongs to the sentence: "… example.org/story?", "(example.org/story)."
  const url = found.replace(/[.,;:!?)\]'’]+$/u, '');
  if (comparableAddress(url) === null) return null;
  const beside = tokenize(text.replace(url, ' ')).map(({ word }) => word);
  if (beside.length > MOST_WORDS) return null;
  const isAsked = beside.some((word) => !isStopWord(word) && !isFramingWord(word));
  return { kind: 'article', url, question: isAsked ? text.trim() : null };
}

function headline(url: string, held: readonly Article[], all: readonly Article[]): string[] {
  const [first, ...others] = held;
  if (first === undefined) return notHeld(url, all);
  return [
    `${quote(shorten(url))} is in the archive${others.length > 0 ? `, in ${plural(held.length, 'file')}` : ''}:`,
  ];
}

/** Where articles come without their addresses, it may be one of those. */
function notHeld(url: string, all: readonly Article[]): string[] {
  const without = all.filter((each) => each.url === null).length;
  return [
    `The archive has no article with the address ${quote(shorten(url))}.`,
    ...(without === 0
      ? []
      : [
          `Of ${plural(all.length, 'article')} in it, ${without} ${without === 1 ? 'has' : 'have'} no address stated: ask with words of the article to look among these too.`,
        ]),
  ];
}

function replyWithArticles(
  held: readonly Article[],
  asked: Asked<z.infer<typeof schema>>,
  said: readonly string[],
  searched: Freshness,
): Reply<ArticleAtJson> {
  const found = held.map((each) => ({ article: each, lead: openingsOf(each, LEAD) }));
  return {
    listing: listAll(found, asked, { said, searched, toEntry: articleEntry }),
    json: () => ({
      kind: 'article',
      url: asked.request.url,
      articles: found.map((each) => ({
        ...toSourceJson(each.article),
        lead: each.lead.map(toExcerptJson),
      })),
      searched: toSearchedJson(searched),
    }),
  };
}

/** So many paragraphs tell what an article is about. */
const LEAD = 3;

function articleEntry(
  {
    article: held,
    lead,
  }: {
    readonly article: Article;
    readonly lead: readonly Opening[];
  },
  number: number,
): Entry {
  const texts = factsOf(held);
  return {
    number,
    parts: [
      {
        lines: [
          { kind: 'article', article: held },
          { kind: 'details', texts },
        ],
      },
      ...lead.map(openingPart),
    ],
    line: [held.file, ...texts].join(', '),
    cites: shownOf(lead),
  };
}

export interface ArticleAtJson {
  kind: 'article';
  /** As it was asked for. */
  url: string;
  /** Those with this address, with the beginnings of their first paragraphs; empty where the archive has none. */
  articles: (SourceJson & { lead: ExcerptJson[] })[];
  searched: SearchedJson;
}
