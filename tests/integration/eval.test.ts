import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runTerminal } from '../support/run-terminal.js';
import { SEEDS } from '../support/seeds.js';
import { tempFolder } from '../support/temp-folder.js';

const JUDGED = fileURLToPath(new URL('../eval/seeds', import.meta.url));
const AS_TYPED = fileURLToPath(new URL('../eval/slack', import.meta.url));
const overSeeds = ['eval', '--data', JUDGED, '--articles', SEEDS];
const asTyped = ['eval', '--data', AS_TYPED, '--articles', SEEDS];

const estimate = z.object({ mean: z.number(), low: z.number(), high: z.number() });
const evalJson = z.object({
  kind: z.literal('eval'),
  questions: z.number(),
  measures: z.record(
    z.string(),
    z.object({
      questions: z.number(),
      clipdesk: estimate,
      minisearch: estimate,
      difference: estimate,
    }),
  ),
  asked: z.array(z.looseObject({ id: z.string(), status: z.string() })),
  worst: z.array(z.string()),
});

function folderWith(questions: string) {
  return tempFolder({
    'questions.jsonl': questions,
    'articles/a.txt': 'Zanzibar refused.\nNobody knows why.\n',
  });
}

describe('eval', () => {
  it('prints every measure beside MiniSearch’s, aligned, with intervals and the difference', async () => {
    const { code, stdout, stderr } = await runTerminal(asTyped);
    expect([code, stderr]).toEqual([0, '']);
    const rows = stdout.split('\n').filter((line) => /^\S.* +\d+  -?\d\.\d{3} \[/.test(line));
    expect(rows.map((row) => row.slice(0, 18).trim())).toEqual([
      'Success@1',
      'Success@3',
      '… of follow-ups',
      'nDCG@5',
      'nDCG@10',
      'MRR@10',
      'Hits@4',
      'Hits@10',
      'evidence recall@10',
      'refused, rightly',
      '… of these in part',
      'refused, wrongly',
      'answered in part',
    ]);
    const column =
      stdout
        .split('\n')
        .find((line) => line.includes('Clipdesk'))
        ?.indexOf('Clipdesk') ?? 0;
    for (const row of rows)
      expect(row.slice(column)).toMatch(
        /^\d\.\d{3} \[\d\.\d{3}, \d\.\d{3}\] +\d\.\d{3} \[.*\] +[+-]?\d\.\d{3} \[.*\]$/,
      );
  });

  it('prints the same again with the next run', async () => {
    expect(await runTerminal(overSeeds)).toEqual(await runTerminal(overSeeds));
  });

  it('judges the five articles with questions of every kind', async () => {
    const { stdout } = await runTerminal([...overSeeds, '--json']);
    const { questions, asked, measures } = evalJson.parse(JSON.parse(stdout));
    expect(asked).toHaveLength(questions);
    expect(measures['refused, rightly']?.questions).toBeGreaterThanOrEqual(10);
    expect(measures['Success@1']?.questions).toBeGreaterThanOrEqual(35);
    // Not how well it ranks today, but the floor below which something is broken.
    expect(measures['Success@3']?.clipdesk.mean).toBeGreaterThan(0.8);
    expect(measures['refused, rightly']?.clipdesk.mean).toBeGreaterThan(0.8);
  });

  it.each([JUDGED, AS_TYPED])(
    'names every piece of evidence in the judged set by paragraph and by its words: %s',
    (dir) => {
      for (const line of readFileSync(`${dir}/questions.jsonl`, 'utf8').trim().split('\n')) {
        const { relevant } = z
          .object({ relevant: z.array(z.looseObject({ file: z.string() })) })
          .parse(JSON.parse(line));
        for (const piece of relevant)
          expect(Object.keys(piece)).toEqual(['file', 'paragraph', 'text', 'grade']);
      }
    },
  );

  it('shows of the worst questions what came first and what was expected', async () => {
    const { dir } = folderWith(
      '{"id":"z","query":"zanzibar","relevant":[{"file":"a.txt","paragraph":2}]}\n',
    );
    const { stdout } = await runTerminal(['eval', '--data', dir]);
    expect(stdout).toContain(
      'z  zanzibar\n  first: a.txt#1 “Zanzibar refused.”\n  expected: a.txt#2, not among the first 100\n',
    );
  });

  it('asks only the first questions with --limit-questions', async () => {
    const { stdout } = await runTerminal([...overSeeds, '--limit-questions', '3']);
    expect(stdout).toMatch(/^3 questions \(3 to be answered, 0 to be refused\) over 5 articles,/);
  });

  it('ends with 1 and names file, line, key and what was expected when a judgement does not fit', async () => {
    const { dir, at } = folderWith(
      '{"id":"z","query":"zanzibar","relevant":[{"file":"b.txt","paragraph":2}]}\n',
    );
    const { code, stdout, stderr } = await runTerminal(['eval', '--data', dir]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `${at('questions.jsonl')} line 1, relevant.0.file: b.txt is not in the archive; expected one of its 1 articles\n`,
    );
  });

  it.each([
    [[], 'eval: --data is missing; expected --data DIR'],
    [['--data', 'nowhere'], 'nowhere/questions.jsonl cannot be read; expected judged questions'],
    [['--data', JUDGED, '--articles', 'nowhere'], 'nowhere cannot be opened; expected the folder'],
    [['--data', JUDGED, '--limit-questions', '0'], '--limit-questions 0: expected a whole number'],
    [['--date', JUDGED], "Unknown option '--date'; expected --data DIR"],
  ])('ends with 2 for wrong use: %j', async (words, message) => {
    const { code, stdout, stderr } = await runTerminal(['eval', ...words]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('eval --quotes', () => {
  const quotations = fileURLToPath(new URL('../eval/quotations', import.meta.url));

  it('finds every quotation of the five articles with its speaker, and nothing else', async () => {
    const words = ['eval', '--quotes', quotations, '--corpus', SEEDS, '--misses'];
    const { code, stdout, stderr } = await runTerminal(words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trim().split('\n')).toEqual([
      'precision                   100.0 %  34 of 34',
      'recall                      100.0 %  34 of 34',
      'recall, six words or more   100.0 %  27 of 27',
      'speaker given               100.0 %  34 of 34',
      'speaker right, where given  100.0 %  34 of 34',
    ]);
  });

  it('names the misses of a folder that holds its own articles, as text and as JSON', async () => {
    const { dir } = tempFolder({
      'a.txt': 'Zanzibar was “a fine place to be,” Ann Lee said.\n',
      'quotations.jsonl':
        '{"file":"a.txt","paragraph":1,"text":"a fine place to be,","speaker":"Tom Carter"}\n',
    });
    const { stdout } = await runTerminal(['eval', '--quotes', dir, '--misses']);
    expect(stdout).toContain('a.txt 1 “a fine place to be,” Ann Lee; expected Tom Carter');
    const json = await runTerminal(['eval', '--quotes', dir, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      kind: 'eval-quotes',
      measures: { precision: { count: 1, of: 1 }, speakerRight: { count: 0, of: 1 } },
      wrongSpeaker: [{ file: 'a.txt', speaker: 'Ann Lee', expected: ['Tom Carter'] }],
    });
  });

  it('says what it expected where the folder or a line cannot be used', async () => {
    expect(
      await runTerminal(['eval', '--quotes', tempFolder({ 'a.txt': 'Zanzibar.' }).dir]),
    ).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('quotations.jsonl cannot be read'),
    });
    const { dir } = tempFolder({ 'a.txt': 'Zanzibar.', 'quotations.jsonl': '{"file":"a.txt"}' });
    const { code, stderr } = await runTerminal(['eval', '--quotes', dir]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('line 1: paragraph: expected')]);
  });
});
