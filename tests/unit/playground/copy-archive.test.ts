import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyArchive } from '../../../src/playground/archive/copy-archive.js';
import { tempFolder } from '../../support/temp-folder.js';

describe('the playground’s copy of an archive', () => {
  it('holds the files byte for byte, subfolders too, and is gone when it is removed', async () => {
    const { dir } = tempFolder({ 'a.txt': 'one\r\n', 'desk/b.md': 'two' });
    const copy = await copyArchive(dir, ['a.txt', 'desk/b.md']);
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
    const copy = await copyArchive(dir, ['film.mp4', 'gone.txt', 'a.txt']);
    onTestFinished(() => copy.remove());
    expect(copy.leftOut).toEqual(['film.mp4', 'gone.txt']);
    expect(existsSync(path.join(copy.folder, 'a.txt'))).toBe(true);
  });
});
