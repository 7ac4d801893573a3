import { describe, expect, it } from 'vitest';
import { startSlack, type TestSlack } from './support/start-slack.js';
import { testManifest } from './support/test-manifest.js';

const channel = 'C0NEWSROOM';
const maya = 'U0MAYA0001';
const EVENTS = testManifest({
  scopes: ['chat:write', 'app_mentions:read', 'im:history', 'channels:history'],
  events: ['app_mention', 'message.im', 'message.channels'],
});

/** The events that the bot was told of since the last call. */
async function newEvents({ workspace, received }: TestSlack) {
  await workspace.idle();
  return received.splice(0).map(({ body }) => body);
}

async function say(slack: TestSlack, where: string, text: string): Promise<string> {
  await slack.workspace.say('maya', where, text);
  return slack.workspace.visibleTo('maya', where).at(-1)?.ts ?? '';
}

describe('a message that its writer edits', () => {
  it('is a mention again, with an event_id of its own and “edited”, where it names the bot', async () => {
    const slack = await startSlack();
    const ts = await say(slack, '#newsroom', '@clipdesk panma');
    const [first] = await newEvents(slack);
    const edit = { kind: 'edit-message' as const, person: maya, channel, ts };
    expect(await slack.workspace.do({ ...edit, text: '@clipdesk panama' })).toEqual({ ok: true });
    const again = await newEvents(slack);
    expect(again).toMatchObject([
      { event: { type: 'app_mention', ts, text: '<@U0CLIPDESK> panama', edited: { user: maya } } },
    ]);
    expect(again[0]?.['event_id']).not.toBe(first?.['event_id']);
    expect(slack.workspace.visibleTo('sam', '#newsroom')).toMatchObject([{ edited: true }]);
  });

  it('is its only mention where the bot’s name is added by the edit', async () => {
    const slack = await startSlack();
    const ts = await say(slack, '#newsroom', 'panama');
    expect(await newEvents(slack)).toEqual([]);
    await slack.workspace.do({
      kind: 'edit-message',
      person: maya,
      channel,
      ts,
      text: '@clipdesk panama',
    });
    expect(await newEvents(slack)).toMatchObject([{ event: { type: 'app_mention', ts } }]);
  });

  it('is told of as message_changed, in a direct message and where the bot reads the channel', async () => {
    const slack = await startSlack({ manifest: EVENTS });
    for (const where of ['maya', '#newsroom']) {
      const ts = await say(slack, where, 'panma');
      const place = { person: maya, channel: slack.workspace.channelId(where), ts };
      await slack.workspace.do({ kind: 'edit-message', ...place, text: 'panama' });
      expect(await newEvents(slack)).toMatchObject([
        {
          event: {
            type: 'message',
            text: 'panma',
            channel_type: where === 'maya' ? 'im' : 'channel',
          },
        },
        {
          event: {
            type: 'message',
            subtype: 'message_changed',
            hidden: true,
            message: { ts, text: 'panama', edited: { user: maya } },
            previous_message: { ts, text: 'panma' },
          },
        },
      ]);
    }
  });

  it('is nobody else’s to edit or delete, nor the bot’s', async () => {
    const slack = await startSlack();
    const ts = await say(slack, '#newsroom', 'mine');
    const bots = String((await slack.call('chat.postMessage', { channel, text: 'found' }))['ts']);
    for (const [person, which] of [
      ['U0SAM00004', ts],
      [maya, bots],
    ] as const)
      expect(
        await slack.workspace.do({ kind: 'delete-message', person, channel, ts: which }),
      ).toMatchObject({ ok: false, error: 'You can change only what you have written yourself.' });
  });
});

describe('a message that its writer deletes', () => {
  it('is gone, and told of as message_deleted', async () => {
    const slack = await startSlack({ manifest: EVENTS });
    const ts = await say(slack, '#newsroom', 'a slip');
    await slack.workspace.do({ kind: 'delete-message', person: maya, channel, ts });
    expect(slack.workspace.visibleTo('maya', '#newsroom')).toEqual([]);
    expect((await newEvents(slack)).at(-1)).toMatchObject({
      event: { subtype: 'message_deleted', deleted_ts: ts, previous_message: { text: 'a slip' } },
    });
  });

  it('leaves its place to a notice where there are replies', async () => {
    const slack = await startSlack({ manifest: EVENTS });
    const ts = await say(slack, '#newsroom', 'a slip');
    await slack.call('chat.postMessage', { channel, text: 'reply', thread_ts: ts });
    await newEvents(slack);
    await slack.workspace.do({ kind: 'delete-message', person: maya, channel, ts });
    expect(slack.workspace.visibleTo('maya', '#newsroom')).toMatchObject([
      { ts, subtype: 'tombstone', text: 'This message was deleted.', replyCount: 1 },
      { threadTs: ts },
    ]);
    expect(await newEvents(slack)).toMatchObject([
      { event: { subtype: 'message_changed', message: { subtype: 'tombstone' } } },
    ]);
  });
});

