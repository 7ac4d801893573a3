import { describe, expect, it } from 'vitest';
import { replyTo, saidOf } from '../../../support/reply.js';
import { openSeeds } from '../../../support/seeds.js';

async function said(
  name: string,
  about: string | null = null,
  options?: { limit?: number; skip?: number },
): Promise<readonly string[]> {
  const request = { kind: 'quotes', name, about } as const;
  return saidOf((await replyTo(await openSeeds(), request, options)).listing);
}

describe('what is said of quotations', () => {
  it('names whoever the name was taken for, in every spelling that is printed', async () => {
    expect(await said('leavitt')).toEqual([
      'Karoline Leavitt, Carolyn Leavitt: 4 quotations',
      'Names as printed: Karoline Leavitt (3 quotations), Carolyn Leavitt (1 quotation).',
    ]);
  });

  it('tells that somebody is named and not quoted, and where', async () => {
    expect(await said('xi jinping')).toEqual([
      'Nobody called “xi jinping” is quoted here.',
      'The name stands in 1 passage, without words of theirs in quotation marks: 003_034d1ffa79abd236.txt paragraph 9.',
    ]);
  });

  it('tells that a speaker said nothing of a topic, and which of its words are nowhere', async () => {
    expect(await said('arevalo', 'vaccines')).toEqual([
      'Bernardo Arévalo: no quotation about “vaccines”.',
      'Nowhere in the archive: “vaccines”.',
    ]);
  });

  it('tells which of many are shown', async () => {
    const [headline] = await said('sheinbaum', null, { limit: 2, skip: 2 });
    expect(headline).toMatch(/^Claudia Sheinbaum: the next 2 of \d\d quotations$/);
  });
});
