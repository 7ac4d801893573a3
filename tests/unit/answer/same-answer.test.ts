import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.js';
import type { Files } from '../../support/memory-folder.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';

const WORDS =
  'panama honduras ministry deportees flights tariffs border talks refused said on thursday'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => `The ${words.join(' ')}.`);
const texts = fc.array(
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
  { minLength: 1, maxLength: 8 },
);
const question = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

const cited = ({ citations }: Answer): string[] =>
  citations.map(({ passage: { article, paragraph }, text, score }) =>
    [article.file, paragraph.number, text, score].join(' | '),
  );

const filesOf = (bodies: readonly string[]): [string, string][] =>
  bodies.map((text, index) => [`${index}.txt`, text]);

describe('the same question gets the same answer', () => {
  it('twice, in a thread too, and whatever was asked in between', async () => {
    await fc.assert(
      fc.asyncProperty(texts, question, question, async (bodies, first, between) => {
        const archive = await openMemoryArchive(Object.fromEntries(filesOf(bodies)));
        const options = { limit: 100, thread: [between] };
        const once = await archive.ask(first, options);
        await archive.ask(between);
        expect(await archive.ask(first, options)).toEqual(once);
      }),
    );
  });

  it('in whatever order the files were made', async () => {
    await fc.assert(
      fc.asyncProperty(
        texts.chain((bodies) =>
          fc.tuple(
            fc.constant(filesOf(bodies)),
            fc.shuffledSubarray(filesOf(bodies), { minLength: bodies.length }),
          ),
        ),
        question,
        async ([made, shuffled], asked) => {
          const ask = async (files: [string, string][]): Promise<string[]> =>
            cited(
              await (await openMemoryArchive(Object.fromEntries(files))).ask(asked, { limit: 100 }),
            );
          expect(await ask(shuffled)).toEqual(await ask(made));
        },
      ),
    );
  });
});

it('cites one word with the same slices when an article about something else joins', async () => {
  const long = fc
    .array(sentence, { minLength: 1, maxLength: 20 })
    .map((sentences) => sentences.join(' '));
  await fc.assert(
    fc.asyncProperty(
      fc.array(long, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...WORDS),
      fc.array(fc.constantFrom('quokka', 'zugzwang', 'xylophone'), { minLength: 1 }),
      async (bodies, word, strange) => {
        const files: Files = Object.fromEntries(filesOf(bodies));
        const slices = async (more: Files): Promise<string[]> =>
          (
            await (await openMemoryArchive({ ...files, ...more })).ask(word, { limit: 100 })
          ).citations
            .map(({ passage, start, end, text }) =>
              [passage.article.file, passage.paragraph.number, start, end, text].join(' | '),
            )
            .toSorted();
        expect(await slices({ 'z.txt': `${strange.join(' ')}.` })).toEqual(await slices({}));
      },
    ),
  );
});
