import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeAfterTest, startSlack } from './support/start-slack.js';

async function stateFileIn(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'state-'));
  closeAfterTest(() => rm(folder, { recursive: true }));
  return join(folder, 'kept', 'playground.json');
}

describe('a playground that keeps its state', () => {
  it('shows after a restart what was said before, and never gives a ts twice', async () => {
    const stateFile = await stateFileIn();
    const first = await startSlack({ stateFile });
    await first.workspace.say('maya', '#newsroom', 'before');
    await first.workspace.say('maya', '#politics', '/invite @clipdesk');
    await first.playground.close();

    const second = await startSlack({ stateFile });
    await second.workspace.say('sam', '#newsroom', 'after');
    const [before, after] = second.workspace.visibleTo('sam', '#newsroom');
    expect([before?.text, after?.text]).toEqual(['before', 'after']);
    expect(Number(after?.ts)).toBeGreaterThan(Number(before?.ts));
    expect(
      await second.call('chat.postMessage', { channel: 'C0POLITICS', text: 'x' }),
    ).toMatchObject({ ok: true });
  });

  it('lets nobody but its owner read the file', async () => {
    const stateFile = await stateFileIn();
    await (await startSlack({ stateFile })).playground.close();
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600);
  });

  it('is written while it runs, not only at the end', async () => {
    const stateFile = await stateFileIn();
    const { workspace, clock } = await startSlack({ stateFile });
    await workspace.say('maya', '#newsroom', 'unsaved words');
    clock.skip(500);
    await expect
      .poll(() => readFile(stateFile, 'utf8').catch(() => ''), { interval: 5 })
      .toContain('unsaved words');
  });

  it.each([
    ['cut off', '{"version":1,"team":{'],
    ['of another kind', '{"version":1}'],
    ['empty', ''],
  ])('refuses a file that is %s, names it and leaves it alone', async (_, content) => {
    const stateFile = (await stateFileIn()).replace('/kept', '');
    await writeFile(stateFile, content);
    await expect(startSlack({ stateFile })).rejects.toMatchObject({
      code: 'state_file_damaged',
      message: expect.stringContaining(stateFile),
    });
    expect(await readFile(stateFile, 'utf8')).toBe(content);
  });
});
