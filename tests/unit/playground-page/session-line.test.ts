import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { createPage } from '../../../src/playground/page/page.js';
import { SessionLine } from '../../../src/playground/page/panes/session-line.js';
import { onSnapshot } from '../../../src/playground/page/store/on-snapshot.js';
import { createStore } from '../../../src/playground/page/store/store.js';
import { PageContext } from '../../../src/playground/page/use-page.js';
import type { Session } from '../../../src/playground/protocol.js';
import { aSnapshot } from './a-snapshot.js';

function draw(status: Session['status'], ts = '1.000001'): string {
  const session = { channel: 'CPOL', threadTs: '1.000001', status, title: '' };
  const store = createStore();
  store.set(onSnapshot(store.get(), aSnapshot({ sessions: [session] }), 0));
  const send = () => Promise.resolve({ ok: true });
  const page = createPage({ store, send, actAs: () => undefined });
  const line = h(SessionLine, { thread: { channel: 'CPOL', ts } });
  return renderToString(h(PageContext.Provider, { value: page, children: line }));
}

it('says that the agent is working, and lets it be stopped, in its own thread and only then', () => {
  expect(draw('processing')).toContain('Clipdesk is working…');
  expect(draw('processing')).toContain('data-testid="stop-session"');
  expect(draw('processing', '2.000001')).toBe('');
  expect(draw('active')).toBe('');
});
