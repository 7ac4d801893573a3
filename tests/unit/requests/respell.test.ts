import { describe, expect, it } from 'vitest';
import { respell } from '../../../src/requests/respell.js';
import { ACTIONS, decodeAsked } from '../../../src/slack/actions.js';
import { listingMessage } from '../../../src/slack/messages/listing-message.js';
import { listingText } from '../../../src/terminal/listing-text.js';
import { createPaint } from '../../../src/terminal/paint.js';
import { NOON, openMemoryArchive } from '../../support/open-memory-archive.js';
import { replyTo } from '../../support/reply.js';
import { buttonValue, quotations, readBlocks } from '../../support/wire.js';

const FILES = { 'a.txt': 'The new policy at the border was praised by 300 people on Monday.' };

describe('a question with a word that the archive spells otherwise', () => {
  it.each(['police', 'timeline police', 'figures police'])(
    'is offered again in that spelling, by a button and in the terminal: %s',
    async (asked) => {
      const archive = await openMemoryArchive(FILES);
      const { listing } = await replyTo(archive, asked);
      const { blocks } = listingMessage(listing, 'thread', NOON);
      expect(readBlocks(blocks)).toContain('Search for “policy”');
      const again = decodeAsked(buttonValue(blocks, ACTIONS.respell));
      const { listing: found } = await replyTo(archive, again.request);
      expect(quotations(listingMessage(found, 'private', NOON).blocks)).toHaveLength(1);
      const page = { paint: createPaint(false), width: null, explain: false };
      expect(listingText(listing, page)).toContain('Perhaps you meant: policy\n');
    },
  );

  it('keeps the rest of it, and its thread', async () => {
    const archive = await openMemoryArchive(FILES);
    const { listing } = await replyTo(archive, 'and Police from:a?', { thread: ['border people'] });
    expect(listing.respelled).toMatchObject({
      as: ['policy'],
      question: 'and policy from:a?',
      asked: { skip: 0, thread: ['border people'] },
    });
  });

  it('is not offered where the archive has its words', async () => {
    const { listing } = await replyTo(await openMemoryArchive(FILES), 'policy');
    expect(listing.respelled).toBeUndefined();
    expect(buttonValue(listingMessage(listing, 'private', NOON).blocks, ACTIONS.respell)).toBe(
      undefined,
    );
  });

  it('changes whole words only, whatever signs are in them', async () => {
    const { question } = await (await openMemoryArchive(FILES)).ask('(a.b)$& policed police');
    const spelt = (typed: string) =>
      respell(
        { question, offered: [{ typed, as: '$&' }] },
        { request: { kind: 'passages' }, skip: 3, thread: [] },
        () => ({ kind: 'passages' }),
      )?.question;
    expect(spelt('police')).toBe('(a.b)$& policed $&');
    expect(spelt('a.b')).toBe('($&)$& policed police');
    expect(spelt('axb')).toBeUndefined();
  });
});
