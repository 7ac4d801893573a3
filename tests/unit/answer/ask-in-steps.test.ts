import { expect, it } from 'vitest';
import { askView } from '../../../src/answer/ask.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';

it('A question lets others have their turn after each article that holds a word of it', async () => {
  const files = Array.from({ length: 60 }, (_, n) => [`${n}.txt`, `Ferry number ${n} sailed.`]);
  const archive = await openMemoryArchive(Object.fromEntries(files));
  const work = askView(archive.view(), 'ferry');
  let turns = 0;
  while (work.next().done !== true) turns += 1;
  expect(turns).toBeGreaterThanOrEqual(60);
});
