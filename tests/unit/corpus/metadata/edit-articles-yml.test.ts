import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  withEntries,
  type NewYmlEntry,
} from '../../../../src/corpus/metadata/edit-articles-yml.js';

const read = (source: string) =>
  z.looseObject({ articles: z.record(z.string(), z.unknown()) }).parse(parse(source));

const ENTRY: NewYmlEntry = { sha256: 'a'.repeat(64), outlet: 'The Post: Weekend' };
const NEW = new Map([['new.txt', ENTRY]]);

describe('an entry added to articles.yml', () => {
  it('begins the file where there is none', () => {
    expect(parse(withEntries(null, NEW))).toEqual({ version: 1, articles: { 'new.txt': ENTRY } });
  });

  it.each([
    [
      'with comments',
      '# ours\nversion: 1\narticles:\n  # the first\n  a.txt: {outlet: CNN} # sure\n',
    ],
    ['that does not end its last line', 'version: 1\narticles:\n  a.txt:\n    outlet: CNN'],
    ['indented by four', 'version: 1\narticles:\n    a.txt:\n        outlet: CNN\n'],
    ['with something after the articles', 'articles:\n  a.txt: {outlet: CNN}\nversion: 1\n# end\n'],
    [
      'with a text over several lines',
      'version: 1\narticles:\n  a.txt:\n    title: >-\n      one\n      two\n',
    ],
    ['with line ends of Windows', 'version: 1\r\narticles:\r\n  a.txt:\r\n    outlet: CNN\r\n'],
  ])('leaves every line of a file %s as it is', (_, source) => {
    const after = withEntries(source, NEW);
    const lines = after.split('\n').map((line) => line.trimEnd());
    for (const line of source.split('\n').map((each) => each.trimEnd()))
      expect(lines).toContain(line);
    expect(parse(after)).toEqual({
      ...read(source),
      articles: { ...read(source).articles, 'new.txt': ENTRY },
    });
  });

  it.each([
    ['in one line', 'version: 1 # ours\narticles: {a.txt: {outlet: CNN}}\n'],
    ['without articles yet', 'version: 1 # ours\narticles:\n'],
    ['with nothing but a comment', 'version: 1 # ours\n'],
  ])('keeps the comments of a file %s', (_, source) => {
    const after = withEntries(source, NEW);
    expect(after).toContain('# ours');
    expect(read(after).articles).toMatchObject({ 'new.txt': ENTRY });
  });

  it('keeps a no-break space at its end', () => {
    const source = 'version: 1\narticles:\n  a.txt: {outlet: CNN}\n';
    const after = withEntries(source, new Map([['new.txt', { ...ENTRY, outlet: 'Post\u00A0' }]]));
    expect(read(after).articles['new.txt']).toMatchObject({ outlet: 'Post\u00A0' });
  });

  it('is read back as it was written, whatever the name, outlet and title', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        // Blanks alone state nothing.
        fc.string({ unit: 'grapheme' }).filter((outlet) => outlet.trim() !== ''),
        (name, outlet) => {
          const file = `${name.trim()}x.txt`;
          const after = withEntries(
            'version: 1\narticles:\n  a.txt: {outlet: CNN}\n',
            new Map([[file, { ...ENTRY, outlet }]]),
          );
          expect(read(after).articles[file]).toMatchObject({ outlet });
        },
      ),
    );
  });
});
