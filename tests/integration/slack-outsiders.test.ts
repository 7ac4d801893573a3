import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refOf } from '../../src/answer/answer.js';
import { ACTIONS, encodeAsked, encodeDigestRef, encodeProof } from '../../src/slack/actions.js';
import { listeners } from '../../src/slack/listeners/listeners.js';
import { FIELDS } from '../../src/slack/messages/digest-setting.js';
import type { Services } from '../../src/slack/services.js';
import { allowNoNetwork } from '../support/no-network.js';
import { BOT_USER, RESPONSE_URL, startTestBot, type TestBot } from '../support/test-bot.js';

allowNoNetwork();

const HOUSE = 'T1';
const OTHERS = 'T2';
const CHANNEL = { team: HOUSE, channel: 'C1' };
const BY_MEMBER = { user: 'U1', zone: 'UTC' };

/** What went out to Slack: the method, or `reply` by a reply address, with its arguments. */
interface Call {
  readonly method: string;
  readonly args: Record<string, unknown>;
}

let bot: TestBot;
let services: Services;
let calls: Call[];
let watchId: string;

beforeEach(async () => {
  calls = [];
  answers = { ...ANSWERS };
  const collect = (method: string, body: unknown): void => {
    const args =
      typeof body === 'string'
        ? Object.fromEntries(new URLSearchParams(body))
        : { ...Object(body) };
    calls.push({ method, args });
  };
  nock('https://slack.com')
    .persist()
    .post(/^\/api\//)
    .optionally()
    .reply((uri, body) => {
      const method = uri.replace('/api/', '');
      collect(method, body);
      return [200, answers[method] ?? { ok: true, ts: '1700000009.000100' }];
    });
  nock(new URL(RESPONSE_URL).origin)
    .persist()
    .post(/./)
    .optionally()
    .reply((_uri, body) => {
      collect('reply', body);
      return [200, 'ok'];
    });
  bot = await startTestBot({ change: (opened) => (services = opened) });
  await services.digests.change(CHANNEL, {}, BY_MEMBER);
  const made = await services.watches.add(CHANNEL, 'U1', 'night ferry');
  watchId = 'watch' in made ? made.watch.id : '';
});
afterEach(() => bot.close());

/** What Slack answers; it knows everybody here as one of the others. */
let answers: Record<string, object>;
const ANSWERS = {
  'users.info': { ok: true, user: { id: 'U2', team_id: OTHERS, is_stranger: true, tz: 'UTC' } },
  'conversations.info': { ok: true, channel: { id: 'C1', is_ext_shared: true } },
};

const WORDS = [
  'panama',
  'quotes sheinbaum',
  'check "they would be incapable of this"',
  'timeline tariffs',
  'figures migrants',
  'sources',
  'help',
  '',
  'watches',
  'watch panama',
  'digest',
  'digest now',
  'digest 8:30 daily',
  'digest pause',
  'digest off',
  'corrections off',
  'here',
  'here share',
  'here private',
  'here only-admins',
];
/** Of these, what asks the archive and sets nothing up. */
const ASKED = new Set(WORDS.slice(0, 8));
const ASKING = new Set<string>([
  ACTIONS.share,
  ACTIONS.more,
  ACTIONS.respell,
  ACTIONS.open,
  ACTIONS.reveal,
  ACTIONS.article,
  ACTIONS.previousPage,
  ACTIONS.nextPage,
  ACTIONS.moreDigest,
  ACTIONS.homeSearch,
  ACTIONS.remove,
]);

const PANAMA = { request: { kind: 'passages', question: 'panama' }, skip: 0, thread: [] } as const;

async function valueOf(action: string): Promise<string> {
  switch (action) {
    case ACTIONS.share:
    case ACTIONS.more:
    case ACTIONS.respell:
      return encodeAsked(PANAMA) ?? '';
    case ACTIONS.open:
    case ACTIONS.reveal:
    case ACTIONS.article:
    case ACTIONS.previousPage:
    case ACTIONS.nextPage: {
      const [citation] = (await services.archive.ask('panama')).citations;
      if (!citation) throw new Error('nothing to prove');
      return encodeProof({ ref: refOf(citation), asked: null });
    }
    case ACTIONS.moreDigest:
      return encodeDigestRef({ key: 'digest:T1:C1:2026-11-24', skip: 0 });
    case ACTIONS.removeWatch:
      return watchId;
    case ACTIONS.homeSearch:
      return 'panama';
    default:
      return 'C1';
  }
}

/** Somebody of another organisation, as the payloads of their deeds say. */
type Outsider = { readonly id: string; readonly team_id: string };

/** Each thing that can be done with the bot; `where` is the channel, absent for a direct message or a tab. */
interface Deed {
  readonly name: string;
  readonly isAsking: boolean;
  readonly where: 'channel' | 'direct' | 'home';
  do(by: Outsider): Promise<Response>;
}

const deeds: Deed[] = [
  ...WORDS.flatMap((words): Deed[] => [
    {
      name: `/deport ${words}`,
      isAsking: ASKED.has(words),
      where: 'channel',
      do: (by) => bot.command(words, { user_id: by.id, team_id: by.team_id }),
    },
    {
      name: `@clipdesk ${words}`,
      isAsking: ASKED.has(words),
      where: 'channel',
      do: (by) => bot.event(mention(by, words), SHARED(by)),
    },
    {
      name: `“${words}” in a direct message`,
      isAsking: false,
      where: 'direct',
      do: (by) =>
        bot.event(
          { ...mention(by, words), type: 'message', channel_type: 'im', channel: `D${by.id}` },
          SHARED(by),
        ),
    },
  ]),
  ...Object.keys(listeners.shortcuts).map((callbackId): Deed => ({
    name: `the shortcut ${callbackId}`,
    isAsking: true,
    where: 'channel',
    do: (by) =>
      post({
        type: 'message_action',
        callback_id: callbackId,
        user: by,
        team: { id: by.team_id },
        channel: { id: 'C1' },
        message: { user: 'U1', ts: '1700000000.000100', text: 'panama' },
        response_url: RESPONSE_URL,
        trigger_id: 'trigger',
      }),
  })),
  ...Object.keys(listeners.actions).map((action): Deed => ({
    name: `the button ${action}`,
    isAsking: ASKING.has(action),
    where: 'channel',
    do: async (by) =>
      bot.press(action, await valueOf(action), { user: by, team: { id: by.team_id } }),
  })),
  ...[ACTIONS.homeSearch, ACTIONS.editDigest, ACTIONS.removeWatch].map((action): Deed => ({
    name: `${action} in the Home tab`,
    isAsking: false,
    where: 'direct',
    do: async (by) =>
      bot.press(action, await valueOf(action), {
        user: by,
        team: { id: by.team_id },
        channel: undefined,
        response_url: undefined,
        container: { type: 'view', view_id: 'V1' },
        view: { id: 'V1', type: 'home' },
      }),
  })),
  ...Object.keys(listeners.views).map((callbackId): Deed => ({
    name: `the form ${callbackId}`,
    isAsking: false,
    where: 'direct',
    do: (by) =>
      post({
        type: 'view_submission',
        user: by,
        team: { id: by.team_id },
        view: {
          id: 'V1',
          type: 'modal',
          callback_id: callbackId,
          team_id: by.team_id,
          private_metadata: JSON.stringify({ channel: 'C1' }),
          state: { values: FORM },
        },
      }),
  })),
  {
    name: 'the Home tab',
    isAsking: false,
    where: 'home',
    do: (by) =>
      bot.event({ type: 'app_home_opened', user: by.id, channel: `D${by.id}`, tab: 'home' }),
  },
];

const FORM = {
  [FIELDS.time]: { [FIELDS.time]: { selected_time: '09:45' } },
  [FIELDS.zone]: { [FIELDS.zone]: { value: 'UTC' } },
  [FIELDS.days]: { [FIELDS.days]: { selected_options: [{ value: '1' }] } },
  [FIELDS.topic]: { [FIELDS.topic]: { value: null } },
  [FIELDS.quiet]: { [FIELDS.quiet]: { selected_option: { value: 'skip' } } },
};

/** Each with an event id of its own. */
const SHARED = (by: Outsider): object => ({
  event_id: `Ev${by.id}`,
  is_ext_shared_channel: true,
});

function mention({ id, team_id: team }: Outsider, words: string): object {
  return {
    type: 'app_mention',
    user: id,
    user_team: team,
    source_team: team,
    team,
    channel: 'C1',
    ts: `1700000000.${id.slice(1).padStart(6, '0')}`,
    text: `<@${BOT_USER}> ${words}`,
  };
}

function post(payload: object): Promise<Response> {
  const form = new URLSearchParams({ payload: JSON.stringify(payload) });
  return bot.post(form.toString(), 'application/x-www-form-urlencoded');
}

/** What people could change, as it stands. */
async function settings(): Promise<unknown> {
  const { digests, watches, posts, channels } = services;
  return JSON.stringify([
    await digests.plans(HOUSE),
    await digests.plans(OTHERS),
    await watches.list(CHANNEL),
    await watches.list({ team: OTHERS, channel: 'C1' }),
    await posts.wantsCorrections(CHANNEL),
    await posts.wantsCorrections({ team: OTHERS, channel: 'C1' }),
    await channels.get(CHANNEL),
  ]);
}

const SORRY = 'Sorry, I only answer people of Test: what I search is their archive.';
const SAID = {
  channel: `${SORRY} One of them can open this channel to everyone in it with /deport here share.`,
  direct: `${SORRY} In a channel that you share with them, one of them can let me answer everyone with /deport here share.`,
};
const NO_CHANGE =
  'Sorry, only people of Test can do that. Ask me a question here, and I will answer.';

/** Everything but questions to Slack about people and channels. */
function sent(): Call[] {
  return calls.filter(({ method }) => !method.endsWith('.info'));
}

/** Does all of them, each as another person of another organisation, and waits for as many answers. */
async function doAll(): Promise<void> {
  for (const [number, deed] of deeds.entries()) {
    const response = await deed.do({ id: `U${100 + number}`, team_id: OTHERS });
    expect([deed.name, response.status]).toEqual([deed.name, 200]);
  }
  await expect.poll(() => sent().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(deeds.length);
}

/** How often each thing was said. */
function count(lines: readonly unknown[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const line of lines) counted[String(line)] = (counted[String(line)] ?? 0) + 1;
  return counted;
}

/** What is seen by one person alone: a reply, a whisper, a direct message, a Home tab. */
function isPrivate({ method, args }: Call): boolean {
  switch (method) {
    case 'reply':
      return args['response_type'] === 'ephemeral' || args['delete_original'] === true;
    case 'chat.postMessage':
      return /^[DU]/.test(String(args['channel']));
    default:
      return method === 'chat.postEphemeral' || method === 'views.publish';
  }
}

const placesOf = (where: Deed['where']): Deed[] => deeds.filter((deed) => deed.where === where);

describe('people of other organisations', () => {
  it('get one private line that says why, and nothing of the archive, whatever they press, write or send', async () => {
    const before = await settings();
    await doAll();
    expect(sent().filter((call) => !isPrivate(call))).toEqual([]);
    const homes = sent().filter(({ method }) => method === 'views.publish');
    expect(homes.map(({ args }) => JSON.parse(String(args['view'])))).toEqual([
      {
        type: 'home',
        blocks: [
          {
            type: 'rich_text',
            elements: [
              { type: 'rich_text_section', elements: [{ type: 'text', text: SAID.direct }] },
            ],
          },
        ],
      },
    ]);
    const lines = sent().filter(({ method }) => method !== 'views.publish');
    expect(count(lines.map(({ args }) => args['text']))).toEqual({
      [SAID.channel]: placesOf('channel').length,
      [SAID.direct]: placesOf('direct').length,
    });
    // A thread that a mention may only start is none yet: Slack would not show a whisper in it.
    const whispers = lines.filter(({ method }) => method === 'chat.postEphemeral');
    expect(whispers).toHaveLength(WORDS.length);
    expect(whispers.filter(({ args }) => 'thread_ts' in args)).toEqual([]);
    expect(await settings()).toBe(before);
  });

  it('may ask in a channel that a member opened, and change nothing there either', async () => {
    await services.channels.change(CHANNEL, { opened: { by: 'U1', at: new Date(0) } });
    const before = await settings();
    await doAll();
    const texts = sent().map(({ args }) => args['text']);
    expect(count(texts.filter((text) => String(text).startsWith('Sorry')))).toEqual({
      [NO_CHANGE]: placesOf('channel').filter(({ isAsking }) => !isAsking).length,
      [SAID.direct]: placesOf('direct').length,
    });
    const open = sent().filter((call) => !isPrivate(call) && !call.method.startsWith('views.'));
    expect(open.filter(({ args }) => args['channel'] !== 'C1')).toEqual([]);
    expect(open.some(({ args }) => String(args['text']).includes('“panama”'))).toBe(true);
    expect(await settings()).toBe(before);
  });

  it('are told once an hour in a channel, and not with every press', async () => {
    const noor = { id: 'U7', team_id: OTHERS };
    for (let times = 1; times <= 3; times += 1)
      await bot.press(ACTIONS.more, await valueOf(ACTIONS.more), { user: noor });
    await bot.press(ACTIONS.more, await valueOf(ACTIONS.more), {
      user: noor,
      channel: { id: 'C2' },
    });
    const told = (): Call[] => sent().filter(({ method }) => method === 'reply');
    await expect.poll(() => told().length).toBe(2);
    await expect
      .poll(() => bot.log.filter(({ message }) => message.includes('was not let in')).length)
      .toBe(4);
    expect(told()).toHaveLength(2);
  });

  it('are known by what Slack says of them where the payload says nothing, and it is asked once', async () => {
    for (const ts of ['1.1', '1.2'])
      await bot.event(
        { type: 'app_mention', user: 'U9', channel: 'C1', ts, text: `<@${BOT_USER}> panama` },
        { event_id: `Ev${ts}`, is_ext_shared_channel: true },
      );
    await expect.poll(() => sent().map(({ args }) => args['text'])).toEqual([SAID.channel]);
    expect(calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  it('speak through no workflow or bot of theirs', async () => {
    await bot.event(
      {
        type: 'app_mention',
        subtype: 'bot_message',
        bot_id: 'B9',
        team: OTHERS,
        channel: 'C1',
        ts: '1.1',
        text: `<@${BOT_USER}> panama`,
      },
      { is_ext_shared_channel: true },
    );
    await expect
      .poll(() => bot.log.filter(({ message }) => message.includes('was not let in')).length)
      .toBe(1);
    expect(sent()).toEqual([]);
  });
});

describe('somebody of the house', () => {
  it('is answered although Slack does not say who they are', async () => {
    answers['users.info'] = { ok: false, error: 'internal_error' };
    await bot.event(
      { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: `<@${BOT_USER}> panama` },
      { event_id: 'Ev8' },
    );
    await expect
      .poll(() => sent().map(({ method, args }) => [method, args['thread_ts']]))
      .toEqual([['chat.postMessage', '1.1']]);
  });

  it('shares nothing with a conversation of others, whose people the bot cannot see', async () => {
    answers['chat.postMessage'] = { ok: false, error: 'channel_not_found' };
    await bot.press(ACTIONS.share, await valueOf(ACTIONS.share), { channel: { id: 'D5' } });
    await expect
      .poll(() =>
        sent()
          .filter(({ method }) => method === 'reply')
          .map(({ args }) => args),
      )
      .toEqual([
        expect.objectContaining({
          response_type: 'ephemeral',
          text: expect.stringContaining('Not shared: I am not in this conversation'),
        }),
      ]);
  });

  it('may set and share nothing where Slack does not tell who reads along', async () => {
    answers['conversations.info'] = { ok: false, error: 'missing_scope' };
    const before = await settings();
    await bot.press(ACTIONS.share, await valueOf(ACTIONS.share));
    await bot.command('watch panama');
    await bot.command('digest 9:45 daily');
    await expect
      .poll(() => sent().map(({ args }) => String(args['text']).split(',')[0]))
      .toEqual(
        Array(3).fill('I cannot tell whether people of other organisations are in this channel'),
      );
    expect(await settings()).toBe(before);
  });
});
