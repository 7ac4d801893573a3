import { describe, expect, it } from 'vitest';
import { refOf } from '../../../src/answer/answer.js';
import { listingMessage } from '../../../src/slack/messages/listing-message.js';
import { contextView, verifyMessage } from '../../../src/slack/messages/proof-messages.js';
import { listingText } from '../../../src/terminal/listing-text.js';
import { createPaint } from '../../../src/terminal/paint.js';
import { NOON, openMemoryArchive } from '../../support/open-memory-archive.js';
import { answerMessage, replyTo } from '../../support/reply.js';
import { quotations, readBlocks } from '../../support/wire.js';

const FILES = {
  'a.txt': 'Panama refused the flights.\nThe ministry spoke.',
  'articles.yml': 'version: 1\narticles: {a.txt: {withdrawn: The source had made it up.}}',
};

describe('a withdrawn article', () => {
  it.each([['private'], ['thread'], [{ sharedBy: 'U1' }]] as const)(
    'is found, with its label and the reason in place of its words: %j',
    async (audience) => {
      const archive = await openMemoryArchive(FILES);
      const { text, blocks } = answerMessage(await archive.ask('panama'), audience);
      expect(readBlocks(blocks)).toContain('Withdrawn: The source had made it up.');
      expect(readBlocks(blocks)).toContain('Show the withdrawn words');
      expect(text).toContain('Withdrawn: The source had made it up.');
      expect(JSON.stringify({ text, blocks })).not.toContain('refused');
      expect(quotations(blocks)).toEqual([]);
    },
  );

  it.each([
    'panama',
    'quotes mulino',
    'check "we will refuse every flight from there"',
    'check "we will refuse every plane from there"',
    'timeline panama',
    'figures panama',
  ])('shows none of its words in any list, in Slack or in a terminal: %s', async (asked) => {
    const archive = await openMemoryArchive({
      'a.txt':
        '“We will refuse every flight from there,” President José Mulino of Panama said on Monday, of 300 passengers.',
      'b.txt': 'Panama has said nothing since of its 20 ports.',
      'articles.yml': `version: 1
articles:
  a.txt:
    withdrawn: The source had made it up.
    published: {status: exact, date: 2025-01-01, basis: feed}
    problems: [{paragraph: 1, text: José Mulino, kind: name, note: Check.}]
`,
    });
    const { listing } = await replyTo(archive, asked);
    const message = listingMessage(listing, 'private');
    const page = { paint: createPaint(false), width: null, explain: true };
    for (const face of [readBlocks(message.blocks), message.text, listingText(listing, page)]) {
      const shown = face.replaceAll(
        /“[^”]*plane[^”]*”|“We will refuse every flight from there”/gi,
        '',
      );
      expect(shown).not.toMatch(/passengers|300|every flight/);
      expect(face).toMatch(/withdrawn/i);
    }
  });

  it('shows its words to whoever asks for them, under the label', async () => {
    const archive = await openMemoryArchive(FILES);
    const [citation] = (await archive.ask('panama')).citations;
    const context = citation && (await archive.look(refOf(citation)));
    if (!context) throw new Error('not found');
    const { blocks } = contextView(context, null);
    const read = readBlocks(blocks);
    expect(read.indexOf('Withdrawn:')).toBeGreaterThan(-1);
    expect(read.indexOf('Withdrawn:')).toBeLessThan(read.indexOf('Panama refused'));
    expect(read.match(/Withdrawn:/g)).toHaveLength(1);
  });

  it('is said to be withdrawn by Verify, which shows none of its words', () => {
    const ref = { file: 'a.txt', start: 0, end: 5, fingerprint: '0'.repeat(16) };
    const { text, blocks } = verifyMessage(
      ref,
      { kind: 'changed', now: null, withdrawn: 'Made up.' },
      NOON,
    );
    expect(text).toMatch(/^Withdrawn: Made up\. Not verified/);
    expect(readBlocks(blocks)).toContain('Withdrawn: Made up.');
  });
});
