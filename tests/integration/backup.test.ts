import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { runProgram } from '../support/run-program.js';
import { tempFolder } from '../support/temp-folder.js';

const now = (): Date => new Date();

it('a backup taken while the bot writes holds all that was written before, and opens as a database', async () => {
  const { dir, at } = tempFolder();
  const store = await openStore({ url: `file:${at('clipdesk.db')}`, now });
  await store.claims.claim('before');
  const ended = new AbortController();
  const writer = (async () => {
    for (let count = 0; !ended.signal.aborted; count += 1) {
      await store.claims.claim(`while ${count}`);
      // SQLite answers at once, and nothing else would have its turn.
      await nextTurn();
    }
  })();
  const env = { DATABASE_URL: 'file:clipdesk.db' };
  const { code, stdout } = await runProgram(['backup', 'copy.db'], { cwd: dir, env });
  ended.abort();
  await writer;
  await store.close();
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Backed up to copy.db.\n' });
  const copy = await openStore({ url: `file:${at('copy.db')}`, now });
  expect(await copy.claims.claim('before')).toBe(false);
  expect(await copy.claims.claim('after')).toBe(true);
  await copy.close();
});

it('a backup knows the file by its address too, as the bot does', async () => {
  const { dir, at } = tempFolder();
  await (await openStore({ url: `file:${at('the bot.db')}`, now })).close();
  const env = { DATABASE_URL: pathToFileURL(at('the bot.db')).href };
  expect((await runProgram(['backup', 'copy.db'], { cwd: dir, env })).code).toBe(0);
  expect(existsSync(at('copy.db'))).toBe(true);
});

it.each([
  [['there.db'], 'file:there.db', 'there.db is there already; expected the name of a new file.'],
  [['copy.db'], 'file:none.db', 'there is no none.db; expected the file of a bot that has run.'],
  [['no/folder/copy.db'], 'file:there.db', 'no/folder/copy.db could not be written'],
  [['copy.db'], 'postgres://u:pw@127.0.0.1/x', 'back it up with pg_dump'],
  [[], 'file:there.db', 'expected the name of one new file'],
])('a backup %j of %s is refused, and says why', async (words, url, reason) => {
  const { dir, at } = tempFolder();
  await (await openStore({ url: `file:${at('there.db')}`, now })).close();
  const { code, stderr } = await runProgram(['backup', ...words], {
    cwd: dir,
    env: { DATABASE_URL: url },
  });
  expect(code).not.toBe(0);
  expect(stderr).toContain(reason);
  expect(existsSync(at('none.db'))).toBe(false);
});
