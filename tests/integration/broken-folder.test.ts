import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../support/run-program.js';
import { runTerminal } from '../support/run-terminal.js';
import { SEEDS } from '../support/seeds.js';
import { tempFolder, type TempFolder } from '../support/temp-folder.js';

const METADATA = `version: 1
articles:
  good.txt:
    outlet: CNN
    problems: [{paragraph: 1, text: refused, kind: wrong word, note: Read accepted.}]
  unknown-key.txt: {titel: Talks}
  no-such-day.txt: {published: {status: exact, date: 2025-02-30, basis: file}}
  turned.txt: {published: {status: inferred, earliest: 2025-01-18, latest: 2025-01-17, basis: feed}}
  evidence.txt: {published: {status: exact, date: 2025-01-05, basis: text, evidence: on Friday, paragraph: 1}}
  problem.txt: {problems: [{paragraph: 1, text: Honduras, kind: wrong name, note: Check it.}]}
  paragraph.txt: {problems: [{paragraph: 9, text: Panama, kind: wrong name, note: Check it.}]}
  stale.txt: {sha256: ${'a'.repeat(64)}}
  gone.txt: {outlet: CNN}
  embargo.txt: {embargo_until: tomorrow}
`;

/** A folder with one good article and everything that can be wrong with the others. */
function brokenFolder(): TempFolder {
  const outside = tempFolder({ 'secret.txt': 'Panama’s secret.', 'folder/secret.txt': 'Secret.' });
  const entries = 'unknown-key no-such-day turned evidence problem paragraph stale embargo'.split(
    ' ',
  );
  const folder = tempFolder({
    'good.txt': 'Panama refused the flights.',
    ...Object.fromEntries(entries.map((name) => [`${name}.txt`, 'Panama spoke of it.'])),
    'articles.yml': METADATA,
    'articles.yaml': METADATA,
    'binary.txt': Buffer.from([0x50, 0x00, 0x61]),
    'latin-1.txt': Buffer.from('Panamá', 'latin1'),
    'utf-16.txt': Buffer.from('\uFEFFPanama', 'utf16le').subarray(0, -1),
    'empty.txt': '',
    'blank.txt': '\r\n \t\n',
    'huge.txt': 'Panama. '.repeat(2_500_000),
    'hidden.html': '<p hidden>Panama',
    'front-matter.md': '---\ntitle: [\n---\nPanama spoke of it.',
    'nested.md': `---\n${'- '.repeat(50_000)}x\n---\nPanama spoke of it.`,
    'photo.jpg': Buffer.from([0xff, 0xd8]),
  });
  symlinkSync(outside.at('secret.txt'), folder.at('link-out.txt'));
  symlinkSync(outside.at('folder'), folder.at('folder-out'));
  symlinkSync('nowhere.txt', folder.at('dangling.txt'));
  execFileSync('mkfifo', [folder.at('pipe.txt')]);
  return folder;
}

const FAULTS = [
  /^error: articles\.yml \(unknown-key\.txt titel\): is not a key known here/,
  /^error: articles\.yml \(no-such-day\.txt published\.date\): "2025-02-30" is not a day/,
  /^error: articles\.yml \(turned\.txt published\.earliest\): 2025-01-18 lies after latest/,
  /^error: articles\.yml \(evidence\.txt published\.evidence\): “on Friday” does not stand/,
  /^error: articles\.yml \(problem\.txt problems\.0\.text\): “Honduras” does not stand/,
  /^error: articles\.yml \(paragraph\.txt problems\.0\.text\): there is no paragraph 9/,
  /^warning: articles\.yml \(stale\.txt sha256\): the file's hash is/,
  /^error: articles\.yml \(gone\.txt\): there is no article file of this name/,
  /^error: articles\.yml \(embargo\.txt embargo_until\): "tomorrow" is not an instant/,
  /^error: articles\.yaml: skipped: only articles\.yml/,
  /^error: binary\.txt: left out: not text/,
  /^error: latin-1\.txt: left out: not UTF-8/,
  /^error: utf-16\.txt: left out: .*UTF-16/,
  /^error: empty\.txt: left out: empty/,
  /^error: blank\.txt: left out: empty/,
  /^error: huge\.txt: left out: larger than 5 MB/,
  /^error: hidden\.html: left out: empty/,
  /^error: front-matter\.md: its front matter is not readable as YAML/,
  /^error: nested\.md: its front matter is not readable as YAML: .*levels deep/,
  /^note: photo\.jpg: skipped/,
  /^error: link-out\.txt: left out: the link leaves the folder/,
  /^error: folder-out: left out: the link leaves the folder/,
  /^error: dangling\.txt: left out: the link leads nowhere/,
  /^note: pipe\.txt: skipped: not a regular file/,
];

describe('a folder of broken files', () => {
  it('has every fault named by check, one line each, which ends with 1', async () => {
    const { dir } = brokenFolder();
    const { code, stdout, stderr } = await runProgram(['check', '--corpus', dir], { cwd: dir });
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const faults = stdout.split('\n').filter((line) => /^(?:error|warning|note): /.test(line));
    for (const fault of FAULTS) expect(faults).toContainEqual(expect.stringMatching(fault));
    expect(faults).toHaveLength(FAULTS.length);
  });

  it('answers from the articles that are good, with what is known of them', async () => {
    const { dir } = brokenFolder();
    const { code, stdout } = await runTerminal(['ask', '--json', 'panama', 'refused'], {
      corpusDir: dir,
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'found',
      citations: [{ file: 'good.txt', outlet: 'CNN', problems: [{ kind: 'wrong word' }] }, {}, {}],
      searched: { articles: 10 },
    });
  });

  it('shows nothing of what lies outside or is embargoed', async () => {
    const { dir } = brokenFolder();
    const { stdout } = await runTerminal(['ask', '--json', '--limit', '100', 'panama secret'], {
      corpusDir: dir,
    });
    expect(stdout).not.toMatch(/’s secret|embargo\.txt/);
  });

  it.skipIf(userInfo().uid === 0)('names a file that may not be read', async () => {
    const { dir, at } = tempFolder({ 'good.txt': 'Panama.', 'closed.txt': 'Panama.' });
    chmodSync(at('closed.txt'), 0o000);
    const { code, stdout } = await runTerminal(['check'], { corpusDir: dir });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error: closed\.txt: left out: it cannot be read \(EACCES/m);
  });

  it('is left as it was: nothing is written to an article', async () => {
    const { dir, at } = brokenFolder();
    const hash = (): string =>
      createHash('sha256')
        .update(readFileSync(at('good.txt')))
        .digest('hex');
    const before = hash();
    await runTerminal(['check'], { corpusDir: dir });
    expect(hash()).toBe(before);
  });
});

it('check ends with 0 on the five articles, and lists their known problems', async () => {
  const { code, stdout } = await runTerminal(['check'], { corpusDir: SEEDS });
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /5 articles, 34 known errors in their texts; in the files 0 errors, 0 warnings, 0 notes\.\n$/,
  );
});
