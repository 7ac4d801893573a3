import { describe, expect, it } from 'vitest';
import { messageOf, runsIn } from '../../../support/slack-message.js';
import { quotations, readBlocks } from '../../../support/wire.js';

const check = (sentence: string) => ({ kind: 'check', sentence }) as const;

const files = {
  'a.txt':
    'The ferry stops. “We would be ready to sail at dawn, if the wind allows it,” said Ana Ruiz.\n\nNobody came to the pier. It rained.\n',
};

describe('a checked sentence as a message', () => {
  it('shows the words bold in their sentence, and whose they are', async () => {
    const { blocks } = await messageOf(files, check('we would be ready'));
    expect(quotations(blocks)).toEqual([
      '“We would be ready to sail at dawn, if the wind allows it,” said Ana Ruiz.',
    ]);
    expect(runsIn(blocks, 'bold')).toContain('We would be ready');
    expect(readBlocks(blocks)).toContain('Ana Ruiz');
  });

  it('shows a sentence once where an ellipsis leaves some of it out', async () => {
    const { blocks } = await messageOf(
      files,
      check('“We would be ready to sail … if the wind allows it”'),
    );
    expect(quotations(blocks)).toHaveLength(1);
    expect(runsIn(blocks, 'bold')).toEqual(
      expect.arrayContaining(['We would be ready to sail', 'if the wind allows it']),
    );
  });

  it('shows both paragraphs where the words run from one into the next', async () => {
    const { blocks } = await messageOf(files, check('said Ana Ruiz. Nobody came to the pier.'));
    expect(readBlocks(blocks)).toContain('a.txt · paragraphs 1–2');
    expect(quotations(blocks)[1]).toBe('Nobody came to the pier.');
  });

  it('shows what differs: bold as printed, struck out as pasted', async () => {
    const { blocks } = await messageOf(
      files,
      check('We would be glad to sail at noon, if the wind allows it'),
    );
    expect(runsIn(blocks, 'bold')).toEqual(expect.arrayContaining(['ready', 'dawn']));
    expect(runsIn(blocks, 'strike')).toEqual(['glad', 'noon']);
    expect(quotations(blocks)).toEqual([
      '“We would be ready to sail at dawn, if the wind allows it,” said Ana Ruiz.',
      'We would be glad to sail at noon, if the wind allows it',
    ]);
  });

  it('says what is known to be wrong with the place', async () => {
    const yml =
      'version: 1\narticles:\n  a.txt:\n    wording: retranslated\n    problems:\n      - { paragraph: 1, text: Ana Ruiz, kind: wrong name, note: It was her sister. }\n';
    const { blocks } = await messageOf(
      { ...files, 'articles.yml': yml },
      check('we would be ready'),
    );
    expect(readBlocks(blocks)).toContain(
      '⚠ Known error, wrong name: “Ana Ruiz”. It was her sister.',
    );
    expect(readBlocks(blocks)).toContain('⚠ Re-translated text');
  });
});
