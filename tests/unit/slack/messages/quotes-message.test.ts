import { describe, expect, it } from 'vitest';
import { ACTIONS, decodeAsked } from '../../../../src/slack/actions.js';
import { messageOf, runsIn } from '../../../support/slack-message.js';
import { buttonValue, quotations, readBlocks } from '../../../support/wire.js';

const quotes = (name: string, about: string | null = null) =>
  ({ kind: 'quotes', name, about }) as const;

const files = {
  'b.txt':
    '---\noutlet: The Harbour Post\npublished: { status: exact, date: 2025-02-01, basis: file }\n---\n\nAna Ruiz runs the ferry company.\n\n“We will not sail this week,” she said. The strike was “a disgrace,” Ms. Ruiz said.\n',
  'a.md':
    '---\npublished: { status: exact, date: 2025-03-01, basis: file }\n---\n\n“The ferry sails again tomorrow morning,” said Ana Ruiz.\n',
};

describe('what somebody is quoted with, as a message', () => {
  it('shows each with the marks that the file has, with its source and who the words that name the speaker mean', async () => {
    const { blocks, text } = await messageOf(files, quotes('ruiz'));
    expect(quotations(blocks)).toContain('“We will not sail this week,”');
    expect(quotations(blocks)).toContain('“The ferry sails again tomorrow morning,”');
    const read = readBlocks(blocks);
    expect(read).toContain('“she” → Ana Ruiz');
    expect(read).toContain('a.md · paragraph');
    expect(text).toContain('“We will not sail this week,” (“she” → Ana Ruiz)');
  });

  it('leads back to the file: one Open for each, with a name of its own, and no other for each', async () => {
    const { blocks } = await messageOf(files, quotes('ruiz'));
    const said = JSON.stringify(blocks);
    expect(said.split(`"action_id":"${ACTIONS.open}"`)).toHaveLength(quotations(blocks).length + 1);
    // Beside these Share and Remove.
    expect(said.match(/"action_id"/g)).toHaveLength(quotations(blocks).length + 2);
    const names = said.match(/"accessibility_label":"[^"]+"/g) ?? [];
    expect(new Set(names).size).toBe(quotations(blocks).length);
  });

  it('says that nobody of that name is quoted, and where the name stands', async () => {
    const { blocks } = await messageOf(
      { 'a.txt': 'Xi Jinping met the mayor.\n' },
      quotes('xi jinping'),
    );
    expect(runsIn(blocks, 'bold')).toEqual(['Nobody called “xi jinping” is quoted here.']);
    expect(readBlocks(blocks)).toContain('a.txt paragraph 1');
    expect(buttonValue(blocks, ACTIONS.share)).toBeUndefined();
  });

  it('carries what was asked in its buttons, the topic too', async () => {
    const { blocks } = await messageOf(files, quotes('ruiz', 'ferry'));
    expect(decodeAsked(buttonValue(blocks, ACTIONS.share))).toEqual({
      request: quotes('ruiz', 'ferry'),
      skip: 0,
      thread: [],
    });
  });
});
