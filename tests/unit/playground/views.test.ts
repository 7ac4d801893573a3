import { describe, expect, it } from 'vitest';
import { startSlack, type Received, type TestSlack } from './support/start-slack.js';

const plain = (text: string) => ({ type: 'plain_text', text });
const FORM = {
  type: 'modal',
  callback_id: 'digest',
  title: plain('Digest'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input',
      block_id: 'when',
      label: plain('At'),
      element: { type: 'timepicker', action_id: 'time', initial_time: '08:00' },
    },
    {
      type: 'input',
      block_id: 'topic',
      label: plain('Topic'),
      element: { type: 'plain_text_input', action_id: 'text', max_length: 10 },
    },
    {
      type: 'input',
      block_id: 'days',
      optional: true,
      label: plain('Days'),
      element: {
        type: 'checkboxes',
        action_id: 'which',
        options: [
          { text: plain('Monday'), value: 'mon' },
          { text: plain('Tuesday'), value: 'tue' },
        ],
      },
    },
  ],
};

/** A fresh trigger id, from a command that Maya typed. */
async function trigger({ workspace, received }: TestSlack): Promise<string> {
  await workspace.say('maya', '#newsroom', '/deport digest');
  return String(received.at(-1)?.body['trigger_id']);
}

async function openForm(slack: TestSlack) {
  await slack.call('views.open', { trigger_id: await trigger(slack), view: FORM });
  return slack.workspace.nextView('maya', 'modal');
}

/** A bot that acknowledges a submission with this, and everything else with nothing. */
const acknowledging = (ack: unknown) => (request: Received) =>
  request.body['type'] === 'view_submission'
    ? request.answer(200, ack, { 'content-type': 'application/json' })
    : request.answer();

describe('opening a modal', () => {
  it('works once with a trigger id', async () => {
    const slack = await startSlack();
    const trigger_id = await trigger(slack);
    const open = () => slack.call('views.open', { trigger_id, view: FORM });
    expect(await open()).toMatchObject({ ok: true, view: { callback_id: 'digest' } });
    expect(await open()).toMatchObject({ ok: false, error: 'exchanged_trigger_id' });
  });

  it('is too late after three seconds', async () => {
    const slack = await startSlack();
    const trigger_id = await trigger(slack);
    slack.clock.skip(3_001);
    expect(await slack.call('views.open', { trigger_id, view: FORM })).toMatchObject({
      error: 'expired_trigger_id',
    });
    expect(await slack.call('views.open', { trigger_id: 'made.up', view: FORM })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('is refused with the place that is wrong, and the trigger id is still good', async () => {
    const slack = await startSlack();
    const trigger_id = await trigger(slack);
    const view = { ...FORM, title: plain('A title that is far too long') };
    expect(await slack.call('views.open', { trigger_id, view })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
      },
    });
    expect(await slack.call('views.open', { trigger_id, view: FORM })).toMatchObject({ ok: true });
  });

  it('is seen by the person who asked and by nobody else', async () => {
    const slack = await startSlack();
    await openForm(slack);
    expect(slack.workspace.seenBy('maya').modals).toHaveLength(1);
    expect(slack.workspace.seenBy('sam').modals).toHaveLength(0);
  });
});

describe('submitting a modal', () => {
  it('sends what was entered, initial values included, and closes the modal', async () => {
    const slack = await startSlack();
    const view = await openForm(slack);
    const values = { topic: { text: 'panama' }, days: { which: ['tue'] } };
    expect(await slack.workspace.submit('maya', view, values)).toEqual({ ok: true });
    expect(slack.received.at(-1)?.body).toMatchObject({
      type: 'view_submission',
      view: {
        callback_id: 'digest',
        state: {
          values: {
            when: { time: { type: 'timepicker', selected_time: '08:00' } },
            topic: { text: { type: 'plain_text_input', value: 'panama' } },
            days: { which: { selected_options: [{ value: 'tue' }] } },
          },
        },
      },
    });
    expect(slack.workspace.seenBy('maya').modals).toEqual([]);
  });

  it('asks for a required field, and for a shorter text, without asking the bot', async () => {
    const slack = await startSlack();
    const view = await openForm(slack);
    const before = slack.received.length;
    expect(await slack.workspace.submit('maya', view)).toMatchObject({
      ok: false,
      errors: { topic: 'Please complete this required field.' },
    });
    expect(
      await slack.workspace.submit('maya', view, { topic: { text: 'far too long a topic' } }),
    ).toMatchObject({ errors: { topic: 'Enter at most 10 characters.' } });
    expect(slack.received).toHaveLength(before);
  });

  it('is closed by its owner, and by nobody else', async () => {
    const slack = await startSlack();
    const { id } = await openForm(slack);
    await slack.workspace.do({ kind: 'close-view', person: 'U0SAM00004', view: id });
    expect(slack.workspace.seenBy('maya').modals).toHaveLength(1);
    await slack.workspace.do({ kind: 'close-view', person: 'U0MAYA0001', view: id });
    expect(slack.workspace.seenBy('maya').modals).toEqual([]);
  });

  it('shows the bot’s errors at their fields and stays open', async () => {
    const ack = { response_action: 'errors', errors: { topic: 'Nothing in the archive.' } };
    const slack = await startSlack({ bot: acknowledging(ack) });
    const view = await openForm(slack);
    await slack.workspace.submit('maya', view, { topic: { text: 'mars' } });
    expect(slack.workspace.seenBy('maya').modals[0]?.errors).toEqual({
      topic: 'Nothing in the archive.',
    });
  });
});

describe('the Home tab', () => {
  it('is published for one person and reports presses with the view', async () => {
    const slack = await startSlack();
    const button = { type: 'button', action_id: 'off', text: plain('Q&A'), value: 'w1' };
    const view = { type: 'home', blocks: [{ type: 'actions', elements: [button] }] };
    await slack.call('views.publish', { user_id: 'U0SAM00004', view });
    const home = await slack.workspace.nextView('sam', 'home');
    await slack.workspace.press('sam', home, 'off');
    expect(slack.received.at(-1)?.body).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: home.id },
      view: { type: 'home', id: home.id },
      actions: [{ action_id: 'off', value: 'w1', text: { text: 'Q&amp;A' } }],
    });
    expect(slack.workspace.seenBy('maya').home).toBeNull();
  });

  it('tells the bot each time that it is opened, with what is shown', async () => {
    const slack = await startSlack();
    await slack.workspace.do({ kind: 'open-home', person: 'U0SAM00004', tab: 'home' });
    await slack.workspace.idle();
    expect(slack.received[0]?.body['event']).toMatchObject({
      type: 'app_home_opened',
      tab: 'home',
      user: 'U0SAM00004',
    });
  });
});
