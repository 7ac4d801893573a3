import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../../../src/corpus/fault.js';
import { createCorpusReader } from '../../../../src/corpus/folder/corpus-reader.js';
import { MAX_ARTICLE_BYTES } from '../../../../src/corpus/folder/read-text.js';
import { parseSynonymsYml } from '../../../../src/corpus/metadata/synonyms-yml.js';
import { memoryFolder } from '../../../support/memory-folder.js';

const SEEDED = readFileSync(new URL('../../../../seeds/synonyms.yml', import.meta.url), 'utf8');

const faults = (source: string): string[] => parseSynonymsYml(source).faults.map(formatFault);

it('reads the file that comes with the program without a fault', () => {
  const { groups, faults: found } = parseSynonymsYml(SEEDED);
  expect(found).toEqual([]);
  expect(groups).toContainEqual(['deportation', 'expulsion', 'removal', 'repatriation']);
});

it('reads words of any script, with accents, digits, dots and apostrophes', () => {
  expect(
    parseSynonymsYml('version: 1\ngroups: [[migración, U.S., O’Brien, Мексика, G7]]').groups,
  ).toEqual([['migración', 'U.S.', 'O’Brien', 'Мексика', 'G7']]);
});

it.each(['', '# nothing yet\n', 'version: 1\ngroups: []\n'])('may be empty: %j', (source) => {
  expect(parseSynonymsYml(source)).toEqual({ groups: [], faults: [] });
});

describe('a fault is named, and no synonym is used until it is mended', () => {
  it.each([
    [
      'broken YAML',
      'version: 1\ngroups: [[a, b]',
      /^error: synonyms\.yml: is not readable as YAML: line \d+, column \d+: /,
    ],
    [
      'a phrase',
      'version: 1\ngroups: [[border czar, harris]]',
      /^error: synonyms\.yml \(groups\.0\.0\): expected single words, without spaces or hyphens/,
    ],
    [
      'a word with a hyphen',
      'version: 1\ngroups: [[one, two], [a, third-country]]',
      /^error: synonyms\.yml \(groups\.1\.1\): expected single words/,
    ],
    [
      'a number, which YAML does not read as a word',
      'version: 1\ngroups: [[percent, 25]]',
      /^error: synonyms\.yml \(groups\.0\.1\): .*expected string/,
    ],
    [
      'a group of one word',
      'version: 1\ngroups: [[alone]]',
      /^error: synonyms\.yml \(groups\.0\): expected at least two words that mean the same/,
    ],
    [
      'an unknown key',
      'version: 1\ngroup: []\ngroups: [[tariff, levy]]',
      /^error: synonyms\.yml: Unrecognized key: "group"/,
    ],
    ['no version', 'groups: [[tariff, levy]]', /^error: synonyms\.yml \(version\): expected vers/],
    [
      'another version',
      'version: 2\ngroups: [[tariff, levy]]',
      /^error: synonyms\.yml \(version\): expected version: 1; until it is mended/,
    ],
    ['no groups', 'version: 1', /^error: synonyms\.yml \(groups\): /],
    ['a bare list', '- [tariff, levy]', /^error: synonyms\.yml: .*expected object/],
  ])('%s', (_, source, message) => {
    expect(parseSynonymsYml(source).groups).toEqual([]);
    expect(faults(source)).toEqual([expect.stringMatching(message)]);
  });

  it('each of several', () => {
    expect(faults('version: 3\ngroups: [[alone], [two words, one]]')).toHaveLength(3);
  });
});

describe('in a folder', () => {
  const load = async (synonyms: string | Uint8Array, name = 'synonyms.yml') => {
    const corpus = await createCorpusReader({
      folder: memoryFolder({ 'a.txt': 'The talks began.', [name]: synonyms }),
    }).read();
    return { ...corpus, faults: corpus.faults.map(formatFault) };
  };

  it('is no article', async () => {
    const { articles, synonyms, faults: found } = await load(SEEDED);
    expect(articles.map(({ file }) => file)).toEqual(['a.txt']);
    expect(synonyms.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });

  it.each([
    ['broken YAML', 'version: [', /^error: synonyms\.yml: is not readable as YAML/],
    ['Latin-1', Buffer.from('león', 'latin1'), /^error: synonyms\.yml: left out: not UTF-8/],
    ['too large', 'x'.repeat(MAX_ARTICLE_BYTES + 1), /^error: synonyms\.yml: left out: larger/],
  ])('costs only the synonyms when it is %s', async (_, source, message) => {
    const { articles, synonyms, faults: found } = await load(source);
    expect(articles).toHaveLength(1);
    expect(synonyms).toEqual([]);
    expect(found).toEqual([expect.stringMatching(message)]);
  });

  it.each(['synonyms.yaml', 'sub/synonyms.yml', 'Synonyms.yml'])(
    'is an error under the name %s, which nobody would read',
    async (name) => {
      expect((await load(SEEDED, name)).faults).toEqual([
        `error: ${name}: skipped: only synonyms.yml at the top of the folder is read`,
      ]);
    },
  );
});
