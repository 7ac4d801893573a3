import { describe, expect, it } from 'vitest';
import { startSlack } from './support/start-slack.js';
import { testManifest } from './support/test-manifest.js';

describe('what a person types', () => {
  it('does not run a command in a thread, and says so to that person only', async () => {
    const { workspace, received } = await startSlack();
    await workspace.say('maya', '#newsroom', 'look at this');
    const thread = workspace.visibleTo('maya', '#newsroom')[0]?.ts ?? '';
    const answer = await workspace.say('maya', '#newsroom', '/deport panama', { thread });
    expect(answer).toEqual({ ok: false, error: '/deport is not supported in threads. Sorry!' });
    expect(workspace.visibleTo('maya', '#newsroom').at(-1)).toMatchObject({
      from: 'slackbot',
      threadTs: thread,
      text: '/deport is not supported in threads. Sorry!',
    });
    expect(workspace.visibleTo('sam', '#newsroom')).toHaveLength(1);
    expect(received).toEqual([]);
  });

  it('says that a command does not exist', async () => {
    const { workspace, received } = await startSlack();
    expect(await workspace.say('maya', '#newsroom', '/export panama')).toMatchObject({
      ok: false,
      error: '/export is not a valid command.',
    });
    expect(received).toEqual([]);
  });

  it('shows what the acknowledgement of a command says', async () => {
    const { workspace } = await startSlack({
      bot: (request) =>
        request.answer(
          200,
          { text: 'to all', response_type: 'in_channel' },
          { 'content-type': 'application/json' },
        ),
    });
    await workspace.say('maya', '#newsroom', '/deport panama');
    expect(workspace.visibleTo('sam', '#newsroom')).toMatchObject([
      { text: 'to all', from: 'bot' },
    ]);
  });

  it('reaches the bot with the signature, the form and the fields of a real command', async () => {
    const { workspace, received } = await startSlack();
    await workspace.say('priya', '#border-desk', '/deport "a & b" from:cnn');
    expect(received[0]).toMatchObject({
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-signature': expect.stringMatching(/^v0=[0-9a-f]{64}$/),
        'x-slack-request-timestamp': expect.stringMatching(/^\d{10}$/),
      },
      body: {
        command: '/deport',
        text: '"a &amp; b" from:cnn',
        user_id: 'U0PRIYA003',
        channel_name: 'border-desk',
        trigger_id: expect.any(String),
      },
    });
  });

  it('mentions the bot where it is a member: one event, with the text as Slack writes it', async () => {
    const { workspace, received } = await startSlack();
    await workspace.say('jonas', '#newsroom', '@clipdesk who said "<cut>" in #politics?');
    await workspace.idle();
    expect(received.map((one) => one.body['event'])).toMatchObject([
      {
        type: 'app_mention',
        text: '<@U0CLIPDESK> who said "&lt;cut&gt;" in <#C0POLITICS>?',
        user: 'U0JONAS002',
        channel: 'C0NEWSROOM',
      },
    ]);
  });

  it('offers to invite the bot where it is not a member, and the invitation works', async () => {
    const { workspace, received } = await startSlack();
    await workspace.say('sam', '#politics', 'hello @clipdesk');
    await workspace.idle();
    expect(received).toEqual([]);
    expect(await workspace.nextMessage()).toMatchObject({
      from: 'slackbot',
      ephemeralTo: 'U0SAM00004',
      offer: 'invite',
    });
    await workspace.say('sam', '#politics', '/invite @clipdesk');
    await workspace.say('sam', '#politics', 'hello again @clipdesk');
    await workspace.idle();
    expect(received.map((one) => one.body['event'])).toMatchObject([{ type: 'app_mention' }]);
  });

  it('is a message.im in the direct message, never a mention', async () => {
    const { workspace, received } = await startSlack();
    await workspace.say('lucia', 'lucia', '@clipdesk panama');
    await workspace.idle();
    expect(received.map((one) => one.body['event'])).toMatchObject([
      { type: 'message', channel_type: 'im', channel: 'D0LUCIA005' },
    ]);
  });

  it('delivers only the events that the manifest subscribes to', async () => {
    const { workspace, received } = await startSlack({
      manifest: testManifest({ events: ['message.im'] }),
    });
    await workspace.say('jonas', '#newsroom', 'hello @clipdesk');
    await workspace.say('jonas', 'jonas', 'hello');
    await workspace.do({ kind: 'open-home', person: 'U0JONAS002', tab: 'home' });
    await workspace.idle();
    expect(received.map((one) => one.body['event'])).toMatchObject([
      { type: 'message', channel_type: 'im' },
    ]);
  });

  it('brings the bot’s own direct message back to it, marked as its own', async () => {
    const { workspace, received, call } = await startSlack();
    await call('chat.postMessage', { channel: 'U0MAYA0001', text: 'from the bot' });
    await workspace.idle();
    expect(received.map((one) => one.body['event'])).toMatchObject([
      { type: 'message', bot_id: 'B0CLIPDESK', user: 'U0CLIPDESK' },
    ]);
  });

  it('stays inside the channels of the person', async () => {
    const { workspace } = await startSlack();
    expect(await workspace.say('jonas', '#investigations', 'hm')).toMatchObject({ ok: false });
    expect(workspace.seenBy('jonas').channels.map((one) => one.name)).not.toContain(
      'investigations',
    );
  });

  it('hands a message shortcut the text of the message', async () => {
    const { workspace, received } = await startSlack();
    await workspace.say('maya', '#politics', 'Panama says no');
    const ts = workspace.visibleTo('maya', '#politics')[0]?.ts ?? '';
    await workspace.do({
      kind: 'shortcut',
      person: 'U0SAM00004',
      callbackId: 'find',
      channel: 'C0POLITICS',
      ts,
    });
    expect(received[0]?.body).toMatchObject({
      type: 'message_action',
      callback_id: 'find',
      message: { text: 'Panama says no', user: 'U0MAYA0001' },
      user: { id: 'U0SAM00004' },
    });
  });
});
