import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, decodeAsked } from '../../../../src/slack/actions.js';
import { checkMessage } from '../../../../src/block-kit/check-blocks.js';
import { listAll, noteLine, type Listing } from '../../../../src/requests/listing.js';
import type { Message } from '../../../../src/slack/messages/blocks.js';
import { listingMessage, type Audience } from '../../../../src/slack/messages/listing-message.js';
import { buttonValue, readBlocks } from '../../../support/wire.js';

const searched = {
  articles: 1,
  passages: 1,
  outlets: [],
  newest: null,
  loadedAt: new Date(0),
  withProblems: 0,
  faults: 0,
};

/** A list of these texts, from the entry on that is asked for. */
function show(
  texts: readonly string[],
  skip = 0,
  audience: Audience = 'private',
  order: Listing['order'] = 'other',
): Message {
  const asked = { request: { kind: 'sources' }, skip, thread: [] };
  const listing = listAll(texts, asked, {
    order,
    said: ['A list'],
    searched,
    toEntry: (text) => ({
      number: null,
      parts: [{ lines: [noteLine(text)] }],
      line: text,
      cites: [],
    }),
  });
  return listingMessage(listing, audience, new Date(0));
}

const texts = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `entry ${n + 1};`);

describe('a list as a message', () => {
  it('shows all of a short one, with Share and no More', () => {
    const { blocks } = show(texts(3));
    expect(readBlocks(blocks)).toContain('A listentry 1;entry 2;entry 3;');
    expect(readBlocks(blocks)).not.toContain('Shown here');
    expect(buttonValue(blocks, ACTIONS.share)).toBeDefined();
    expect(buttonValue(blocks, ACTIONS.more)).toBeUndefined();
  });

  it('says which part of a long one it shows, and More goes on from there', () => {
    const { blocks } = show(texts(30), 8);
    expect(readBlocks(blocks)).toContain('Shown here are the next 8 of 30 entries.');
    expect(readBlocks(blocks)).toContain('More (14)');
    expect(decodeAsked(buttonValue(blocks, ACTIONS.more)).skip).toBe(16);
    expect(decodeAsked(buttonValue(blocks, ACTIONS.share)).skip).toBe(8);
  });

  it('offers no Share where all can see it already', () => {
    expect(buttonValue(show(texts(3), 0, 'thread').blocks, ACTIONS.share)).toBeUndefined();
  });

  it('says that there is no more where the archive has shrunk since More was offered', () => {
    const { blocks } = show(texts(3), 8);
    expect(readBlocks(blocks)).toContain('There is no more to show.');
    expect(buttonValue(blocks, ACTIONS.share)).toBeUndefined();
  });

  it('loses whole entries from the end where Slack would refuse it, and More has them', () => {
    const long = texts(6).map((text) => text + 'x'.repeat(3_000));
    const { blocks } = show(long);
    expect(readBlocks(blocks)).toContain('Shown here are the first 3 of 6 entries.');
    expect(decodeAsked(buttonValue(blocks, ACTIONS.more)).skip).toBe(3);
  });

  it('says of the best passages how many a message has no room for', () => {
    const long = texts(6).map((text) => text + 'x'.repeat(3_000));
    const { blocks } = show(long, 0, 'private', 'rank');
    expect(readBlocks(blocks)).toContain('3 passages left out: too long for one Slack message.');
  });

  it('passes over an entry that no message can hold, says so, and goes on after it', () => {
    const { blocks } = show([`first ${'x'.repeat(20_000)}`, 'second']);
    expect(readBlocks(blocks)).toContain('too long for a Slack message');
    expect(decodeAsked(buttonValue(blocks, ACTIONS.more)).skip).toBe(1);
    expect(buttonValue(blocks, ACTIONS.share)).toBeUndefined();
  });

  it('is taken by Slack whatever the entries hold, and its text rings no bell', () => {
    const entry = fc.oneof(
      fc.string({ minLength: 1, maxLength: 3_000, unit: 'binary' }),
      fc.constantFrom('<!channel>', '&'.repeat(2_000), '\u0000'.repeat(1_500), '"\\"'.repeat(900)),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.nat(12), (all, skip) => {
        const message = show(all, skip);
        expect(checkMessage(message)).toEqual([]);
        expect(message.text).not.toMatch(/[<>]/);
      }),
    );
  });
});
