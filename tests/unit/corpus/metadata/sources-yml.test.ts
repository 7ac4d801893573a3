import { describe, expect, it } from 'vitest';
import { formatFault } from '../../../../src/corpus/fault.js';
import { createCorpusReader } from '../../../../src/corpus/folder/corpus-reader.js';
import { parseSourcesYml } from '../../../../src/corpus/metadata/sources-yml.js';
import { memoryFolder } from '../../../support/memory-folder.js';

const withEntry = (entry: string): string => `version: 1\nsources:\n  harbour: ${entry}\n`;

it('reads feeds and folders, each with how often it is looked at', () => {
  const text = `version: 1
sources:
  harbour: { feed: 'https://post.example/feed', every: 2h, outlet: The Harbour Post }
  inside: { feed: 'http://cms.local/feed', http: allowed, addresses: ['10.0.0.7', 'fd00::7'] }
  wire: { drops: /srv/wire/in }
`;
  expect(parseSourcesYml(text)).toEqual({
    faults: [],
    sources: [
      {
        kind: 'feed',
        name: 'harbour',
        every: 7_200_000,
        outlet: 'The Harbour Post',
        address: 'https://post.example/feed',
        mayUseHttp: false,
        mayReach: [],
      },
      {
        kind: 'feed',
        name: 'inside',
        every: 1_800_000,
        outlet: undefined,
        address: 'http://cms.local/feed',
        mayUseHttp: true,
        mayReach: ['10.0.0.7', 'fd00::7'],
      },
      { kind: 'drops', name: 'wire', every: 60_000, outlet: undefined, folder: '/srv/wire/in' },
    ],
  });
});

it.each(['', '# nothing yet\n', 'version: 1\nsources: {}\n'])('may be empty: %j', (text) => {
  expect(parseSourcesYml(text)).toEqual({ sources: [], faults: [] });
});

describe('a fault is named by its key, and costs its own source alone', () => {
  it.each([
    ['{ feed: post.example }', '.feed', 'expected a web address'],
    ['{ feed: "ftp://post.example/" }', '.feed', 'expected a web address'],
    ['{ feed: "http://u:secret@post.example/" }', '.feed', 'is not encrypted; expected https, or'],
    ['{ feed: "http://post.example/", http: yes }', '.http', 'expected allowed'],
    ['{ feed: "https://post.example/", every: 5 }', '.every', 'expected how often, such as 30m'],
    ['{ feed: "https://post.example/", every: 10s }', '.every', 'expected how often'],
    ['{ feed: "https://post.example/", every: 0m }', '.every', 'expected from 1m to 7d'],
    ['{ feed: "https://post.example/", every: 8d }', '.every', 'expected from 1m to 7d'],
    ['{ feed: "https://post.example/", addresses: [cms] }', '.addresses.0', 'expected an IP'],
    ['{ feed: "https://post.example/", addresses: 10.0.0.7 }', '.addresses', 'expected a list'],
    ['{ feed: "https://post.example/", outlets: A }', '.outlets', 'is not a key known here'],
    ['{ feed: "https://post.example/", outlet: " " }', '.outlet', 'expected a name'],
    ['{ drops: wire/in }', '.drops', 'expected the whole path of a folder'],
    ['{ drops: /in, http: allowed }', '.http', 'belongs to feeds'],
    ['{ drops: /in, feed: "https://post.example/" }', '', 'and not both'],
    ['{ every: 5m }', '', 'expected feed, an address, or drops, a folder'],
    ['https://post.example/', '', 'expected object'],
  ])('%s', (entry, key, said) => {
    const { sources, faults } = parseSourcesYml(`${withEntry(entry)}  wire: { drops: /in }\n`);
    expect(sources.map(({ name }) => name)).toEqual(['wire']);
    expect(faults).toHaveLength(1);
    const [told = ''] = faults.map(formatFault);
    expect(told).toContain(`error: sources.yml (sources.harbour${key}): `);
    expect(told).toContain(said);
    expect(told).not.toContain('secret');
  });

  it('a name that could be no file’s', () => {
    const { sources, faults } = parseSourcesYml('version: 1\nsources: { ../x: { drops: /in } }\n');
    expect(sources).toEqual([]);
    expect(faults.map(formatFault)).toEqual([
      'error: sources.yml (sources.../x): is no name here; expected letters, digits, - and _',
    ]);
  });

  it.each([
    ['broken YAML', 'version: [', 'is not readable as YAML'],
    ['another version', 'version: 2\nsources: {}', 'expected "version: 1" and "sources:"'],
    ['a bare list', '- https://post.example/', 'expected "version: 1" and "sources:"'],
  ])('of the whole file: %s', (_, text, said) => {
    expect(parseSourcesYml(text).faults).toMatchObject([
      { message: expect.stringContaining(said) },
    ]);
  });

  it('of a key beside the sources', () => {
    const { sources, faults } = parseSourcesYml(`every: 5m\n${withEntry('{ drops: /in }')}`);
    expect(sources).toHaveLength(1);
    expect(faults).toMatchObject([{ key: 'every' }]);
  });
});

describe('in a folder', () => {
  const load = async (name: string, text: string) => {
    const folder = memoryFolder({ 'a.txt': 'The talks began.', [name]: text });
    const { articles, faults } = await createCorpusReader({ folder }).read();
    return { files: articles.map(({ file }) => file), faults: faults.map(formatFault) };
  };

  it('is no article, and what is wrong with it is told with the rest', async () => {
    expect(await load('sources.yml', withEntry('{ drops: /in }'))).toEqual({
      files: ['a.txt'],
      faults: [],
    });
    expect((await load('sources.yml', withEntry('{}'))).faults).toEqual([
      expect.stringMatching(/^error: sources\.yml \(sources\.harbour\): expected feed/),
    ]);
    expect((await load('sub/sources.yml', 'version: 1')).faults).toEqual([
      'error: sub/sources.yml: skipped: only sources.yml at the top of the folder is read',
    ]);
  });
});
