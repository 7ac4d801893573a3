import { chmodSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { addArticles, AddError, putFiles } from '../../src/intake/add-articles.js';
import { runAdd } from '../../src/intake/run-add.js';
import { runProgram } from '../support/run-program.js';
import { runTerminal } from '../support/run-terminal.js';
import { Sink } from '../support/sink.js';
import { tempFolder, type TempFolder } from '../support/temp-folder.js';

const YML = '# ours\nversion: 1\narticles:\n  old.txt:\n    outlet: CNN # sure\n';

function setUp(): { archive: TempFolder; desk: TempFolder } {
  return {
    archive: tempFolder({ 'old.txt': 'Honduras spoke.', 'articles.yml': YML }),
    desk: tempFolder({
      'new.txt': 'Panama refused.',
      'old.txt': 'Another text.',
      'empty.txt': ' ',
    }),
  };
}

async function add(
  words: string[],
  typed: string[] = [],
): Promise<{ code: number; stdout: string; stderr: string }> {
  const stdout = new Sink();
  const stderr = new Sink();
  const code = await runAdd(words, {
    stdin: Readable.from(typed.map((line) => `${line}\n`)),
    stdout,
    stderr,
    canAsk: typed.length > 0,
    corpusDir: 'nowhere',
    unique: 'test',
    progress: () => {},
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

describe('npm run add', () => {
  it('puts a file into the archive with its entry, and says what it did', async () => {
    const { archive, desk } = setUp();
    const { code, stdout } = await runProgram(
      [
        'add',
        'new.txt',
        '--outlet',
        'The Post',
        '--date',
        '2025-02-03',
        '--url',
        'https://post.example/1',
        '--title',
        'No',
        '--corpus',
        archive.dir,
      ],
      { cwd: desk.dir },
    );
    expect(stdout).toBe(
      `new.txt · The Post · “No” · Feb 3, 2025\n1 file added to ${archive.dir}, with an entry in articles.yml for each.\n`,
    );
    expect(code).toBe(0);
    expect(readFileSync(archive.at('articles.yml'), 'utf8').startsWith(YML)).toBe(true);
    const answer = await runTerminal(['ask', '--json', '--corpus', archive.dir, 'panama']);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      citations: [
        { file: 'new.txt', outlet: 'The Post', title: 'No', date: { date: '2025-02-03' } },
      ],
    });
    expect((await runTerminal(['check', '--corpus', archive.dir])).code).toBe(0);
  });

  it('leaves what nobody states unstated', async () => {
    const { archive, desk } = setUp();
    const { stdout } = await add([desk.at('new.txt'), '--corpus', archive.dir]);
    expect(stdout).toContain('new.txt · outlet not stated · date unknown');
  });

  it('asks somebody who sits before it for what is missing, and again for a day that is none', async () => {
    const { archive, desk } = setUp();
    const { stdout, stderr } = await add(
      [desk.at('new.txt'), '--corpus', archive.dir],
      ['The Post', '', '2025-02-30', '2025-02-28'],
    );
    expect(stdout).toContain('new.txt · The Post · Feb 28, 2025');
    expect(stderr).toContain('2025-02-30 is not a day of the calendar');
  });

  it('adds nothing when the questions are broken off', async () => {
    const { archive, desk } = setUp();
    const { code, stderr } = await add([desk.at('new.txt'), '--corpus', archive.dir], ['The Post']);
    expect(code).toBe(1);
    expect(stderr).toContain('broken off. Nothing was added.');
    expect(readdirSync(archive.dir)).not.toContain('new.txt');
  });

  it('does not ask for what the file states itself', async () => {
    const { archive } = setUp();
    const desk = tempFolder({
      'a.json': JSON.stringify({
        title: 'No',
        body: 'Panama refused.',
        outlet: 'EFE',
        published: '2025-01-15T06:00:00Z',
      }),
    });
    const { stdout } = await add([desk.at('a.json'), '--corpus', archive.dir], ['never read']);
    expect(stdout).toContain('a.json · EFE · “No” · Jan 15, 2025');
  });

  it.each([
    [
      'a file of a name that stands there',
      ['old.txt'],
      1,
      'a file of this name in the archive already',
    ],
    ['an empty file', ['empty.txt'], 1, 'empty.txt: left out: empty'],
    ['a file that is not there', ['gone.txt'], 1, 'cannot be read (ENOENT)'],
    ['no file', [], 2, 'no file was named'],
    [
      'a day that is none',
      ['new.txt', '--date', '2025-02-30'],
      2,
      '--date 2025-02-30 is not a day',
    ],
    ['one title for two files', ['new.txt', 'old.txt', '--title', 'T'], 2, 'belong to one article'],
    ['an option that is none', ['new.txt', '--author', 'T'], 2, "Unknown option '--author'"],
    ['an address that is none', ['new.txt', '--url', 'post'], 1, 'expected a web address'],
  ])('refuses %s and changes nothing', async (_, words, code, said) => {
    const { archive, desk } = setUp();
    const result = await add([
      ...words.map((word) => (word.endsWith('.txt') ? desk.at(word) : word)),
      '--corpus',
      archive.dir,
    ]);
    expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(said) });
    expect(readdirSync(archive.dir).toSorted()).toEqual(['articles.yml', 'old.txt']);
    expect(readFileSync(archive.at('articles.yml'), 'utf8')).toBe(YML);
  });

  it('adds none of several files when one is refused', async () => {
    const { archive, desk } = setUp();
    expect(
      (await add([desk.at('new.txt'), desk.at('old.txt'), '--corpus', archive.dir])).code,
    ).toBe(1);
    expect(readdirSync(archive.dir).toSorted()).toEqual(['articles.yml', 'old.txt']);
  });

  it('refuses while articles.yml is broken, which it would else lose', async () => {
    const { archive, desk } = setUp();
    archive.write('articles.yml', '{ no');
    expect((await add([desk.at('new.txt'), '--corpus', archive.dir])).stderr).toContain(
      'Mend it first',
    );
    expect(readFileSync(archive.at('articles.yml'), 'utf8')).toBe('{ no');
  });
});

