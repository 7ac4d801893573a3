import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../../../src/requests/request.js';
import { checkMessage } from '../../../../src/block-kit/check-blocks.js';
import type { Message } from '../../../../src/slack/messages/blocks.js';
import { listingMessage } from '../../../../src/slack/messages/listing-message.js';
import { NOON, openMemoryArchive } from '../../../support/open-memory-archive.js';
import { replyTo } from '../../../support/reply.js';
import { quotations } from '../../../support/wire.js';

/** Pieces of articles that could break a message: marks, markup, entities, numbers, names, half sentences. */
const piece = fc.oneof(
  fc.constantFrom('“', '”', '"', '‘', '’', '«', '»', '\n', '\n\n', '. ', ', ', ' said Ana Ruiz'),
  fc.constantFrom('<!channel> ', '<@U1> ', '*bold* ', '&amp; ', '& ', '`x` ', '\u202e', 'a\u0301 '),
  fc.constantFrom('the ferry ', 'Ana Ruiz ', '5,000 boats ', 'on Thursday ', 'about 25% ', '👩‍👩‍👧 '),
);
const text = fc.array(piece, { minLength: 1, maxLength: 120 }).map((pieces) => pieces.join(''));

const request: fc.Arbitrary<Request> = fc.oneof(
  fc.constantFrom<Request>(
    { kind: 'passages', question: 'ferry' },
    { kind: 'quotes', name: 'ruiz', about: null },
    { kind: 'timeline', topic: 'ferry' },
    { kind: 'figures', topic: 'boats' },
    { kind: 'article', url: 'https://ferries.example/0', question: null },
    { kind: 'sources' },
    { kind: 'outlets' },
    { kind: 'on', date: '2024-12-05' },
    { kind: 'new' },
    { kind: 'talk', about: 'summary' },
  ),
  text
    .filter((sentence) => /[a-z]/i.test(sentence))
    .map((sentence): Request => ({ kind: 'check', sentence })),
);

describe('an answer of any kind', () => {
  it('is taken by Slack, quotes nothing but its files and the words that were pasted, and rings no bell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), request, async (all, to) => {
        const files = Object.fromEntries(all.map((one, n) => [`${n}<!here>.txt`, one]));
        const url = 'https://ferries.example/0?utm_source=<!here>';
        files['articles.yml'] = JSON.stringify({
          version: 1,
          articles: { '0<!here>.txt': { url } },
        });
        const archive = await openMemoryArchive(files);
        const message = listingMessage((await replyTo(archive, to)).listing, 'private', NOON);
        expect(checkMessage(message)).toEqual([]);
        expect(message.text).not.toMatch(/[<>]/);
        expect(JSON.stringify(message)).not.toContain('"null');
        const sources = [...all, ...(to.kind === 'check' ? [to.sentence] : [])];
        expect(astray(message, sources)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('in an empty archive says so, with nothing to share', async () => {
    const archive = await openMemoryArchive({});
    for (const to of [
      { kind: 'quotes', name: 'ruiz', about: null },
      { kind: 'check', sentence: 'we would be ready' },
      { kind: 'timeline', topic: 'ferry' },
      { kind: 'figures', topic: 'boats' },
      { kind: 'article', url: 'https://ferries.example/0', question: null },
      { kind: 'sources' },
      { kind: 'outlets' },
      { kind: 'on', date: '2024-12-05' },
      { kind: 'new' },
      { kind: 'talk', about: 'thanks' },
    ] satisfies Request[]) {
      const { listing } = await replyTo(archive, to);
      expect(listing.entries).toEqual([]);
      const message = listingMessage(listing, 'private', NOON);
      expect(checkMessage(message)).toEqual([]);
      expect(message.text).not.toBe('');
      expect(JSON.stringify(message.blocks)).not.toContain('share_answer');
    }
  });
});

/** Quotations that stand nowhere as they are shown; where one is cut, its pieces are looked for. */
function astray({ blocks }: Message, sources: readonly string[]): string[] {
  return quotations(blocks)
    .flatMap((words) => words.split(' […] '))
    .filter((words) => !sources.some((source) => source.includes(words)));
}
