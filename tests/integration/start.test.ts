import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCOPES } from '../../src/slack/wire/check-token.js';
import { startFailingSlack } from '../support/failing-slack.js';
import { startLocalSlack, type LocalSlack, type Methods } from '../support/local-slack.js';
import { feedServer, rss, sends } from '../support/feed-server.js';
import { MAIN } from '../support/run-program.js';
import { tempFolder } from '../support/temp-folder.js';

const ALL_SCOPES = SCOPES.map(({ scope }) => scope).join(',');

/** The exit code after which a supervisor need not start the bot again. */
const TO_BE_MENDED = 78;

/** Runs the built program as a person does, in an empty folder with only the given environment. */
function start(env: Record<string, string>): {
  output: () => string;
  until: (words: string) => Promise<void>;
  ended: Promise<number | null>;
  stop: () => void;
} {
  const child = spawn(process.execPath, [MAIN], {
    cwd: dir,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return {
    output: () => output,
    until: async (words) => {
      await expect.poll(() => output, { timeout: 15_000 }).toContain(words);
    },
    ended: new Promise((resolve) => {
      child.once('exit', resolve);
    }),
    stop: () => child.kill('SIGTERM'),
  };
}

let dir: string;
let slack: LocalSlack | undefined;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'clipdesk-'));
});
afterEach(async () => {
  await slack?.close();
  slack = undefined;
  rmSync(dir, { recursive: true });
});

async function slackWith(methods: Methods): Promise<Record<string, string>> {
  slack = await startLocalSlack(methods);
  return {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-for-tests',
    SLACK_SIGNING_SECRET: 'a-secret-for-tests',
    PORT: '0',
    HOST: '127.0.0.1',
  };
}

const identity = (scopes: string): Methods => ({
  'auth.test': () => ({
    body: { ok: true, team: 'Test', team_id: 'T1', user_id: 'U1', bot_id: 'B1' },
    headers: { 'x-oauth-scopes': scopes },
  }),
});

describe('npm start', () => {
  it('with some tokens says which are missing, where Slack shows each, and what works now', async () => {
    const run = start({ SLACK_APP_TOKEN: 'xapp-for-tests' });
    expect(await run.ended).toBe(TO_BE_MENDED);
    expect(run.output()).toMatch(/SLACK_BOT_TOKEN .*OAuth & Permissions/);
    expect(run.output()).not.toContain('xapp-for-tests');
    expect(run.output()).toContain('npm run ask -- "panama"');
  });

  it('with the bot token alone says which other one it takes, and where Slack shows each', async () => {
    const run = start({ SLACK_BOT_TOKEN: 'xoxb-for-tests' });
    expect(await run.ended).toBe(TO_BE_MENDED);
    expect(run.output()).toMatch(/SLACK_APP_TOKEN .*Basic Information → App-Level Tokens \(xapp-…/);
    expect(run.output()).toMatch(/SLACK_SIGNING_SECRET .*App Credentials/);
  });

  it('lists every fault of the environment at once, secrets masked', async () => {
    const run = start({ SLACK_BOT_TOKEN: 'xoxp-secret-token', PORT: 'many', COMMAND: 'deport' });
    expect(await run.ended).toBe(TO_BE_MENDED);
    expect(run.output()).toMatch(/SLACK_BOT_TOKEN: xoxp-… \(17 characters\); expected a bot token/);
    expect(run.output()).toContain('PORT: “many”; expected a port');
    expect(run.output()).toContain('COMMAND: “deport”; expected a slash');
    expect(run.output()).not.toContain('secret-token');
  });

  it('listens, says where, follows what sources.yml names, and stops when told to', async () => {
    const feed = await feedServer({ '/': sends(rss('a')) });
    const archive = tempFolder({
      'a.txt': 'The talks began.',
      'sources.yml': `version: 1\nsources: { post: { feed: 'http://localhost:${feed.port}/', http: allowed, addresses: [127.0.0.1] } }`,
    });
    const run = start({ ...(await slackWith(identity(ALL_SCOPES))), CORPUS_DIR: archive.dir });
    await run.until('listening on port');
    await run.until('sources: stories were taken');
    await run.until('archive: changes were taken up');
    run.stop();
    expect(await run.ended).toBe(0);
    expect(run.output()).not.toContain('lacks the scope');
  });

  it('names a missing scope, what does not work without it and what to do, and serves the rest', async () => {
    const run = start(await slackWith(identity('chat:write,commands,im:history')));
    await run.until('lacks the scope app_mentions:read: mentions of the bot do not reach it');
    await run.until('listening on port');
    expect(run.output()).toContain('reinstall the app');
    run.stop();
    await run.ended;
  });

  it.each([
    ['invalid_auth', 'Slack does not know this token'],
    ['token_revoked', 'the token was revoked'],
    ['account_inactive', 'the app was removed from the workspace'],
  ])('does not start with a dead token (%s) and says what to do', async (error, words) => {
    const run = start(await slackWith({ 'auth.test': () => ({ body: { ok: false, error } }) }));
    expect(await run.ended).toBe(TO_BE_MENDED);
    expect(run.output()).toContain(`SLACK_BOT_TOKEN: ${words} (${error})`);
    expect(run.output()).toContain('OAuth & Permissions');
  });

  it('names a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const run = start({ ...(await slackWith(identity(ALL_SCOPES))), PORT: port });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(`another program listens on port ${port}`);
    taken.close();
  });

  it('names a folder of articles that is not there', async () => {
    const run = start({ ...(await slackWith(identity(ALL_SCOPES))), CORPUS_DIR: 'nowhere' });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain('folder nowhere cannot be opened (ENOENT)');
  });

  it('waits for Slack where it is away, shows that on the health page, and starts when it is there', async () => {
    const free = await startFailingSlack();
    await free.goAway('refused');
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    taken.close();
    const run = start({
      SLACK_API_URL: free.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-for-tests',
      SLACK_SIGNING_SECRET: 'a-secret-for-tests',
      PORT: port,
      HOST: '127.0.0.1',
    });
    await run.until('no connection to Slack; it is tried again');
    const page = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(await page.json()).toMatchObject({ status: 'ok', slack: { state: 'trying' } });

    await free.comeBack();
    await run.until('Slack is back');
    await run.until(`listening on port ${port}`);
    const later = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(await later.json()).toMatchObject({ slack: { state: 'listening', tries: 0 } });
    run.stop();
    expect(await run.ended).toBe(0);
    await free.close();
  });

  it('over Socket Mode shows the health page too, and goes without it where its port is taken', async () => {
    const reachable = await startFailingSlack();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const env = {
      SLACK_API_URL: reachable.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-for-tests',
      SLACK_APP_TOKEN: 'xapp-for-tests',
      PORT: port,
      HOST: '127.0.0.1',
    };
    const first = start(env);
    await first.until('over Socket Mode');
    expect(first.output()).toContain(`another program listens on port ${port}`);
    first.stop();
    expect(await first.ended).toBe(0);

    taken.close();
    const second = start(env);
    await second.until('over Socket Mode');
    const page = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(await page.json()).toMatchObject({ slack: { state: 'connected', tries: 0 } });
    second.stop();
    expect(await second.ended).toBe(0);
    await reachable.close();
  });
});
