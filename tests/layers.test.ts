import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

/**
 * A room of the house, and the rooms it may import from, types too. A folder that is not named belongs to the room above
 * it; a room that is named as a source stands for its subfolders as well. Files at the top are rooms of their own.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'corpus/slices.ts': [],
  'corpus/fault.ts': [],
  'corpus/partition-point.ts': [],
  'corpus/article': [],
  'corpus/metadata': ['corpus/fault.ts', 'corpus/article'],
  'corpus/formats': ['corpus/article', 'corpus/metadata'],
  'corpus/folder': ['corpus/fault.ts', 'corpus/article', 'corpus/metadata', 'corpus/formats'],
  'search/words': [],
  'search/index': ['corpus', 'search/words'],
  'search/question': ['corpus', 'search/index', 'search/words'],
  search: ['corpus', 'search/index', 'search/question'],
  // A room and its subfolder may know each other where no two files do: see the test of circles.
  answer: ['corpus', 'search', 'answer/archive', 'answer/figures'],
  'answer/archive': ['corpus', 'search', 'answer'],
  'answer/timeline': ['corpus', 'answer'],
  'answer/figures': ['corpus', 'search', 'answer'],
  quotes: ['corpus', 'search', 'answer', 'quotes/speakers'],
  'quotes/speakers': ['corpus', 'search', 'answer'],
  'quotes/check': ['corpus', 'search', 'answer', 'quotes'],
  requests: ['corpus', 'search', 'answer', 'quotes', 'requests/kinds'],
  'requests/kinds': ['corpus', 'search', 'answer', 'quotes', 'requests'],
  terminal: ['corpus', 'answer', 'quotes', 'requests'],
  mcp: ['corpus', 'search', 'answer', 'requests', 'local-http.ts'],
  store: ['store/sql'],
  'store/sql': ['store'],
  'digest/schedule': ['corpus', 'store'],
  'digest/corrections': ['corpus', 'search', 'answer', 'store'],
  'digest/content': ['corpus', 'search', 'answer', 'quotes', 'store', 'digest/corrections'],
  'digest/delivery': ['answer', 'store', 'digest/content', 'digest/corrections', 'clock.ts'],
  digest: [
    'corpus',
    'answer',
    'store',
    'digest/schedule',
    'digest/corrections',
    'digest/content',
    'digest/delivery',
    'clock.ts',
    'log.ts',
    'metrics.ts',
  ],
  'block-kit': [],
  'slack/messages': [
    'corpus',
    'answer',
    'quotes',
    'requests',
    'store',
    'digest',
    'block-kit',
    'slack/actions.ts',
  ],
  'slack/wire': [
    'store',
    'digest',
    'block-kit',
    'slack/messages',
    'slack/start-error.ts',
    'log.ts',
    'metrics.ts',
  ],
  'slack/connection': [
    'answer',
    'store',
    'block-kit',
    'slack/wire',
    'slack/start-error.ts',
    'clock.ts',
    'log.ts',
    'metrics.ts',
  ],
  'slack/listeners': [
    'search',
    'answer',
    'requests',
    'store',
    'digest',
    'slack/messages',
    'slack/wire',
    'slack/actions.ts',
    'slack/services.ts',
  ],
  slack: [
    'corpus',
    'search',
    'answer',
    'requests',
    'store',
    'digest',
    'block-kit',
    'slack/listeners',
    'slack/messages',
    'slack/wire',
    'slack/connection',
    'clock.ts',
    'log.ts',
    'metrics.ts',
  ],
  'intake/items': ['corpus'],
  'intake/formats': ['corpus', 'intake/items'],
  'intake/following': ['corpus', 'requests', 'terminal', 'intake', 'clock.ts', 'log.ts'],
  intake: ['corpus', 'requests', 'terminal', 'intake/items', 'intake/formats'],
  keeper: ['corpus', 'local-http.ts'],
  'measure/eval': ['corpus', 'search', 'answer', 'quotes', 'requests', 'terminal'],
  'measure/wording': ['block-kit'],
  'measure/bench': [
    'corpus',
    'search',
    'answer',
    'quotes',
    'requests',
    'log.ts',
    'metrics.ts',
    'terminal',
    'measure/eval',
    'slack',
    'store',
  ],
  page: [],
  playground: ['block-kit', 'local-http.ts'],
  start: [
    'corpus',
    'search',
    'answer',
    'quotes',
    'requests',
    'terminal',
    'store',
    'digest',
    'slack',
    'intake/following',
    'playground',
    'keeper',
    'mcp',
    'measure/eval',
    'clock.ts',
    'config.ts',
    'log.ts',
    'metrics.ts',
  ],
  'clock.ts': [],
  'local-http.ts': [],
  'log.ts': [],
  'metrics.ts': [],
  'config.ts': [],
  'index.ts': ['corpus', 'search', 'answer', 'requests', 'clock.ts', 'start'],
  'main.ts': [
    'corpus',
    'answer',
    'terminal',
    'store',
    'slack',
    'measure',
    'intake',
    'clock.ts',
    'config.ts',
    'start',
  ],
};

/** The rooms that show a page in a browser. */
const PAGES = ['playground', 'keeper'];

