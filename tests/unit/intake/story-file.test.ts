import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { putWhole } from '../../../src/intake/story-file.js';
import { tempFolder } from '../../support/temp-folder.js';

it('writes a file again when another run has cleared it away unfinished', async () => {
  const { at } = tempFolder();
  let tries = 0;
  await putWhole(at('a.unfinished'), async () => {
    tries += 1;
    writeFileSync(at('a.unfinished'), `try ${tries}`);
    if (tries < 3) rmSync(at('a.unfinished'));
    return at('a.json');
  });
  expect(readFileSync(at('a.json'), 'utf8')).toBe('try 3');
});

it('gives up where a file cannot take its place', async () => {
  const { at } = tempFolder();
  const put = putWhole(at('a.unfinished'), async () => {
    writeFileSync(at('a.unfinished'), 'words');
    return at('no-folder/a.json');
  });
  await expect(put).rejects.toThrow('ENOENT');
});
