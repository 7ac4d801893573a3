import { expect, it } from 'vitest';
import { beginsDay, continues, messagesIn } from '../../../src/playground/page/store/store.js';
import { aMessage } from './a-snapshot.js';

const root = aMessage({ at: 0 });
const reply = aMessage({ at: 10, threadTs: root.ts });
const other = aMessage({ at: 20 });

it('keeps replies out of the channel and together in their thread', () => {
  const all = [root, reply, other];
  expect(messagesIn(all, 'CPOL')).toEqual([root, other]);
  expect(messagesIn(all, 'CPOL', root.ts)).toEqual([root, reply]);
});

it('names the author once for messages in quick succession', () => {
  expect(continues(root, aMessage({ at: 60 }), 'UTC')).toBe(true);
  expect(continues(root, aMessage({ at: 6 * 60 }), 'UTC')).toBe(false);
  expect(continues(root, aMessage({ at: 60, user: 'UMAYA' }), 'UTC')).toBe(false);
  expect(continues(undefined, root, 'UTC')).toBe(false);
});

it('never hides whose a private message is under a public one', () => {
  expect(continues(root, aMessage({ at: 60, ephemeralTo: 'UMAYA' }), 'UTC')).toBe(false);
});

it('draws a line where the reader’s day changes', () => {
  const late = aMessage({ at: 0 });
  const later = aMessage({ at: 2 * 3_600 });
  expect(beginsDay(late, later, 'UTC')).toBe(true);
  expect(beginsDay(late, later, 'America/New_York')).toBe(false);
});
