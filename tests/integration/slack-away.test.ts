import { describe, expect, it, onTestFinished } from 'vitest';
import { commandFields, startFailingSlack, type FailingSlack } from '../support/failing-slack.js';
import { hurriedClock, type HurriedClock } from '../support/hurried-clock.js';
import { startTestBot, type TestBot } from '../support/test-bot.js';

/** How long Slack is away, in milliseconds of the clock that is handed in. */
const AWAY_MS = 90_000;
/** How long one try may take: short here, where Slack is near. */
const TIMEOUT_MS = 300;

interface Newsroom {
  readonly slack: FailingSlack;
  readonly bot: TestBot;
  readonly clock: HurriedClock;
}

async function newsroom(appToken?: string, timeoutMs = TIMEOUT_MS): Promise<Newsroom> {
  const slack = await startFailingSlack();
  const clock = hurriedClock();
  const bot = await startTestBot({
    apiUrl: slack.apiUrl,
    timeoutMs,
    connectionClock: clock,
    ...(appToken === undefined ? {} : { appToken }),
  });
  onTestFinished(async () => {
    await bot.close();
    await slack.close();
  });
  return { slack, bot, clock };
}

/** Somebody types a command until it is taken, as people do. */
async function askOverSocket(slack: FailingSlack, name: string): Promise<void> {
  await expect.poll(() => slack.deliver(name), WAIT).toBe(true);
  await expect.poll(() => slack.answered, WAIT).toContain(name);
}

const WAIT = { timeout: 15_000, interval: 5 };
const OUTAGES = ['refused', 'unavailable', 'hanging'] as const;

describe('while Slack is away for 90 s, over Socket Mode', () => {
  it.each(OUTAGES)('(%s) the bot lives on, and answers when Slack is back', async (outage) => {
    const { slack, bot, clock } = await newsroom('xapp-for-tests');
    await askOverSocket(slack, 'before');
    await slack.goAway(outage);
    const from = clock.passed();
    // A try that hangs takes its 5 s of every one; the others take none.
    const ofTries = (): number =>
      outage === 'hanging' ? bot.connection.status().tries * 5_000 : 0;
    await expect.poll(() => clock.passed() - from + ofTries(), WAIT).toBeGreaterThan(AWAY_MS);
    expect(bot.connection.status()).toMatchObject({ state: 'trying' });
    expect(bot.connection.status().reason).not.toBeNull();

    await slack.comeBack();
    await askOverSocket(slack, 'after');
    expect(bot.connection.status()).toMatchObject({ state: 'connected', tries: 0, reason: null });
    // One try that hangs, and one pause, are the longest that its return can go unnoticed.
    expect(Math.max(...clock.slept) + 5_000).toBeLessThan(10_000);
    const said = bot.log.filter(({ level }) => level !== 'debug').map(({ message }) => message);
    expect(said).toContain('the connection to Slack is lost; another is opened');
    expect(said).toContain('no connection to Slack; it is tried again');
    expect(said).toContain('Slack is back');
    expect(said.length).toBeLessThan(10);
  });

  it('a token that is refused once, when Slack comes back, is tried again', async () => {
    const { slack, bot } = await newsroom('xapp-for-tests');
    slack.refuseToken(1);
    slack.dropSockets();
    await expect.poll(() => bot.log.map(({ message }) => message), WAIT).toContain('Slack is back');
    await askOverSocket(slack, 'after');
  });

  it('a token that is refused for a minute is given up, with what to do', async () => {
    const { slack, bot, clock } = await newsroom('xapp-for-tests');
    slack.refuseToken(Infinity);
    const from = clock.passed();
    slack.dropSockets();
    const { message } = await bot.connection.gaveUp;
    expect(message).toMatch(/SLACK_APP_TOKEN: Slack refused the socket \(invalid_auth\)/);
    expect(clock.passed() - from).toBeGreaterThanOrEqual(60_000);
  });

  it('sockets that break as soon as they are open are opened after growing pauses', async () => {
    const { slack, clock } = await newsroom('xapp-for-tests');
    for (let time = 1; time <= 4; time += 1) {
      slack.dropSockets();
      await expect.poll(() => slack.sockets(), WAIT).toBe(1);
      await expect.poll(() => clock.slept.length, WAIT).toBe(time);
    }
    expect(clock.slept).toEqual([375, 750, 1_500, 3_000]);
  });
});

describe('while Slack is away for 90 s, over HTTP', () => {
  it.each(OUTAGES)('(%s) the bot lives on, and answers when Slack is back', async (outage) => {
    const { slack, bot } = await newsroom();
    const ask = (name: string): Promise<Response> =>
      bot.command('panama', commandFields(slack.responseUrl(name)));
    await slack.goAway(outage);
    // Nobody's command gets through; one that was on its way cannot be answered.
    expect((await ask('lost')).status).toBe(200);
    const failed = (): boolean => bot.log.some(({ message }) => message === 'a listener failed');
    await expect.poll(failed, WAIT).toBe(true);

    await slack.comeBack();
    expect((await ask('after')).status).toBe(200);
    await expect.poll(() => slack.answered, WAIT).toContain('after');
  });
});

describe('when Slack replaces a socket', () => {
  it.each(['warning', 'refresh_requested'] as const)(
    '(%s) no command is lost of those that come one after another',
    async (reason) => {
      const { slack, bot } = await newsroom('xapp-for-tests', 10_000);
      const asked: string[] = [];
      const ask = async (): Promise<void> => {
        asked.push(`command-${asked.length}`);
        expect(slack.deliver(asked.at(-1) ?? '')).toBe(true);
        await expect.poll(() => slack.acknowledged, WAIT).toEqual(asked);
      };
      for (let time = 0; time < 3; time += 1) {
        await ask();
        const ending = slack.announceEnd(reason);
        // On the old socket first, then on both in turn.
        await ask();
        await expect.poll(() => slack.sockets(), WAIT).toBe(2);
        for (let second = 0; second < 10; second += 1) await ask();
        ending.close();
        await expect.poll(() => slack.sockets(), WAIT).toBe(1);
        await ask();
      }
      await expect.poll(() => slack.answered.toSorted(), WAIT).toEqual(asked.toSorted());
      expect(bot.connection.status()).toMatchObject({ state: 'connected', tries: 0 });
      expect(bot.log.filter(({ level }) => level !== 'debug')).toEqual([]);
    },
  );
});
