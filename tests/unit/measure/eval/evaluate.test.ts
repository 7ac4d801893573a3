import { expect, it } from 'vitest';
import { listPassages } from '../../../../src/corpus/article/article.js';
import { evaluate } from '../../../../src/measure/eval/evaluate.js';
import { readQuestions } from '../../../../src/measure/eval/read-questions.js';
import { createSeededRandom } from '../../../../src/measure/eval/seeded-random.js';
import { createPlainIndex } from '../../../../src/search/index/plain-index.js';
import { passagesOf } from '../../../support/article.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';

const FILES = {
  'a.txt': 'Zanzibar refused the ferries.\nThe ministry spoke on Monday.\n',
  'b.txt': 'The ferries sail to Zanzibar again, the ministry said.\n',
};

async function evaluated(...lines: object[]) {
  const archive = await openMemoryArchive(FILES);
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  const articles = archive.articles();
  return evaluate({
    questions: readQuestions(text, 'q.jsonl', articles),
    archive,
    plain: createPlainIndex(listPassages(articles)),
    random: createSeededRandom(1),
  });
}

it('measures both searches over the same questions, each measure over those it applies to', async () => {
  const { measured, asked } = await evaluated(
    { id: 'monday', query: 'monday', relevant: [{ file: 'a.txt', paragraph: 2 }] },
    { id: 'brexit', query: 'brexit', relevant: [], answerable: false },
  );
  expect(asked).toHaveLength(2);
  const of = (name: string) => measured.find((one) => one.name === name);
  expect(of('Success@1')).toMatchObject({ questions: 1, ours: { mean: 1 }, plain: { mean: 1 } });
  expect(of('refused, rightly')).toMatchObject({ questions: 1, ours: { mean: 1 } });
});

it('leaves out a measure that applies to no question', async () => {
  const { measured } = await evaluated({ id: '1', query: 'monday', relevant: [{ file: 'a.txt' }] });
  expect(measured.map(({ name }) => name)).not.toContain('refused, rightly');
});

it('puts the question first whose evidence stands deepest, or nowhere', async () => {
  const { worst } = await evaluated(
    { id: 'right', query: 'monday', relevant: [{ file: 'a.txt', paragraph: 2 }] },
    { id: 'second', query: 'zanzibar refused ferries', relevant: [{ file: 'b.txt' }] },
    { id: 'never', query: 'ferries', relevant: [{ file: 'a.txt', paragraph: 2 }] },
  );
  expect(worst.map(({ question }) => question.id)).toEqual(['never', 'second']);
});

it('counts a question that cannot be read as nothing found, and says why', async () => {
  const { asked } = await evaluated({
    id: '1',
    query: 'ferries since:soon',
    relevant: [{ file: 'a.txt' }],
  });
  expect(asked[0]).toMatchObject({
    ours: { status: 'nothing', passages: [] },
    unreadable: expect.stringContaining('since:soon is not a date'),
  });
});

it('asks MiniSearch as it comes: any word will do, stop words too', () => {
  const index = createPlainIndex(passagesOf('The ministry spoke.', 'Nobody listened.'));
  expect(index.search('the brexit').map(({ article }) => article.file)).toEqual(['000.txt']);
  expect(index.search('brexit')).toEqual([]);
});
