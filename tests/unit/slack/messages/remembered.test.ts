import { describe, expect, it } from 'vitest';
import { listingMessage } from '../../../../src/slack/messages/listing-message.js';
import { NOON, openMemoryArchive } from '../../../support/open-memory-archive.js';
import { replyTo } from '../../../support/reply.js';
import { readBlocks } from '../../../support/wire.js';

const TEXT =
  '“We will refuse every flight from there,” President José Mulino of Panama said on Monday, of 300 passengers.';

describe('what a shared answer is remembered by, so that its thread can be told of a change', () => {
  it.each([
    'panama',
    'quotes mulino',
    'check "we will refuse every flight from there"',
    'check "we will refuse every plane from there"',
    'timeline panama',
    'figures panama',
  ])('are the words it shows, cut from their file: %s', async (asked) => {
    const archive = await openMemoryArchive({ 'a.txt': TEXT });
    const { listing } = await replyTo(archive, asked);
    const message = listingMessage(listing, { sharedBy: 'U1' }, NOON);
    expect(message.cites).toHaveLength(1);
    for (const { file, start, end, words } of message.cites ?? []) {
      expect([file, words]).toEqual(['a.txt', TEXT.slice(start, end)]);
      expect(readBlocks(message.blocks)).toContain(words);
    }
  });
});
