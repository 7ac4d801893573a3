import fc from 'fast-check';
import { expect, it } from 'vitest';
import { refOf } from '../../../src/answer/answer.js';
import type { Archive } from '../../../src/answer/archive/archive.js';
import { helpMessage } from '../../../src/slack/messages/help-message.js';
import { listingMessage } from '../../../src/slack/messages/listing-message.js';
import { changedView, citationView } from '../../../src/slack/messages/citation-view.js';
import { articleView } from '../../../src/slack/messages/article-view.js';
import { listingText } from '../../../src/terminal/listing-text.js';
import { createPaint } from '../../../src/terminal/paint.js';
import type { Files } from '../../support/memory-folder.js';
import { NOON, openMemoryArchive } from '../../support/open-memory-archive.js';
import { answerMessage, answerText, replyTo, toAnswerJson } from '../../support/reply.js';

const WORDS =
  'panama honduras zanzibar flights flight ministry said refused talks border deportees canada'.split(
    ' ',
  );
const word = fc.constantFrom(...WORDS);
const sentence = fc
  .array(word, { minLength: 3, maxLength: 14 })
  .map((words) => `${words.join(' ')}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));
const LONG = Array.from({ length: 12 }, (_, at) => `${WORDS.join(` ${at} `)}.`).join('\n');

/** What may be known of an article; any of it could betray that the article is there. */
const facts = fc.record(
  {
    outlet: fc.constantFrom('CNN', 'The Herald', 'EFE'),
    url: fc.constantFrom('https://herald.example/talks', 'https://herald.example/hidden'),
    title: fc.constantFrom('Zanzibar speaks', 'The talks'),
    withdrawn: fc.constant('Made up.'),
    wording: fc.constantFrom('rewritten', 'retranslated', 'no wording'),
    published: fc.constantFrom(
      { status: 'exact', date: '2025-05-30', basis: 'feed' },
      { status: 'inferred', earliest: '2025-01-01', latest: '2025-02-01', basis: 'feed' },
      { status: 'exact', date: '2025-02-30', basis: 'feed' },
    ),
    problems: fc.constant([{ paragraph: 99, text: 'zanzibar', kind: 'name', note: 'Check.' }]),
  },
  { requiredKeys: [] },
);

/** How an article comes to be hidden. */
const hiding = fc.constantFrom(
  '2025-06-01T12:00:00.001Z',
  '2099-01-01T00:00:00+02:00',
  'soon',
  20250601,
);

const QUESTIONS = [
  'zanzibar',
  'zanzibra',
  'flights ministry',
  '"refused talks"',
  'talks -zanzibar',
  'talks from:herald',
  'talks from:hid',
  'panama since:2025-05',
  'what did The Herald report on the flights',
  'who said it?',
];

const REQUESTS = [
  'quotes ministry',
  'quotes honduras about flights',
  'check "flights ministry said refused talks"',
  'timeline zanzibar',
  'figures flights',
  'https://herald.example/hidden',
  'what does https://herald.example/talks say of flights?',
  'sources',
];

async function everyFace(archive: Archive): Promise<unknown> {
  const page = { paint: createPaint(false), width: 80, explain: true };
  const shown: unknown[] = [archive.freshness(), helpMessage('/deport', archive.freshness())];
  for (const question of QUESTIONS) {
    for (const thread of [[], ['panama flights']]) {
      const answer = await archive.ask(question, { limit: 20, thread });
      shown.push(
        answerText(answer, page),
        toAnswerJson(answer, true),
        answerMessage(answer, 'private'),
        answerMessage(answer, { sharedBy: 'U1' }),
      );
      for (const citation of answer.citations.slice(0, 1)) {
        const ref = refOf(citation);
        const context = await archive.look(ref);
        const why = await archive.explain(ref, { question, thread });
        const verdict = await archive.verify(ref);
        const opened = { ref, asked: null, page: 0, revealed: true };
        shown.push(
          context && citationView({ context, verdict, at: NOON, why }, opened),
          context && articleView(context, opened),
          changedView(verdict, NOON),
        );
      }
    }
  }
  for (const asked of REQUESTS) {
    const reply = await replyTo(archive, asked);
    shown.push(
      listingText(reply.listing, page),
      reply.json(),
      listingMessage(reply.listing, 'private', NOON),
    );
  }
  const { articles, passages, copies, index } = archive.view();
  shown.push(
    articles.map((article) => copies.groupOf(article).map(({ file }) => file)),
    passages.length,
    WORDS.map((each) => [index.vocabulary.nearest(`${each}x`, 5), index.vocabulary.kin(each)]),
  );
  return JSON.parse(JSON.stringify(shown));
}

it('an article under embargo changes nothing on any face: all is as if its file were not there', async () => {
  const articles = fc.array(fc.tuple(fc.oneof(text, fc.constant(LONG)), facts), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(
      articles,
      fc.tuple(fc.oneof(text, fc.constant(LONG)), facts, hiding, fc.boolean()),
      async (visible, [hiddenText, hiddenFacts, until, inFrontMatter]) => {
        const files: Files = {};
        const entries: Record<string, unknown> = {};
        for (const [index, [body, known]] of visible.entries()) {
          files[`${index}.txt`] = body;
          entries[`${index}.txt`] = known;
        }
        const yml = (all: object): string => JSON.stringify({ version: 1, articles: all });
        const hidden = { ...hiddenFacts, embargo_until: until };
        const without = { ...files, 'articles.yml': yml(entries) };
        const within: Files = inFrontMatter
          ? { ...without, '0hid.md': `---\n${JSON.stringify(hidden)}\n---\n${hiddenText}` }
          : {
              ...files,
              '0hid.txt': hiddenText,
              'articles.yml': yml({ ...entries, '0hid.txt': hidden }),
            };
        expect(await everyFace(await openMemoryArchive(within))).toEqual(
          await everyFace(await openMemoryArchive(without)),
        );
      },
    ),
    { numRuns: 20, endOnFailure: true },
  );
}, 120_000);
