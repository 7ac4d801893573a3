import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram, runShell } from '../support/run-program.js';
import { runTerminal } from '../support/run-terminal.js';
import { SEEDS } from '../support/seeds.js';
import { tempFolder } from '../support/temp-folder.js';

const citation = z.object({
  file: z.string(),
  paragraph: z.number(),
  start: z.number(),
  end: z.number(),
  text: z.string(),
});
const answer = z.looseObject({ status: z.string(), citations: z.array(citation) });
const read = (line: string): z.infer<typeof answer> => answer.parse(JSON.parse(line));

/** Everything but the last line, which tells when the archive was read. */
const body = (stdout: string): string => stdout.trimEnd().split('\n').slice(0, -2).join('\n');

describe('ask, with a command', () => {
  it('check shows the pasted words over the printed ones, with what differs in double brackets', async () => {
    const { code, stdout } = await runTerminal(['ask', 'check', 'they would be unable of it']);
    expect(code).toBe(0);
    expect(body(stdout)).toBe(`Not verbatim: 2 words differ.
The nearest words in the archive:

CNN · Dec 5, 2024
   As pasted:  [[they]] would be [[unable]] of it
   As printed: “Everyone has their own way of communicating, but I can assure you, I give you the certainty that we would never — and [[we]] would be [[incapable]] of it — propose that we would close the border,” Sheinbaum said.
   In quotation marks: “Sheinbaum” → Claudia Sheinbaum.
   000_cdfc808a8b69da1e.txt · paragraph 9`);
  });

  it('check shows the sentence that the words stand in, whose they are and what was counted as the same', async () => {
    const { stdout } = await runTerminal(['ask', 'check', '"WE would be', 'incapable of it"']);
    expect(stdout).toContain('stands in 1 article.\n');
    expect(stdout).toContain('“Everyone has their own way of communicating');
    expect(stdout).toContain('   Counted as the same: capitals.');
  });

  it('check says that a made-up sentence is not found, and ends with 0', async () => {
    const { code, stdout } = await runTerminal(['ask', 'check', 'The moon is made of cheese']);
    expect(code).toBe(0);
    expect(body(stdout)).toMatch(
      /^Not found: nothing like “The moon is made of cheese” stands in the archive\.\nSearched 5 articles/,
    );
  });

  it('timeline shows dates first, weekdays beside the words that name them', async () => {
    const { stdout } = await runTerminal(['ask', 'timeline', 'fentanyl', 'bust']);
    expect(stdout).toContain('Dec 5, 2024 · CNN\n   On Wednesday, the Mexican');
    expect(stdout).toContain('000_cdfc808a8b69da1e.txt · paragraph 11\n');
    expect(stdout).toContain('“On Wednesday”: Dec 4, 2024, counted from the article’s date.');
  });

  it('figures shows each figure once, over every sentence that prints it', async () => {
    const { stdout } = await runTerminal(['ask', 'figures', 'tariffs']);
    expect(stdout).toMatch(
      /“25 percent”, “25%” · in 2 files\n {3}The New York Times [^\n]*\n {3}Mr\. Trump threatened/,
    );
  });

  it('sources shows every article with its headline, outlet and file, and the grounds of its date', async () => {
    const { stdout } = await runTerminal(['ask', 'sources']);
    expect(stdout).toMatch(
      /^Exclusive: Inside the High-Stakes [^\n]*\n {3}[^\n]+\n[^]*? {3}002_\w+\.txt/m,
    );
    expect(stdout).toContain('The New York Times · date inferred:');
    expect(stdout).toContain('Evidence: “after Mr. Trump is sworn in next Monday” (paragraph 3)');
  });

  it('quotes shows who is quoted, and that Xi Jinping is not', async () => {
    expect((await runTerminal(['ask', 'quotes', 'panama', 'foreign', 'ministry'])).stdout).toMatch(
      /^Panamanian Foreign Ministry: 2 quotations\n/,
    );
    expect((await runTerminal(['ask', 'quotes', 'xi', 'jinping'])).stdout).toMatch(
      /^Nobody called “xi jinping” is quoted here\.\nThe name stands in 1 passage/,
    );
  });

  it.each(['timeline', 'figures', 'quotes', 'check'])(
    '%s alone is wrong use, told with an example',
    async (command) => {
      const { code, stdout, stderr } = await runTerminal(['ask', command]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^ask: ${command} needs .* such as ${command} `));
    },
  );

  it('writes one JSON object of its kind, and with --jsonl one a line', async () => {
    const one = await runTerminal(['ask', '--json', 'check', 'we would be incapable of it']);
    expect(JSON.parse(one.stdout)).toMatchObject({ kind: 'check', status: 'verbatim' });
    const many = await runTerminal(['ask', '--jsonl'], {
      stdin: 'timeline tariffs\nfigures\n{"id":"x","query":"sources"}\n',
    });
    expect(
      many.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 1, kind: 'timeline' },
      { id: 2, kind: 'error', error: { code: 'bad-request' } },
      { id: 'x', kind: 'sources' },
    ]);
  });

  it('lets no command of the terminal through from a file, in any of them', async () => {
    const { dir } = tempFolder({
      'a\u001B[31m.txt':
        'Ana Ruiz said \u001B[2J: “We sold \u001B]0;x\u0007 4,000 ferries on Monday.”',
    });
    for (const words of [
      'quotes ruiz',
      'check 4,000 ferries',
      'check 4,000 ships on Monday',
      'timeline ferries',
      'figures ferries',
      'sources',
    ]) {
      const { stdout } = await runTerminal(['ask', ...words.split(' '), '--corpus', dir]);
      expect(stdout).toContain('␛');
      // oxlint-disable-next-line no-control-regex
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
    }
  });

  it('is no wider than the terminal', async () => {
    for (const words of [
      'check they would be unable of it',
      'timeline tariffs',
      'figures migrants',
      'quotes leavitt',
    ]) {
      const { stdout } = await runTerminal(['ask', ...words.split(' ')], {
        width: 60,
        colours: true,
      });
      const lines = stripVTControlCharacters(stdout).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    }
  });
});

describe('ask', () => {
  it('shows the ministry’s passages with “CNN” and “Dec 5, 2024” and ends with 0', async () => {
    const { code, stdout, stderr } = await runTerminal(['ask', 'panama']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /CNN · Dec 5, 2024\n(?: {3}.+\n){3} {3}000_cdfc808a8b69da1e\.txt · paragraphs 13–15\n/,
    );
    expect(stdout).toContain('the Panamanian Foreign Ministry said Thursday that the country');
  });

  it('ends with 0 also for nothing, and says what was searched', async () => {
    const { code, stdout } = await runTerminal(['ask', 'brexit']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Nothing found for “brexit”\.\nSearched 5 articles, \d+ passages\./);
  });

  it('takes a word with a dash for one to leave out, and -- for the end of options', async () => {
    const { stdout } = await runTerminal(['ask', 'sheinbaum', '-trump']);
    expect(stdout).toContain('Only without “trump”.');
    const after = await runTerminal(['ask', '--json', '--', '--json', 'panama']);
    expect(JSON.parse(after.stdout)).toMatchObject({ query: '--json panama' });
  });

  it('reads another folder with --corpus', async () => {
    const { dir } = tempFolder({ 'a.txt': 'Zanzibar refused.' });
    const { stdout } = await runTerminal(['ask', 'zanzibar', '--corpus', dir]);
    expect(stdout).toContain('   Zanzibar refused.\n   a.txt · paragraph 1');
  });

  it('shows as many passages as --limit says', async () => {
    const count = async (...words: string[]): Promise<number> =>
      read((await runTerminal(['ask', '--json', 'mexico', ...words])).stdout).citations.length;
    expect([await count(), await count('--limit', '1'), await count('--limit=20')]).toEqual([
      3, 1, 20,
    ]);
  });

  it('writes at a terminal in colour and no wider than it is, at most a hundred columns', async () => {
    for (const width of [40, 80, 300]) {
      const { stdout } = await runTerminal(['ask', 'sheinbaum'], { colours: true, width });
      const lines = stripVTControlCharacters(stdout).split('\n');
      expect(stdout).not.toBe(stripVTControlCharacters(stdout));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(
        Math.min(width, 100),
      );
    }
  });

  it('writes plainly and leaves lines whole when nobody looks', async () => {
    const { stdout } = await runTerminal(['ask', 'sheinbaum']);
    expect(stdout).toBe(stripVTControlCharacters(stdout));
    expect(stdout).toMatch(/[^\n]{200}/);
  });

  it('says with --explain why each passage stands where it does', async () => {
    const { stdout } = await runTerminal(['ask', 'leavitt', '--explain']);
    expect(stdout.match(/^ {3}Why this passage: it has “leavitt”/gm)).toHaveLength(3);
    expect((await runTerminal(['ask', 'panama'])).stdout).not.toContain('Why this passage');
  });

  it('shows the usage with --help, though no folder is there', async () => {
    const { code, stdout } = await runTerminal(['ask', '--help'], { corpusDir: '/no/such' });
    expect(code).toBe(0);
    for (const asked of ['panama', 'quotes sheinbaum', 'timeline tariffs', 'sources'])
      expect(stdout).toContain(`npm run ask -- ${asked} `);
  });
});

describe('--json', () => {
  it('is one line whose every text equals its file cut at its offsets', async () => {
    const { code, stdout } = await runTerminal(['ask', '--json', '--limit', '100', 'mexico']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\{[^\n]*\}\n$/);
    const { citations } = read(stdout);
    expect(citations.length).toBeGreaterThan(30);
    for (const { file, start, end, text } of citations)
      expect(readFileSync(path.join(SEEDS, file), 'utf8').slice(start, end)).toBe(text);
  });

  it('begins with the agreed keys, in their order', async () => {
    const { stdout } = await runTerminal(['ask', '--json', 'panama']);
    expect(stdout).toMatch(
      /^\{"kind":"passages","query":"panama","status":"found","missing":\[\],"total":\d+,"citations":\[\{"file":"000_cdfc808a8b69da1e\.txt","paragraph":\d+,"start":\d+,"end":\d+,"text":"[^\n]*?","date":\{"status":"exact","date":"2024-12-05"\},"outlet":"CNN","title":null,"wording":"as-printed","problems":\[\],"score":[\d.]+/,
    );
  });

  it('is the same object for nothing', async () => {
    const { code, stdout } = await runTerminal(['ask', '--json', 'brexit']);
    expect(code).toBe(0);
    expect(read(stdout)).toMatchObject({ status: 'nothing', missing: ['brexit'], citations: [] });
  });
});

describe('--jsonl', () => {
  it('answers line by line, in order, with the line’s id or its number', async () => {
    const { code, stdout, stderr } = await runTerminal(['ask', '--jsonl', '--limit', '1'], {
      stdin:
        '\uFEFFpanama\r\n\n{"id":"q2","query":"honduras"}\n{"query":"brexit"}\n{"id":7,"query":"panama from:cnn"}',
    });
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { id: 1, query: 'panama', status: 'found', citations: [{}] },
      { id: 'q2', query: 'honduras', status: 'found' },
      { id: 4, query: 'brexit', status: 'nothing' },
      { id: 7, query: 'panama from:cnn', filters: { from: ['cnn'] } },
    ]);
  });

  it('reads a line with the questions before it in its thread', async () => {
    const { stdout } = await runTerminal(['ask', '--jsonl'], {
      stdin: [
        '{"id":"a","query":"and honduras?","thread":["panama deportees"]}',
        '{"id":"b","query":"and honduras?"}',
        '{"id":"c","query":"any numbers?","thread":["panama deportees","since:x","and mexico?"]}',
        '{"id":"d","query":"panama","thread":"mexico"}',
      ].join('\n'),
    });
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { id: 'a', status: 'found', readAs: 'panama deportees · honduras' },
      { id: 'b', status: 'found', readAs: null },
      { id: 'c', status: 'found', readAs: 'panama deportees · mexico · numbers' },
      { id: 'd', kind: 'error', error: { code: 'bad-line' } },
    ]);
  });

  it('gives reasons in JSON only with --explain', async () => {
    const ask = async (...words: string[]): Promise<string> =>
      (await runTerminal(['ask', '--jsonl', ...words], { stdin: 'panama' })).stdout;
    expect(await ask()).not.toContain('"why"');
    expect(JSON.parse(await ask('--explain'))).toMatchObject({
      citations: [{ why: { matched: ['panama'], signals: { words: 1 } } }, {}, {}],
    });
    const one = await runTerminal(['ask', '--json', '--explain', 'panama']);
    expect(JSON.parse(one.stdout)).toMatchObject({ citations: [{ why: {} }, {}, {}] });
  });

  it('puts an error in the place of a line that cannot be read, and goes on', async () => {
    const { code, stdout } = await runTerminal(['ask', '--jsonl'], {
      stdin: `{"id":"q1"\n{"id":"q2"}\npanama since:someday\n${'x'.repeat(20_001)}\npanama\n`,
    });
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { id: 1, kind: 'error', error: { code: 'bad-line' } },
      {
        id: 'q2',
        kind: 'error',
        error: { code: 'bad-line', message: expect.stringContaining('query') },
      },
      {
        id: 3,
        kind: 'error',
        error: {
          code: 'bad-question',
          message: expect.stringContaining('since:someday'),
        },
      },
      {
        id: 4,
        kind: 'error',
        error: { code: 'bad-question', message: expect.stringContaining('20,001') },
      },
      { id: 5, kind: 'passages', status: 'found' },
    ]);
  });

  it('answers thousands of lines without losing one', async () => {
    const { stdout } = await runTerminal(['ask', '--jsonl', '--limit', '1'], {
      stdin: 'panama\n'.repeat(2_000),
    });
    expect(stdout.trimEnd().split('\n')).toHaveLength(2_000);
  });

  it('writes nothing for no line', async () => {
    expect(await runTerminal(['ask', '--jsonl'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('wrong use ends with 2, says why on the error output, and prints nothing else', () => {
  it.each([
    [['ask'], /^ask: the question is missing/],
    [['ask', '--json'], /^ask: the question is missing/],
    [['ask', '--colour', 'panama'], /^ask: --colour is not an option here/],
    [['ask', '--limit', '0', 'panama'], /^ask: --limit 0: expected a whole number from 1 to 100/],
    [['ask', '--limit', '101', 'panama'], /^ask: --limit 101: expected/],
    [['ask', 'panama', '--limit'], /^ask: --limit needs a whole number/],
    [
      ['ask', '--corpus', '/no/such/folder', 'panama'],
      /^ask: .*\/no\/such\/folder cannot be opened/,
    ],
    [['ask', 'panama', 'since:someday'], /^ask: since:someday is not a date/],
    [['ask', '--json', 'panama', 'from:""'], /^ask: from: needs an outlet/],
    [['ask', '--jsonl', 'panama'], /^ask: --jsonl reads its questions from standard input/],
    [['check', 'panama'], /^check: looks at the whole folder/],
    [['check', '--json'], /^check: looks at the whole folder/],
    [['check', '--corpus', '/no/such/folder'], /^check: .* cannot be opened/],
  ])('%j', async (words, message) => {
    const { code, stdout, stderr } = await runTerminal(words);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });
});

describe('the program itself', () => {
  it('answers from the articles that come with it, wherever it is started', async () => {
    const { dir } = tempFolder();
    const { code, stdout, stderr } = await runProgram(['ask', '--json', 'panama'], { cwd: dir });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(new Set(read(stdout).citations.map(({ paragraph }) => paragraph))).toEqual(
      new Set([13, 14, 15]),
    );
  });

  it('reads the folder that CORPUS_DIR names, in .env too', async () => {
    const { dir } = tempFolder({ 'news/a.txt': 'Zanzibar refused.', '.env': 'CORPUS_DIR=news\n' });
    const { stdout } = await runProgram(['ask', 'zanzibar'], { cwd: dir });
    expect(stdout).toContain('Zanzibar refused.');
  });

  it('answers questions from standard input', async () => {
    const { dir } = tempFolder();
    const { code, stdout } = await runProgram(['ask', '--jsonl'], {
      cwd: dir,
      stdin: 'panama\n{"id":"b","query":"brexit"}\n',
    });
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => read(line).status),
    ).toEqual(['found', 'nothing']);
  });

  it.each([
    ['an unknown option', ['ask', '--colour'], 2],
    ['an unknown command', ['tell', 'panama'], 2],
    ['a folder that is not there', ['check', '--corpus', 'gone'], 2],
  ])(
    'ends with an error for %s, in one line or a usage, without a stack',
    async (_, words, code) => {
      const { dir } = tempFolder();
      const printed = await runProgram(words, { cwd: dir });
      expect(printed.code).toBe(code);
      expect(printed.stdout).toBe('');
      expect(printed.stderr).not.toBe('');
      expect(printed.stderr).not.toMatch(/\n\s+at /);
    },
  );

  it('ends in peace when whoever reads its output stops reading', async () => {
    const { dir } = tempFolder();
    const { code, stdout, stderr } = await runShell(
      'set -o pipefail; for i in $(seq 20000); do echo mexico; done | "$NODE" "$MAIN" ask --jsonl --limit 100 2>err | head -1; cat err >&2',
      { cwd: dir },
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(read(stdout).status).toBe('found');
  });

  it('writes no colour into a pipe', async () => {
    const { dir } = tempFolder();
    const { stdout } = await runProgram(['ask', 'panama'], { cwd: dir, env: { FORCE_COLOR: '1' } });
    expect(stdout).toBe(stripVTControlCharacters(stdout));
  });
});