describe('when something fails on the way', () => {
  const files = [
    {
      name: 'a.txt',
      bytes: Buffer.from('Panama.'),
      stated: {},
    },
    {
      name: 'b.txt',
      bytes: Buffer.from('Cuba.'),
      stated: {},
    },
  ];
  const names = (folder: TempFolder): string[] => readdirSync(folder.dir).toSorted();

  it('takes back what was put in before, articles.yml too', async () => {
    const { archive } = setUp();
    // Looked for, a link that leads nowhere is not there; it cannot be taken the place of all the same.
    symlinkSync('nowhere', archive.at('b.txt'));
    await expect(addArticles(files, archive.dir, 'test')).rejects.toThrow(AddError);
    expect(names(archive)).toEqual(['articles.yml', 'b.txt', 'old.txt']);
    expect(readFileSync(archive.at('articles.yml'), 'utf8')).toBe(YML);
  });

  it('never writes over an articles.yml that somebody else has written meanwhile', async () => {
    const { archive } = setUp();
    const edit = { before: Buffer.from(YML), after: Buffer.from(`${YML}# ours\n`) };
    archive.write('articles.yml', `${YML}# theirs\n`);
    await expect(putFiles(archive.dir, files, edit, 'test')).rejects.toThrow(
      'was written to meanwhile',
    );
    expect(readFileSync(archive.at('articles.yml'), 'utf8')).toBe(`${YML}# theirs\n`);
    expect(names(archive)).toEqual(['articles.yml', 'old.txt']);
  });

  it.skipIf(process.getuid?.() === 0)('says so where the folder cannot be written to', async () => {
    const { archive } = setUp();
    chmodSync(archive.dir, 0o500);
    await expect(addArticles(files, archive.dir, 'test')).rejects.toThrow('EACCES');
    chmodSync(archive.dir, 0o700);
  });
});
