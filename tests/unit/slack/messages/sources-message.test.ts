import { describe, expect, it } from 'vitest';
import { messageOf } from '../../../support/slack-message.js';
import { checkMessage } from '../../../../src/block-kit/check-blocks.js';
import { ACTIONS, decodeAsked } from '../../../../src/slack/actions.js';
import { buttonValue, readBlocks } from '../../../support/wire.js';

const sources = { kind: 'sources' } as const;

describe('the sources as a message', () => {
  it('are a table where Slack has them, and a list where it does not: outlet, date, file, and what is known', async () => {
    const yml =
      'version: 1\narticles:\n  a.txt:\n    outlet: The Harbour Post\n    title: Ferries stop\n    withdrawn: Retracted by the outlet.\n    problems:\n      - { paragraph: 1, text: ferry, kind: wrong word, note: It was a tug. }\n';
    const message = await messageOf(
      { 'a.txt': 'The ferry stops.\n', 'b.txt': 'It sails.\n', 'articles.yml': yml },
      sources,
    );
    const table = message.blocks.find(({ type }) => type === 'data_table');
    expect(table).toMatchObject({
      caption: 'The archive holds 2 articles.',
      rows: [
        [{ text: 'Outlet' }, { text: 'Date' }, { text: 'Title' }, { text: 'File' }, {}, {}],
        [{ text: 'The Harbour Post' }, { text: 'date unknown' }, {}, { text: 'a.txt' }, {}, {}],
        [{ text: 'Outlet not stated' }, {}, { text: 'not stated' }, { text: 'b.txt' }, {}, {}],
      ],
    });
    const read = readBlocks(message.fallback?.blocks);
    expect(read).toContain('The Harbour Post · date unknown');
    expect(read).toMatch(/2  Outlet not stated · date unknown.*b\.txt/);
    for (const form of [readBlocks(message.blocks), read])
      for (const known of ['Ferries stop', 'Retracted by the outlet.', 'wrong word (paragraph 1)'])
        expect(form).toContain(known);
    expect(checkMessage(message.fallback ?? {})).toEqual([]);
  });

  it('hold more in a table than in a list, and More goes on after it', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 90 }, (_, at) => [`${at}.txt`, 'It sails.\n']),
    );
    const { blocks, fallback } = await messageOf(files, sources);
    const shown = decodeAsked(buttonValue(blocks, ACTIONS.more)).skip;
    expect(shown).toBeGreaterThan(8);
    expect(readBlocks(blocks)).toContain(`Shown here are the first ${shown} of 90`);
    expect(decodeAsked(buttonValue(fallback?.blocks, ACTIONS.more)).skip).toBe(8);
  });

  it('is taken by Slack where an editor wrote pages in signs that it counts five times', async () => {
    const reasoning = '&'.repeat(5_000);
    const yml = `version: 1\narticles:\n  a.txt:\n    published: { status: unknown, reasoning: "${reasoning}" }\n`;
    const { blocks } = await messageOf({ 'a.txt': 'It sails.\n', 'articles.yml': yml }, sources);
    expect(readBlocks(blocks)).toContain('a.txt');
  });
});
