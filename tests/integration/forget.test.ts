import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { runProgram } from '../support/run-program.js';
import { tempFolder } from '../support/temp-folder.js';

const env = { DATABASE_URL: 'file:clipdesk.db' };

it('a person is forgotten by one command, while the bot goes on, and it says what it deleted', async () => {
  const { dir, at } = tempFolder();
  const store = await openStore({ url: `file:${at('clipdesk.db')}`, now: () => new Date() });
  await store.threads.remember('T1:with:U024BE7LH', 'panama');
  await store.threads.remember('T1:D024BE7LJ:1.1', 'honduras');
  const { code, stdout } = await runProgram(['forget', 'U024BE7LH', 'D024BE7LJ'], {
    cwd: dir,
    env,
  });
  expect(code).toBe(0);
  expect(stdout).toContain('Deleted of U024BE7LH: 0 watches, 2 conversations with the bot');
  expect(await store.threads.questions('T1:with:U024BE7LH')).toEqual([]);
  await store.close();
});

it.each([
  [['maya'], 2, 'the user id of one person'],
  [['U024BE7LH', 'C024BE7LJ'], 2, 'the user id of one person'],
  [['U024BE7LH'], 1, 'there is no clipdesk.db'],
])('forget %j says what was expected, and makes nothing', async (words, expected, said) => {
  const { code, stdout, stderr } = await runProgram(['forget', ...words], {
    cwd: tempFolder().dir,
    env,
  });
  expect([code, stdout]).toEqual([expected, '']);
  expect(stderr).toContain(said);
});
