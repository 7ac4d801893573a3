import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  copyArchive,
  type CopiedFile,
} from '../../../src/playground/state/archive/copy-archive.js';
import { tempFolder } from '../../support/temp-folder.js';

function files(...names: string[]): CopiedFile[] {
  return names.map((name) => ({ name, stamp: '1' }));
}

describe('the playground’s copy of an archive', () => {
  it('holds the files byte for byte, subfolders too, and is gone when it is removed', async () => {
    const { dir } = tempFolder({ 'a.txt': 'one\r\n', 'desk/b.md': 'two' });
    const copy = await copyArchive(dir, files('a.txt', 'desk/b.md'));
    onTestFinished(() => copy.remove());
    expect(readFileSync(path.join(copy.folder, 'a.txt'), 'utf8')).toBe('one\r\n');
    expect(readFileSync(path.join(copy.folder, 'desk/b.md'), 'utf8')).toBe('two');
    writeFileSync(path.join(copy.folder, 'a.txt'), 'changed');
    expect(readFileSync(path.join(dir, 'a.txt'), 'utf8')).toBe('one\r\n');
    expect(copy.leftOut).toEqual([]);
    await copy.remove();
    expect(existsSync(copy.folder)).toBe(false);
  });

  it('names what it could not copy or what is too large to be an article, and copies the rest', async () => {
    const { dir, at } = tempFolder({ 'a.txt': 'one', 'film.mp4': '' });
    truncateSync(at('film.mp4'), 10_000_001);
    const copy = await copyArchive(dir, files('film.mp4', 'gone.txt', 'a.txt'));
    onTestFinished(() => copy.remove());
    expect(copy.leftOut).toEqual(['film.mp4', 'gone.txt']);
    expect(existsSync(path.join(copy.folder, 'a.txt'))).toBe(true);
  });

  it('takes up what comes, changes and goes in the folder, and keeps what was changed in the copy alone', async () => {
    const { dir, write } = tempFolder({ 'a.txt': 'one', 'b.txt': 'two', 'c.txt': 'three' });
    const copy = await copyArchive(dir, files('a.txt', 'b.txt', 'c.txt'));
    onTestFinished(() => copy.remove());
    const read = (name: string): string => readFileSync(path.join(copy.folder, name), 'utf8');
    writeFileSync(path.join(copy.folder, 'a.txt'), 'edited in the copy');
    write('b.txt', 'two, corrected');
    write('new/d.txt', 'four');
    await copy.update([
      { name: 'a.txt', stamp: '1' },
      { name: 'b.txt', stamp: '2' },
      { name: 'new/d.txt', stamp: '1' },
    ]);
    expect(read('a.txt')).toBe('edited in the copy');
    expect(read('b.txt')).toBe('two, corrected');
    expect(read('new/d.txt')).toBe('four');
    expect(existsSync(path.join(copy.folder, 'c.txt'))).toBe(false);
  });
});
