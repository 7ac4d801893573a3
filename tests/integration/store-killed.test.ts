import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { tempFolder } from '../support/temp-folder.js';

const PROGRAM = fileURLToPath(new URL('../support/store-program.mjs', import.meta.url));

it(
  'a SQLite store loses nothing that it has said is written when its program is killed',
  { timeout: 60_000 },
  async () => {
    const { at } = tempFolder();
    const url = `file:${at('clipdesk.db')}`;
    const written: string[] = [];
    for (let life = 0; life < 6; life += 1) {
      const child = spawn(process.execPath, [PROGRAM], {
        env: { PATH: process.env['PATH'], DATABASE: url, LIFE: String(life) },
      });
      let said = '';
      child.stdout.on('data', (data: Buffer) => (said += data.toString()));
      await once(child.stdout, 'data');
      await sleep(Math.random() * 150);
      child.kill('SIGKILL');
      await once(child, 'close');
      // A line cut off by the kill says nothing.
      written.push(...said.split('\n').slice(0, -1));
    }
    expect(written.length).toBeGreaterThan(10);
    const store = await openStore({ url, now: () => new Date() });
    for (const key of written) expect(await store.claims.claim(key)).toBe(false);
    expect(await store.claims.claim('a new one')).toBe(true);
    await store.close();
  },
);
