import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openCacheFile } from '../../../../src/corpus/folder/cache-file.js';
import { tempFolder } from '../../../support/temp-folder.js';

it('holds what was saved last, in a folder that is made for it', async () => {
  const { at } = tempFolder();
  const file = openCacheFile(at('data/words.cache'), '1');
  expect(await file.load()).toBeNull();
  await file.save([Buffer.from('one '), Buffer.from('two')]);
  await file.save([Buffer.from('three')]);
  expect(Buffer.from((await file.load()) ?? []).toString()).toBe('three');
  expect(readdirSync(at('data'))).toEqual(['words.cache']);
});

it('is left as it was when writing breaks off', async () => {
  const { at, write } = tempFolder();
  write('words.cache', 'old');
  const chunks = function* (): Generator<Uint8Array> {
    yield Buffer.from('half');
    throw new Error('broken off');
  };
  await expect(openCacheFile(at('words.cache'), '1').save(chunks())).rejects.toThrow('broken off');
  expect(readFileSync(at('words.cache'), 'utf8')).toBe('old');
  expect(readdirSync(at('.'))).toEqual(['words.cache']);
});