/** Packages that belong to one room, or to those with a page. */
const HOME_OF: Record<string, string | readonly string[]> = {
  '@slack/bolt': 'slack',
  '@slack/types': 'slack',
  '@slack/web-api': 'slack',
  minisearch: 'search/index',
  stemmer: 'search/index',
  parse5: 'corpus/formats',
  'iconv-lite': 'corpus/folder',
  'smol-toml': 'corpus/formats',
  feedsmith: 'intake/formats',
  'fast-xml-parser': 'intake/items',
  mammoth: 'intake/formats',
  jszip: 'intake/formats',
  kysely: 'store',
  libsql: 'store',
  pg: 'store',
  croner: 'digest',
  diff: 'digest',
  chokidar: 'corpus/folder',
  ws: 'playground',
  preact: PAGES,
  'wrap-ansi': 'terminal',
  pino: 'start',
  '@modelcontextprotocol/sdk/server/mcp.js': 'mcp',
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly of: string;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.tsx?$/.test(file));

/** The room that a file stands in: the deepest that the table names. */
function roomOf(file: string): string {
  const above = file.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'));
  return above.toReversed().find((room) => room in MAY_IMPORT) ?? file;
}

function mayImport(room: string, from: string): boolean {
  return (MAY_IMPORT[room] ?? []).some((named) => from === named || from.startsWith(`${named}/`));
}

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(SOURCE, file), 'utf8');
  const named = source.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g);
  return [...named].map(([, of = '']) => ({ file, room: roomOf(file), of }));
}

const imports = files.flatMap(importsOf);

describe('the layout of the source', () => {
  it('has a line in the table for every room', () => {
    const rooms = Object.keys(MAY_IMPORT).filter((room) =>
      files.some((file) => roomOf(file) === room),
    );
    expect([...new Set(files.map(roomOf))].toSorted()).toEqual(rooms.toSorted());
    expect(rooms.toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted());
  });

  it('lets imports flow one way only', () => {
    const against = imports
      .filter(({ of }) => of.startsWith('.'))
      .map(({ file, room, of }) => {
        const target = path.posix.join(path.posix.dirname(file), of).replace(/\.js$/, '.ts');
        return { file, room, target };
      })
      .filter(({ room, target }) => roomOf(target) !== room && !mayImport(room, target));
    expect(against).toEqual([]);
  });

  it('has no circle of files, types among them', () => {
    const importsOfFile = new Map(
      files.map((file) => [
        file,
        importsOf(file).flatMap(({ of }) => {
          const target = path.posix.join(path.posix.dirname(file), of).replace(/\.js$/, '');
          return files.find((each) => each.replace(/\.tsx?$/, '') === target) ?? [];
        }),
      ]),
    );
    /** Files that lead to none of their own kind are taken away until nothing more can be. */
    const left = new Map(importsOfFile);
    const free = (): string[] =>
      [...left].filter(([, to]) => to.every((file) => !left.has(file))).map(([file]) => file);
    for (let batch = free(); batch.length > 0; batch = free())
      for (const file of batch) left.delete(file);
    expect([...left.keys()]).toEqual([]);
  });

  it('keeps a folder to a dozen files, but for those that hold one thing after another', () => {
    const LONG_LISTS = ['requests/kinds', 'slack/listeners', 'slack/messages'];
    const PAGE_LISTS = ['panes', 'blocks', 'elements'].map((name) => `playground/page/${name}`);
    const count = new Map<string, number>();
    for (const folder of files.map((file) => path.posix.dirname(file)))
      count.set(folder, (count.get(folder) ?? 0) + 1);
    const wide = [...count].filter(
      ([folder, held]) => held > 12 && ![...LONG_LISTS, ...PAGE_LISTS].includes(folder),
    );
    expect(wide).toEqual([]);
  });

  it('has no room but main.ts and its own starter that knows the playground', () => {
    const knowing = imports.filter(({ of }) => of.includes('playground')).map(({ file }) => file);
    expect(
      [...new Set(knowing)].filter((file) => roomOf(file) !== 'playground').toSorted(),
    ).toEqual(['main.ts', 'start/start-playground-bot.ts']);
    const words = files.filter((file) => /^(?:corpus|search|answer|slack|block-kit)\//.test(file));
    expect(words.filter((file) => /playground/i.test(withoutComments(file)))).toEqual([]);
  });

  it('keeps each of these packages in its own room', () => {
    const astray = imports.filter(
      ({ of, room }) =>
        of in HOME_OF && ![HOME_OF[of]].flat().some((home) => `${room}/`.startsWith(`${home}/`)),
    );
    expect(astray).toEqual([]);
    for (const name of Object.keys(HOME_OF).filter((of) => !/types|web-api/.test(of)))
      expect(imports.some(({ of }) => of === name)).toBe(true);
  });

  it('reads the process in main.ts only', () => {
    const readers = files.filter((file) =>
      /\bprocess\.|from 'node:process'/.test(withoutComments(file)),
    );
    expect(readers).toEqual(['main.ts']);
  });

  it('takes the clock and the random source from outside in every room', () => {
    const HANDED_IN = new Set([
      'main.ts',
      'start/start-slack-bot.ts',
      'clock.ts',
      'index.ts',
      'playground/start-playground.ts',
    ]);
    const own = files.filter(
      (file) =>
        !HANDED_IN.has(file) &&
        // The page runs in a browser and is its own composition.
        !/^(?:playground|keeper)\/page\//.test(file) &&
        /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|randomUUID\(|randomInt\(/.test(
          withoutComments(file),
        ),
    );
    expect(own).toEqual([]);
  });

  it('writes to no console: rooms hand their words to a face', () => {
    expect(files.filter((file) => /\bconsole\./.test(withoutComments(file)))).toEqual([]);
  });
});

function withoutComments(file: string): string {
  return readFileSync(path.join(SOURCE, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
