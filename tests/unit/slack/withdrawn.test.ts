import { describe, expect, it } from 'vitest';
import { refOf } from '../../../src/answer/fingerprint.js';
import { answerMessage } from '../../../src/slack/messages/answer-message.js';
import { contextView } from '../../../src/slack/messages/context-view.js';
import { verifyMessage } from '../../../src/slack/messages/verify-message.js';
import { NOON, openMemoryArchive } from '../../support/open-memory-archive.js';
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
