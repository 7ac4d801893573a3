import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { createPage } from '../../../src/playground/page/page.js';
import { MessageView } from '../../../src/playground/page/panes/message-view.js';
import { onSnapshot } from '../../../src/playground/page/store/on-snapshot.js';
import { createStore } from '../../../src/playground/page/store/store.js';
import { nobody, ReaderContext } from '../../../src/playground/page/text/inline.js';
import { PageContext } from '../../../src/playground/page/use-page.js';
import type { Person, SlackMessage } from '../../../src/playground/protocol.js';
import { aMessage, aSnapshot } from './a-snapshot.js';

function draw(message: SlackMessage, inThread = false, author: Partial<Person> = {}): string {
  const { people, ...rest } = aSnapshot({ messages: [message] });
  const world = {
    ...rest,
    people: people.map((one) => (one.id === message.user ? { ...one, ...author } : one)),
  };
  const store = createStore();
  store.set(onSnapshot(store.get(), world, world.now));
  const page = createPage({
    store,
    send: () => Promise.resolve({ ok: true }),
    actAs: () => undefined,
  });
  const reader = {
    ...nobody,
    me: 'UMAYA',
    zone: 'Asia/Tokyo',
    personById: (id: string) => world.people.find((person) => person.id === id),
    channelById: (id: string) => world.channels.find((channel) => channel.id === id),
  };
  const view = h(MessageView, { message, compact: false, inThread });
  const within = h(ReaderContext.Provider, { value: reader, children: view });
  return renderToString(h(PageContext.Provider, { value: page, children: within }));
}

it('says who wrote and when, on the clock of the person who looks', () => {
  const html = draw(aMessage()).replaceAll('\u202f', ' ');
  expect(html).toContain('Kenji Mori');
  expect(html).toContain('>7:13 AM</time>');
  expect(html).toContain('data-ts="1700000000.000000"');
});

it('says that a private message is seen by one person only, and offers no reply to it', () => {
  const html = draw(aMessage({ ephemeralTo: 'UMAYA' }));
  expect(html).toContain('Only visible to you');
  expect(html).not.toContain('data-testid="reply-in-thread"');
  expect(draw(aMessage())).toContain('data-testid="reply-in-thread"');
});

it('says that a message was edited', () => {
  expect(draw(aMessage({ edited: true }))).toContain('(edited)');
  expect(draw(aMessage())).not.toContain('(edited)');
});

it('leads to the replies of a thread, but not from within it', () => {
  const root = aMessage({ replyCount: 2, replyUsers: ['UBOT'], latestReply: '1700000000.000000' });
  expect(draw(root)).toContain('2 replies');
  expect(draw(root, true)).not.toContain('2 replies');
});

it('reads the text of a message without blocks as mrkdwn', () => {
  expect(draw(aMessage({ text: '*b* &lt;i&gt;' }))).toContain('<strong>b</strong> &lt;i>');
});

it('shows the blocks and not the text where there are blocks', () => {
  const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'From blocks' } }];
  const html = draw(aMessage({ text: 'for a notification', blocks }));
  expect(html).toContain('From blocks');
  expect(html).not.toContain('for a notification');
});

it('offers the bot’s shortcuts on a message', () => {
  expect(draw(aMessage())).toContain('data-callback-id="find_coverage"');
});

it('says of which other paper somebody is, that somebody is a guest, and that a workflow wrote', () => {
  const team = { id: 'T2', name: 'The Harbour Post', domain: 'harbour' };
  expect(draw(aMessage(), false, { team })).toContain('The Harbour Post</span>');
  expect(draw(aMessage(), false, { guest: true })).toContain('Guest</span>');
  const workflow = { from: 'workflow', user: 'B1', username: 'Tip line' } as const;
  expect(draw(aMessage(workflow))).toMatch(/Tip line<.*Workflow</);
});

it('offers the writer, and nobody else, to edit and delete', () => {
  expect(draw(aMessage({ user: 'UMAYA' }))).toContain('data-testid="edit-message"');
  expect(draw(aMessage())).not.toContain('data-testid="edit-message"');
});

it('leaves nothing to be done with a message that was deleted', () => {
  const notice = aMessage({ subtype: 'tombstone', text: 'This message was deleted.' });
  expect(draw(notice)).not.toContain('data-testid="reply-in-thread"');
});

it('leads from a reply in the channel to its thread', () => {
  const reply = aMessage({ threadTs: '1.000001', subtype: 'thread_broadcast' });
  expect(draw(reply)).toContain('replied to a thread');
  expect(draw(reply, true)).not.toContain('replied to a thread');
});
