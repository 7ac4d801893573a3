import { describe, expect, it } from 'vitest';
import { messageOf, runsIn } from '../../../support/slack-message.js';
import { quotations, readBlocks } from '../../../support/wire.js';

const dated = (date: string): string =>
  `---\noutlet: The Harbour Post\npublished: { status: exact, date: ${date}, basis: file }\n---\n\n`;

const files = {
  'a.md': 'The ferry stopped, nobody says when.\n',
  'b.md': `${dated('2025-03-06')}The ferry sails again.\n\nThe ferry stopped on Monday.\n`,
  'c.md': `${dated('2025-01-02')}A ferry is bought.\n`,
};

describe('a timeline as a message', () => {
  it('has the oldest first, each article under its date, those without one last and said to be', async () => {
    const { blocks } = await messageOf(files, { kind: 'timeline', topic: 'ferry' });
    expect(quotations(blocks)).toEqual([
      'A ferry is bought.',
      'The ferry sails again.',
      'The ferry stopped on Monday.',
      'The ferry stopped, nobody says when.',
    ]);
    expect(runsIn(blocks, 'bold')).toContain('Date unknown');
    const heads = blocks.flatMap((block) =>
      block.type === 'section' ? (block.text?.text ?? []) : [],
    );
    expect(heads).toEqual([
      'Jan 2, 2025 · The Harbour Post',
      'Mar 6, 2025 · The Harbour Post',
      'Paragraph 2',
      'Date unknown · Outlet not stated',
    ]);
  });

  it('puts beside a weekday the day it can mean, and leaves the words as they are', async () => {
    const { blocks } = await messageOf(files, { kind: 'timeline', topic: 'ferry' });
    expect(runsIn(blocks, 'italic').join('\n')).toMatch(/“on Monday”: Mar 3, 2025/);
  });

  it('names the first and the latest mention', async () => {
    const read = readBlocks((await messageOf(files, { kind: 'timeline', topic: 'ferry' })).blocks);
    expect(read).toMatch(/First mention: Jan 2, 2025.*Latest mention: Mar 6, 2025/);
  });

  it('says of an article once what is wrong with it as a whole', async () => {
    const yml = 'version: 1\narticles:\n  b.md:\n    wording: rewritten\n';
    const { blocks } = await messageOf(
      { ...files, 'articles.yml': yml },
      { kind: 'timeline', topic: 'ferry' },
    );
    expect(readBlocks(blocks).split('Rewritten text')).toHaveLength(2);
  });
});
