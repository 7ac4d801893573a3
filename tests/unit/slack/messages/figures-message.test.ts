import { describe, expect, it } from 'vitest';
import { messageOf, runsIn } from '../../../support/slack-message.js';
import { quotations, readBlocks } from '../../../support/wire.js';

const boats = { kind: 'figures', topic: 'boats' } as const;

describe('figures as a message', () => {
  it('stand bold in their sentence; one that two files print is one row with both', async () => {
    const { blocks } = await messageOf(
      {
        'a.txt': 'About 5,000 boats left the harbour. It rained on 12 people.\n',
        'b.txt': 'The harbour counted about 5,000 boats that day.\n',
      },
      boats,
    );
    expect(quotations(blocks)).toEqual([
      'About 5,000 boats left the harbour.',
      'The harbour counted about 5,000 boats that day.',
    ]);
    const bold = runsIn(blocks, 'bold');
    expect(bold).toEqual(expect.arrayContaining(['About 5,000 boats', 'about 5,000 boats']));
    expect(bold.filter((run) => /^\d {2}/.test(run))).toHaveLength(1);
  });

  it('names the files that carry a copy of the text, and does not show it again', async () => {
    const text =
      'About 5,000 boats left the harbour early on the first day of the strike, the port authority said in a note to shippers.\n';
    const { blocks } = await messageOf({ 'a.txt': text, 'b.txt': text }, boats);
    expect(quotations(blocks)).toHaveLength(1);
    expect(readBlocks(blocks)).toContain('The same text also in 1 other file: b.txt.');
  });

  it('shows a sentence once that prints a figure twice', async () => {
    const text = 'Of 5,000 boats in the north and 5,000 boats in the south none sailed.\n';
    const { blocks } = await messageOf({ 'a.txt': text }, boats);
    expect(quotations(blocks)).toEqual([text.trim()]);
    expect(runsIn(blocks, 'bold').filter((run) => run === '5,000 boats')).toHaveLength(2);
  });

  it('counts the places that are not shown', async () => {
    const days = ['one', 'two', 'three', 'four', 'five'];
    const text = days.map((day) => `On day ${day} the port counted 5,000 boats.`).join('\n');
    const { blocks } = await messageOf({ 'a.txt': text }, boats);
    expect(quotations(blocks)).toHaveLength(3);
    expect(readBlocks(blocks)).toContain('2 further places not shown here.');
  });
});
