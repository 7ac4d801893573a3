import { describe, expect, it } from 'vitest';
import {
  matchEntries,
  parseArticlesYml,
  type ArticlesYml,
} from '../../../../src/corpus/metadata/articles-yml.js';
import { parseYaml } from '../../../../src/corpus/metadata/parse-yaml.js';
import { formatFault } from '../../../../src/corpus/fault.js';

const readYml = (source: string, files: readonly string[]): ArticlesYml =>
  matchEntries(parseArticlesYml(source), files);

function read(source: string, files = ['a.txt', 'b.txt']): { entries: string[]; faults: string[] } {
  const { entries, faults, faultsOf } = readYml(source, files);
  return {
    entries: [...entries].map(([file, facts]) => `${file} ${JSON.stringify(facts)}`),
    faults: [...faults, ...[...faultsOf.values()].flat()].map(formatFault),
  };
}

const hiddenFiles = (source: string, files?: string[]): string[] =>
  [...readYml(source, files ?? ['a.txt', 'b.txt']).entries]
    .filter(([, { embargo }]) => embargo === 'held')
    .map(([file]) => file);

describe('entries', () => {
  it('are read by file name', () => {
    const { entries, faults } = readYml(
      'version: 1\narticles:\n  a.txt: {outlet: CNN}\n  b.txt:\n',
      ['a.txt', 'b.txt'],
    );
    expect(faults).toEqual([]);
    expect(entries.get('a.txt')?.outlet).toBe('CNN');
    expect(entries.get('b.txt')?.outlet).toBeUndefined();
  });

  it('may be missing altogether', () => {
    expect(read('')).toEqual({ entries: [], faults: [] });
    expect(read('# nothing yet\n')).toEqual({ entries: [], faults: [] });
  });

  it('name their file however its accents are spelled', () => {
    const { entries } = readYml('version: 1\narticles: {Le\u00F3n.txt: {outlet: CNN}}', [
      'Leo\u0301n.txt',
    ]);
    expect(entries.get('Leo\u0301n.txt')?.outlet).toBe('CNN');
  });

  it('cost no other article its metadata when one is faulty', () => {
    const { entries, faultsOf } = readYml(
      'version: 1\narticles:\n  a.txt: {outlet: 5}\n  b.txt: {outlet: CNN}\n',
      ['a.txt', 'b.txt'],
    );
    expect(faultsOf.get('a.txt')?.map(formatFault)).toEqual([
      'error: articles.yml (a.txt outlet): expected string, received number',
    ]);
    expect(entries.get('b.txt')?.outlet).toBe('CNN');
  });
});

describe('faults of the file', () => {
  it('an entry for a file that is not there', () => {
    expect(read('version: 1\narticles: {gone.txt: {outlet: CNN}}').faults).toEqual([
      'error: articles.yml (gone.txt): there is no article file of this name in the folder',
    ]);
  });

  it('another version, or none', () => {
    expect(read('version: 2\narticles: {}').faults).toEqual([
      'error: articles.yml (version): 2; expected 1',
    ]);
    expect(read('articles: {}').faults).toEqual([
      'error: articles.yml (version): missing; expected 1',
    ]);
  });

  it('a key beside version and articles', () => {
    expect(read('version: 1\narticles: {}\nnotes: x').faults).toEqual([
      'error: articles.yml (notes): is not a key known here; expected version and articles',
    ]);
  });

  it.each(['- a.txt', 'a.txt', 'version: 1', 'version: 1\narticles: [a.txt]'])(
    'another shape, as in “%s”',
    (source) => {
      expect(read(source).faults[0]).toMatch(
        /^error: articles.yml: expected "version: 1" and "articles:"/,
      );
    },
  );

  it('broken YAML, with line and column', () => {
    expect(read('version: 1\narticles:\n  a.txt: {outlet: CNN\n').faults[0]).toMatch(
      /^error: articles\.yml: is not readable as YAML: line \d+, column \d+: .*no article has its metadata$/,
    );
  });

  it('the same key twice', () => {
    expect(read('version: 1\narticles:\n  a.txt: {}\n  a.txt: {}\n').faults[0]).toMatch(
      /line 4, column 3: the key a\.txt stands twice; expected it once/,
    );
  });

  it('the first of many slips, and how many follow', () => {
    const { faults } = read('a: b: c\n'.repeat(50));
    expect(faults).toHaveLength(4);
    expect(faults[3]).toMatch(/and \d+ more faults follow/);
  });
});

describe('YAML made to do harm', () => {
  it('a few lines of aliases that unfold to billions are refused', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, level) =>
        `k${level}: &k${level} [${level === 0 ? 'x' : Array.from({ length: 10 }, () => `*k${level - 1}`).join(', ')}]`,
    ).join('\n');
    expect(parseYaml(bomb)).toEqual({
      value: undefined,
      errors: [expect.stringMatching(/alias/i)],
    });
  });

  it.each([
    'version: 1\narticles: {a.txt: {embargo_until: &x [*x]}}',
    'version: &x [*x]\narticles: {}',
    'version: 1\narticles: {a.txt: &x {published: *x}}',
  ])('what stands inside itself is refused: %s', (source) => {
    expect(read(source).faults).toEqual([
      expect.stringMatching(/an alias stands inside what it names/),
    ]);
  });

  it.each([
    ['lists', '['.repeat(100_000)],
    ['maps', '{a: '.repeat(100_000)],
    ['items', '- '.repeat(100_000)],
    ['keys', '? '.repeat(100_000)],
    ['indents', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('%s nested without end are refused, and the program goes on', (_, source) => {
    expect(parseYaml(source).errors).toEqual(['it is nested more than 200 levels deep']);
  });
});

it('a flat map on one long line is no deep one', () => {
  const entries = Array.from({ length: 300 }, (_, at) => `${at}.txt: { outlet: CNN }`);
  expect(parseYaml(`version: 1\narticles: { ${entries.join(', ')} }`).errors).toEqual([]);
});

describe('embargoes that a slip must not lift', () => {
  it('broken YAML hides the articles that it names, if it speaks of an embargo', () => {
    const source =
      'version: 1\narticles:\n  a.txt: {embargo_until: 2025-07-01T06:00:00Z\n  c.txt: {}\n';
    expect(hiddenFiles(source, ['a.txt', 'b.txt'])).toEqual(['a.txt']);
    expect(read(source).faults[0]).toMatch('1 stay hidden because the file speaks of embargoes');
  });

  it('broken YAML hides nothing otherwise', () => {
    expect(hiddenFiles('version: 1\narticles:\n  a.txt: {outlet: CNN\n')).toEqual([]);
  });

  it('entries without “articles:” above them hide what they name', () => {
    expect(hiddenFiles('a.txt:\n  embargo_until: 2025-07-01T06:00:00Z\n')).toEqual(['a.txt']);
  });

  it('a name is known however its accents are spelled', () => {
    const source = 'le\u00F3n.txt: {embargo_until: x';
    expect(hiddenFiles(source, ['leo\u0301n.txt'])).toEqual(['leo\u0301n.txt']);
  });
});
