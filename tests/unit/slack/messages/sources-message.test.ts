import { describe, expect, it } from 'vitest';
import { messageOf } from '../../../support/slack-message.js';
import { readBlocks } from '../../../support/wire.js';

const sources = { kind: 'sources' } as const;

describe('the sources as a message', () => {
  it('has each article with headline, outlet, date and file, and what is known of it below', async () => {
    const yml =
      'version: 1\narticles:\n  a.txt:\n    outlet: The Harbour Post\n    title: Ferries stop\n    withdrawn: Retracted by the outlet.\n    problems:\n      - { paragraph: 1, text: ferry, kind: wrong word, note: It was a tug. }\n';
    const { blocks } = await messageOf(
      { 'a.txt': 'The ferry stops.\n', 'b.txt': 'It sails.\n', 'articles.yml': yml },
      sources,
    );
    const read = readBlocks(blocks);
    expect(read).toMatch(/1  Ferries stopThe Harbour Post · date unknown.*a\.txt/);
    expect(read).toMatch(/2  Outlet not stated · date unknown.*b\.txt/);
    for (const known of ['Retracted by the outlet.', 'wrong word (paragraph 1)'])
      expect(read).toContain(known);
    expect(read).not.toContain('SHA-256');
  });

  it('is taken by Slack where an editor wrote pages in signs that it counts five times', async () => {
    const reasoning = '&'.repeat(5_000);
    const yml = `version: 1\narticles:\n  a.txt:\n    published: { status: unknown, reasoning: "${reasoning}" }\n`;
    const { blocks } = await messageOf({ 'a.txt': 'It sails.\n', 'articles.yml': yml }, sources);
    expect(readBlocks(blocks)).toContain('a.txt');
  });
});