describe('other ways of saying something', () => {
  it('a reply that the channel sees too', async () => {
    const slack = await startSlack({ manifest: EVENTS });
    const threadTs = await say(slack, '#newsroom', 'root');
    await newEvents(slack);
    await slack.workspace.do({
      kind: 'send-message',
      person: maya,
      channel,
      text: '@clipdesk panama',
      threadTs,
      broadcast: true,
    });
    expect(await newEvents(slack)).toMatchObject([
      { event: { type: 'app_mention', thread_ts: threadTs } },
      { event: { type: 'message', subtype: 'thread_broadcast', thread_ts: threadTs } },
    ]);
    expect(await slack.call('conversations.history', { channel })).toMatchObject({
      messages: [{ subtype: 'thread_broadcast' }, { text: 'root' }],
    });
  });

  it('/me', async () => {
    const slack = await startSlack();
    await slack.workspace.say('maya', 'maya', '/me asks about panama');
    expect(await newEvents(slack)).toMatchObject([
      { event: { subtype: 'me_message', text: 'asks about panama', user: maya } },
    ]);
  });

  it('a file, with or without words', async () => {
    const slack = await startSlack();
    const file = { name: 'notes.pdf', mimetype: 'application/pdf', size: 1_200 };
    const send = { kind: 'send-message' as const, person: maya, channel: 'D0MAYA0001', file };
    for (const text of ['', 'what of this?']) {
      expect(await slack.workspace.do({ ...send, text })).toEqual({ ok: true });
      expect(await newEvents(slack)).toMatchObject([
        { event: { subtype: 'file_share', text, files: [{ ...file, title: 'notes.pdf' }] } },
      ]);
    }
  });

  it('a message handed on, which only who sees it can do', async () => {
    const slack = await startSlack();
    const secret = String(
      (await slack.call('chat.postMessage', { channel: 'C0INVESTIG', text: 'a tip' }))['ts'],
    );
    const forward = (person: string) => ({
      kind: 'send-message' as const,
      person,
      channel: slack.workspace.channelId(person),
      text: '',
      forwarded: { channel: 'C0INVESTIG', ts: secret },
    });
    expect(await slack.workspace.do(forward('U0JONAS002'))).toMatchObject({ ok: false });
    expect(await slack.workspace.do(forward(maya))).toEqual({ ok: true });
    expect(await newEvents(slack)).toMatchObject([
      {
        event: {
          text: '',
          attachments: [{ is_share: true, text: 'a tip', author_name: 'Clipdesk' }],
        },
      },
    ]);
  });

  it('a workflow: a mention without a person', async () => {
    const slack = await startSlack();
    const text = '@clipdesk panama';
    await slack.workspace.do({ kind: 'run-workflow', person: maya, channel, text });
    const [told] = await newEvents(slack);
    expect(told).toMatchObject({
      event: {
        type: 'app_mention',
        subtype: 'bot_message',
        bot_id: 'B0WORKFLOW',
        username: 'Tip line',
      },
    });
    expect(told).not.toHaveProperty('event.user');
  });
});

describe('a bot that is brought into a channel', () => {
  it('is told so, with who did it', async () => {
    const slack = await startSlack({
      manifest: testManifest({ events: ['member_joined_channel'], scopes: ['channels:read'] }),
    });
    await slack.workspace.say('maya', '#politics', '/invite @clipdesk');
    expect(await newEvents(slack)).toMatchObject([
      { event: { user: 'U0CLIPDESK', channel: 'C0POLITICS', channel_type: 'C', inviter: maya } },
    ]);
  });
});

describe('what happens in a channel', () => {
  it('is told only to an app that has the right to hear it', async () => {
    const events = ['app_mention', 'message.channels', 'message.groups', 'member_joined_channel'];
    const slack = await startSlack({ manifest: testManifest({ scopes: ['chat:write'], events }) });
    await slack.workspace.say('maya', '#politics', '/invite @clipdesk');
    await slack.workspace.say('maya', '#investigations', '@clipdesk panama');
    expect(await newEvents(slack)).toEqual([]);
  });
});
