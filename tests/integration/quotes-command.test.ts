import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runTerminal } from '../support/run-terminal.js';
import { SEEDS } from '../support/seeds.js';
import { tempFolder } from '../support/temp-folder.js';

const quotation = z.looseObject({
  text: z.string(),
  file: z.string(),
  start: z.number(),
  end: z.number(),
  speaker: z.object({
    name: z.string().nullable(),
    mention: z.string().nullable(),
    basis: z.enum(['named', 'resolved', 'none']),
  }),
});

const lines = (stdout: string): z.infer<typeof quotation>[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => quotation.parse(JSON.parse(line)));

describe('quotes', () => {
  it('--json prints every quotation of the archive, one a line, each cut from its file', async () => {
    const { code, stdout, stderr } = await runTerminal(['quotes', '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const all = lines(stdout);
    expect(all).toHaveLength(34);
    expect(all.map(({ file }) => file)).toEqual(all.map(({ file }) => file).toSorted());
    for (const { file, start, end, text } of all)
      expect(readFileSync(path.join(SEEDS, file), 'utf8').slice(start, end)).toBe(text);
  });

  it('prints words nobody is named for too, and no term', async () => {
    const { dir } = tempFolder({ 'a.txt': '“We wait,” she said. The “winter rule” ended.' });
    const { stdout } = await runTerminal(['quotes', '--json', '--corpus', dir]);
    expect(lines(stdout)).toMatchObject([
      { text: 'We wait,', speaker: { name: null, mention: 'she', basis: 'none' } },
    ]);
  });

  it('prints a list to read without --json', async () => {
    const { dir } = tempFolder({ 'a.txt': 'Jane Harper spoke. “We wait,” Harper said.' });
    const { code, stdout } = await runTerminal(['quotes', '--corpus', dir]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'a.txt · outlet not stated · date unknown\n   “We wait,” — “Harper” → Jane Harper, paragraph 1\n\n1 quotation in 1 article, 0 with no speaker stated.\n',
    );
  });

  it('shows no control characters of a file at the terminal', async () => {
    const { dir } = tempFolder({ 'a.txt': '“We \u001B[31mwait\u202E,” Ann Lee said.' });
    const { stdout } = await runTerminal(['quotes', '--corpus', dir]);
    expect(stdout).not.toContain('\u001B');
    expect(stdout).not.toContain('\u202E');
  });

  it('names a file that cannot be read on stderr, lists the others, and ends with 1', async () => {
    const { dir } = tempFolder({ 'a.txt': '“We wait,” Ann Lee said.' });
    writeFileSync(path.join(dir, 'b.txt'), Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80]));
    const { code, stdout, stderr } = await runTerminal(['quotes', '--json', '--corpus', dir]);
    expect(code).toBe(1);
    expect(stderr).toContain('b.txt');
    expect(lines(stdout)).toHaveLength(1);
  });

  it('answers an empty folder with nothing, and a missing one with 2, as check does', async () => {
    const { dir } = tempFolder({});
    expect(await runTerminal(['quotes', '--json', '--corpus', dir])).toMatchObject({
      code: 0,
      stdout: '',
    });
    const missing = await runTerminal(['quotes', '--corpus', path.join(dir, 'gone')]);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('cannot be opened');
  });

  it.each([[['sheinbaum']], [['--jsonl']], [['--limit', '3']], [['--colour']]])(
    'says what is wrong with %j and ends with 2',
    async (words) => {
      const { code, stdout, stderr } = await runTerminal(['quotes', ...words]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^quotes: .*expected/);
    },
  );
});
