import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { FolderError, openFolder } from '../../../../src/corpus/folder/article-folder.js';
import { tempFolder } from '../../../support/temp-folder.js';

const isRoot = userInfo().uid === 0;

async function listed(dir: string): Promise<Record<string, string | null>> {
  const entries = await openFolder(dir).list();
  return Object.fromEntries(
    entries.map(({ name, refused }) => [
      name,
      refused === null ? null : `${refused.severity}: ${refused.reason}`,
    ]),
  );
}

const textOf = async (dir: string, name: string): Promise<string> =>
  Buffer.from(await openFolder(dir).read(name, 1000)).toString('utf8');

describe('what is listed', () => {
  it('is every file, subfolders too, by name, but no dotfile', async () => {
    const { dir } = tempFolder({
      'b.txt': 'b',
      'a/z.txt': 'z',
      'a/deep/er/y.txt': 'y',
      '.hidden/x.txt': 'x',
      '.DS_Store': 's',
    });
    expect((await openFolder(dir).list()).map(({ name }) => name)).toEqual([
      'a/deep/er/y.txt',
      'a/z.txt',
      'b.txt',
    ]);
  });

  it('includes a link that stays inside', async () => {
    const { dir, at } = tempFolder({ 'real/a.txt': 'Panama.' });
    symlinkSync('real/a.txt', at('link.txt'));
    expect(await listed(dir)).toEqual({ 'link.txt': null, 'real/a.txt': null });
    expect(await textOf(dir, 'link.txt')).toBe('Panama.');
  });

  it('includes links through a hidden folder, as a mounted Kubernetes volume has them', async () => {
    const { dir, at } = tempFolder({ '..2025_06_01/a.txt': 'Panama.' });
    symlinkSync('..2025_06_01', at('..data'));
    symlinkSync('..data/a.txt', at('a.txt'));
    expect(await listed(dir)).toEqual({ 'a.txt': null });
    expect(await textOf(dir, 'a.txt')).toBe('Panama.');
  });

  it('works where the folder itself is named by a link', async () => {
    const { at } = tempFolder({ 'real/a.txt': 'Panama.' });
    symlinkSync('real', at('link'));
    expect(await listed(at('link'))).toEqual({ 'a.txt': null });
    expect(await textOf(at('link'), 'a.txt')).toBe('Panama.');
  });
});

describe('what is refused, by name', () => {
  it('a link to a file outside, however it gets there', async () => {
    const outside = tempFolder({ 'secret.txt': 'Secret.' });
    const { dir, at } = tempFolder({ 'a.txt': 'a' });
    symlinkSync(outside.at('secret.txt'), at('absolute.txt'));
    symlinkSync(`../${outside.dir.split('/').at(-1)}/secret.txt`, at('relative.txt'));
    symlinkSync('absolute.txt', at('twice.txt'));
    const left = 'error: left out: the link leaves the folder';
    expect(await listed(dir)).toEqual({
      'a.txt': null,
      'absolute.txt': left,
      'relative.txt': left,
      'twice.txt': left,
    });
    await expect(openFolder(dir).read('absolute.txt', 10)).rejects.toThrow('leaves the folder');
  });

  it('a file outside whose folder only begins with the same name', async () => {
    const { at } = tempFolder({ 'news/a.txt': 'a', 'news-secret/b.txt': 'b' });
    symlinkSync('../news-secret/b.txt', at('news/b.txt'));
    expect((await listed(at('news')))['b.txt']).toMatch('leaves the folder');
  });

  it('a path that climbs out of the folder', async () => {
    const { at } = tempFolder({ 'news/a.txt': 'a', 'secret.txt': 'Secret.' });
    await expect(openFolder(at('news')).read('../secret.txt', 10)).rejects.toThrow(
      'leaves the folder',
    );
  });

  it('a link to a folder: outside as an error, inside as a note, since its files are read anyway', async () => {
    const outside = tempFolder({ 'secret.txt': 'Secret.' });
    const { dir, at } = tempFolder({ 'inner/a.txt': 'a' });
    symlinkSync(outside.dir, at('out'));
    symlinkSync('inner', at('in'));
    expect(await listed(dir)).toEqual({
      in: 'note: skipped: a link, but not to a file',
      'inner/a.txt': null,
      out: 'error: left out: the link leaves the folder',
    });
  });

  it('a link that leads nowhere, and links that lead in a circle', async () => {
    const { dir, at } = tempFolder();
    symlinkSync('gone.txt', at('dangling.txt'));
    symlinkSync('two.txt', at('one.txt'));
    symlinkSync('one.txt', at('two.txt'));
    expect(await listed(dir)).toEqual({
      'dangling.txt': 'error: left out: the link leads nowhere (ENOENT)',
      'one.txt': 'error: left out: the link leads nowhere (ELOOP)',
      'two.txt': 'error: left out: the link leads nowhere (ELOOP)',
    });
  });

  it('a named pipe, without waiting for anyone to write into it', async () => {
    const { dir, at } = tempFolder({ 'a.txt': 'a' });
    execFileSync('mkfifo', [at('pipe.txt')]);
    expect(await listed(dir)).toEqual({
      'a.txt': null,
      'pipe.txt': 'note: skipped: not a regular file',
    });
    await expect(openFolder(dir).read('pipe.txt', 10)).rejects.toThrow('not a regular file');
  });

  it.skipIf(isRoot)('a subfolder that may not be read', async () => {
    const { dir, at } = tempFolder({ 'a.txt': 'a' });
    mkdirSync(at('closed'), { mode: 0o000 });
    expect(await listed(dir)).toEqual({
      'a.txt': null,
      closed: 'error: the folder cannot be read (EACCES)',
    });
  });
});

describe('the folder itself', () => {
  it.each([
    ['is not there', 'gone', /gone cannot be opened \(ENOENT\).*--corpus/],
    ['is a file', 'a.txt', /a\.txt is not a folder/],
  ])('is named where it %s', async (_, name, message) => {
    const { at } = tempFolder({ 'a.txt': 'a' });
    await expect(openFolder(at(name)).list()).rejects.toThrow(message);
    await expect(openFolder(at(name)).list()).rejects.toBeInstanceOf(FolderError);
  });

  it.skipIf(isRoot)('is named where it may not be listed', async () => {
    const { dir, at } = tempFolder();
    mkdirSync(at('closed'), { mode: 0o000 });
    await expect(openFolder(`${dir}/closed`).list()).rejects.toBeInstanceOf(FolderError);
  });
});

describe('reading', () => {
  it('stops one byte after the limit, so that a larger file can be told', async () => {
    const { dir } = tempFolder({ 'a.txt': 'x'.repeat(200_000) });
    expect(await openFolder(dir).read('a.txt', 100_000)).toHaveLength(100_001);
    expect(await openFolder(dir).read('a.txt', 200_000)).toHaveLength(200_000);
  });

  it.skipIf(isRoot)('says why a file cannot be read', async () => {
    const { dir, at } = tempFolder({ 'closed.txt': 'a' });
    chmodSync(at('closed.txt'), 0o000);
    await expect(openFolder(dir).read('closed.txt', 10)).rejects.toThrow('EACCES');
  });
});
