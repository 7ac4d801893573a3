import { describe, expect, it } from 'vitest';
import { refOf } from '../../../src/answer/answer.js';
import { listingMessage } from '../../../src/slack/messages/listing-message.js';
import { changedView, citationView } from '../../../src/slack/messages/citation-view.js';
import { listingText } from '../../../src/terminal/listing-text.js';
import { createPaint } from '../../../src/terminal/paint.js';
import type { Files } from '../../support/memory-folder.js';
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
    const message = listingMessage(listing, 'private', NOON);
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

  async function open(files: Files, revealed: boolean): Promise<string> {
    const archive = await openMemoryArchive(files);
    const [citation] = (await archive.ask('panama')).citations;
    const context = citation && (await archive.look(refOf(citation)));
    if (!context) throw new Error('not found');
    const { ref } = context;
    const shown = { context, verdict: await archive.verify(ref), at: NOON, why: null };
    return readBlocks(citationView(shown, { ref, asked: null, page: 0, revealed }).blocks);
  }

  it('opens with the reason, and shows its words to whoever asks for them, under the label', async () => {
    const kept = await open(FILES, false);
    expect(kept).toContain('Withdrawn: The source had made it up.');
    expect(kept).toContain('Show the withdrawn words');
    expect(kept).not.toMatch(/refused|Read the whole article/);
    const read = await open(FILES, true);
    expect(read.indexOf('Withdrawn:')).toBeGreaterThan(-1);
    expect(read.indexOf('Withdrawn:')).toBeLessThan(read.indexOf('Panama refused'));
    expect(read.match(/Withdrawn:/g)).toHaveLength(1);
    expect(read).not.toContain('To copy');
  });

  it('keeps its words back too where only the file says that it was withdrawn', async () => {
    const archive = await openMemoryArchive({ 'a.txt': 'Panama refused the flights.' });
    const [citation] = (await archive.ask('panama')).citations;
    const context = citation && (await archive.look(refOf(citation)));
    if (!context) throw new Error('not found');
    const verdict = { kind: 'identical', withdrawn: 'Made up.' } as const;
    const opened = { ref: context.ref, asked: null, page: 0, revealed: false };
    const { blocks } = citationView({ context, verdict, at: NOON, why: null }, opened);
    expect(readBlocks(blocks)).toContain('Withdrawn: Made up.');
    expect(readBlocks(blocks)).not.toContain('refused');
  });

  it('whose words changed too shows none of them', () => {
    const verdict = { kind: 'changed', now: null, withdrawn: 'Made up.' } as const;
    const read = readBlocks(changedView(verdict, NOON).blocks);
    expect(read).toMatch(/^⚠ Withdrawn: Made up\.⚠ The file has changed/);
  });
});
