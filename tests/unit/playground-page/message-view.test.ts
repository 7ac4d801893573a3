import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { createPage } from '../../../src/playground/page/page.js';
import { MessageView } from '../../../src/playground/page/panes/message-view.js';
import { onSnapshot } from '../../../src/playground/page/store/on-snapshot.js';
import { createStore } from '../../../src/playground/page/store/store.js';
import { nobody, ReaderContext } from '../../../src/playground/page/text/inline.js';
import { PageContext } from '../../../src/playground/page/use-page.js';
import type { SlackMessage } from '../../../src/playground/protocol.js';
import { aMessage, aSnapshot } from './a-snapshot.js';

function draw(message: SlackMessage, inThread = false): string {
  const world = aSnapshot({ messages: [message] });
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
