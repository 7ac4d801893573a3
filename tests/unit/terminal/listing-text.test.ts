import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createPaint } from '../../../src/terminal/paint.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import { answerText } from '../../support/reply.js';
import type { Files } from '../../support/memory-folder.js';
import { openSeeds } from '../../support/seeds.js';

const plain = { paint: createPaint(false), width: null, explain: false };

async function shown(files: Files, question: string): Promise<string> {
  return answerText(await (await openMemoryArchive(files)).ask(question), plain);
}

it('shows the passages with number, outlet and date, the words, file and paragraph, and at the end that the archive is stale', async () => {
  const text = await shown(
    {
      'a.txt': 'Panama refused.',
      'b.txt': 'Panama spoke.',
      'articles.yml':
        'version: 1\narticles: {a.txt: {outlet: CNN, published: {status: exact, date: 2025-01-05, basis: feed}}}',
    },
    'panama',
  );
  expect(text).toBe(`“panama”: 2 passages

1  CNN · Jan 5, 2025
   Panama refused.
   a.txt · paragraph 1

2  Outlet not stated · date unknown
   Panama spoke.
   b.txt · paragraph 1

The newest article with a date is from Jan 5, 2025.
`);
});

it('puts a known error right under its passage', async () => {
  const text = answerText(await (await openSeeds()).ask('honduras'), plain);
  expect(text).toMatch(
    /Honduran President Xi Jinping[^\n]*\n {3}! Known error, wrong name: “Honduran President Xi Jinping”/,
  );
});

it('says what was searched when nothing is found', async () => {
  expect(await shown({ 'a.txt': 'Panama refused.' }, 'brexit')).toMatch(
    /^Nothing found for “brexit”\.\nSearched 1 article, 1 passage\.\n$/,
  );
});

it('puts an ellipsis outside the words where a sentence goes on', async () => {
  const text = await shown(
    { 'a.txt': `${'before '.repeat(300)}Panama ${'after '.repeat(300)}end.` },
    'panama',
  );
  expect(text).toMatch(/\n {3}\[…\] before .* Panama .* after \[…\]\n/);
});

it('numbers the passages on from those before', async () => {
  const answer = await (await openSeeds()).ask('mexico', { skip: 3, limit: 2 });
  expect(answerText(answer, plain)).toMatch(/\n4 {2}[^\n]+\n[^]*\n5 {2}/);
});

it('puts the reasons and the copies under a passage, the reasons only when they are asked for', async () => {
  const said = 'Panama refused the flights that the ministry had asked for on Monday.';
  const archive = await openMemoryArchive({ 'a.txt': said, 'b.txt': said });
  const answer = await archive.ask('panama flights');
  const copies = `   ${said}\n   The same text also in 1 other file: b.txt.\n`;
  expect(answerText(answer, plain)).toContain(copies);
  expect(answerText(answer, plain)).not.toContain('Why this passage');
  expect(answerText(answer, { ...plain, explain: true })).toContain(
    `${copies}   Why this passage: it has “panama”, “flights”; all in one sentence`,
  );
});

it('says how a follow-up was read under the headline', async () => {
  const archive = await openMemoryArchive({ 'a.txt': 'Panama refused.\nHonduras agreed.' });
  const answer = await archive.ask('and Honduras?', { thread: ['panama'] });
  expect(answerText(answer, plain)).toMatch(
    /^“and Honduras\?”: 1 passage\nI looked for: panama · Honduras\n\n1 /,
  );
});

describe('at a terminal', () => {
  const page = { paint: createPaint(true), width: 60, explain: false };

  it('wraps at its width, the headline too, and keeps every word', async () => {
    const archive = await openSeeds();
    const answer = await archive.ask(
      'what did the Mexican president say about deportees of other countries and about tariffs',
    );
    const lines = stripVTControlCharacters(answerText(answer, page)).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    const words = lines.join(' ').replace(/\s+/g, ' ');
    expect(answer.citations).toHaveLength(3);
    for (const { text } of answer.citations) expect(words).toContain(text.replace(/\s+/g, ' '));
  });

  it('makes the words that were asked for stand out, and only them', async () => {
    const archive = await openMemoryArchive({ 'a.txt': 'The Panamanian ministry refused.' });
    expect(answerText(await archive.ask('panama'), page)).toContain(
      `The ${page.paint.mark('Panamanian')} ministry refused.`,
    );
  });
});

it('shows control characters of an article, its outlet, its name and the question as signs', async () => {
  const text = await shown(
    {
      'a\u001b.txt': 'Panama\u001b[2J refused\u0007. \u202Edesrever',
      'articles.yml':
        'version: 1\narticles: {"a\\e.txt": {outlet: "C\\eNN", problems: [{paragraph: 1, text: Panama, kind: name, note: "w\\ex"}]}}',
    },
    'panama \u001b\u0007',
  );
  expect(text).toContain('Panama␛[2J refused␇.');
  expect(text).toContain('“panama ␛␇”: 1 passage');
  expect(text).toContain('C␛NN');
  expect(text).toContain('a␛.txt');
  expect(text).toContain('w␛x');
  expect(text).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
});

it('shows of a withdrawn article the label and the reason, and no words', async () => {
  const text = await shown(
    {
      'a.txt': 'Panama refused.',
      'articles.yml': 'version: 1\narticles: {a.txt: {withdrawn: Made up.}}',
    },
    'panama',
  );
  expect(text).toContain(
    'date unknown\n   ! Withdrawn: Made up.\n   Its words are not shown here; they stand in the file.\n   a.txt · paragraph 1\n',
  );
  expect(text).not.toContain('refused');
});
