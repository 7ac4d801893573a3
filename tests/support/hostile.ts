import fc from 'fast-check';
import type { Citation, Freshness } from '../../src/answer/answer.js';
import { leadOf, type Opening } from '../../src/answer/opening.js';
import type { Article } from '../../src/corpus/article/article.js';
import { citationEntry } from '../../src/requests/kinds/passages.js';
import type { Listing } from '../../src/requests/listing.js';
import type { DigestEntry } from '../../src/digest/content/digest.js';
import { entry } from './digest.js';
import { NOON } from './open-memory-archive.js';
import { article } from './article.js';

/** Words that somebody outside wrote: bells, markup, entities, letters that hide or turn, words without an end. */
const piece = fc.oneof(
  fc.constantFrom('<!channel>', '<!here|x>', '<@U1>', '<#C9>', '<!subteam^S1>', '@everyone '),
  fc.constantFrom('<https://evil.example|safe>', '*bold*', '_x_', '~x~', '`x`', '```', ':bell:'),
  fc.constantFrom('&', '&amp;', '&lt;!channel&gt;', '<', '>', '"', '“', '”', '\\', '|', '.', '?'),
  fc.constantFrom('\u202e', '\u2066', '\u200b', '\ufeff', 'a\u0301', 'שלום ', '👩‍👩‍👧 ', '😀'),
  fc.constantFrom('the ferry ', 'Panama ', '25% ', ' ', ', ', '\t'),
);
const long = fc
  .constantFrom('x', '&', '<', '😀', 'ש', '<!channel>')
  .map((one) => one.repeat(Math.ceil(3_000 / one.length)));

const words = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')) },
    { weight: 1, arbitrary: long },
  )
  .map((text) => `ferry ${text}`);

/** What the bot may be given to show, none of it ours: articles, and what is said of and asked about them. */
export interface Hostile {
  /** Words of any kind: a question, a reason, a name, an error. */
  readonly words: string;
  /** Articles with such words everywhere, some withdrawn, from one to two hundred of them. */
  readonly entries: readonly DigestEntry[];
  readonly citations: readonly Citation[];
  readonly listing: Listing;
  readonly freshness: Freshness;
}

export const hostile: fc.Arbitrary<Hostile> = fc
  .record({ words, text: words, more: words, many: fc.constantFrom(1, 2, 3, 5, 200) })
  .map(({ words: said, text, more, many }) => {
    const entries = Array.from({ length: many }, (_, number) => {
      const one = entry({
        // File systems take 255 bytes.
        file: `${number}/${said.slice(0, 200)}.txt`,
        text: `${text}\n\n${more}\n`,
        title: said,
        outlet: more,
        authors: [said],
        url:
          number % 2 === 0
            ? `https://post.example/?q=${encodeURIComponent(said.slice(0, 99).replace(/\p{Cs}/gu, ''))}`
            : said,
        usageTerms: said,
        problems: [{ paragraph: 1, text: text.slice(0, 9), kind: said, note: more, also: [2] }],
        withdrawn: number % 5 === 3 ? said : null,
      });
      return one.lead === null ? one : { ...one, lead: cited(one.article) };
    });
    const freshness: Freshness = {
      articles: many,
      passages: many,
      outlets: entries.map(({ article: { outlet } }) => outlet ?? ''),
      newest: null,
      loadedAt: NOON,
      withProblems: 1,
      faults: 1,
      held: [said],
      folderGone: true,
    };
    const citations = entries.map(({ article: of }): Citation => {
      const lead = cited(of);
      return {
        ...lead,
        marks: [{ start: lead.start, end: lead.start + 5 }],
        score: 1,
        why: {
          matched: [said],
          signals: { words: 1, sentence: 1, neighbours: 1, sought: 1, outlet: 1, day: 1, shown: 1 },
        },
        copies: [],
        sameText: [article({ file: more.slice(0, 200) })],
      };
    });
    const asked = { request: { kind: 'passages', question: said }, skip: 0, thread: [more] };
    const listed = citations.map((citation, index) => ({
      ...citationEntry([citation], index + 1, { question: said, thread: [more] }),
      group: said,
      heading: more,
      notes: [said],
      row: [said, more, '', text],
    }));
    const listing: Listing = {
      asked,
      said: () => [said, more],
      entries: listed,
      order: 'rank',
      pageSize: 5,
      // Words of the archive: letters alone.
      respelled: { as: [said.replace(/[^\p{L}]/gu, '')], question: said, asked },
      more: (shown) => many - shown,
      searched: freshness,
    };
    return { words: said, entries, citations, listing, freshness };
  });

/** Cut as the bot cuts what it shows. */
function cited(of: Article): Opening {
  const lead = leadOf(of);
  if (lead === null) throw new Error('an article has a paragraph');
  return lead;
}
