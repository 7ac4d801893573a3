import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

/** A room of the house, and the rooms it may import from, types too. Files at the top are rooms of their own. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  corpus: [],
  search: ['corpus'],
  answer: ['corpus', 'search'],
  quotes: ['corpus', 'search', 'answer'],
  requests: ['corpus', 'search', 'answer', 'quotes'],
  terminal: ['corpus', 'answer'],
  store: [],
  digest: ['corpus', 'search', 'answer', 'quotes', 'store', 'clock.ts'],
  slack: ['corpus', 'search', 'answer', 'quotes', 'requests', 'store', 'digest', 'clock.ts'],
  intake: ['corpus', 'answer', 'terminal'],
  eval: ['corpus', 'search', 'answer', 'terminal'],
  bench: ['corpus', 'search', 'answer', 'terminal', 'eval', 'slack', 'store'],
  // Of slack/ only the block limits: see below.
  playground: ['slack'],
  'clock.ts': [],
  'config.ts': [],
  'follow-on-disk.ts': ['corpus', 'answer', 'clock.ts'],
  'index.ts': ['corpus', 'search', 'answer', 'clock.ts', 'follow-on-disk.ts'],
  'cli.ts': ['corpus', 'search', 'answer', 'terminal', 'eval'],
  'open-live-archive.ts': ['corpus', 'answer', 'slack', 'clock.ts', 'follow-on-disk.ts'],
  'start-slack-bot.ts': [
    'store',
    'digest',
    'slack',
    'clock.ts',
    'config.ts',
    'open-live-archive.ts',
  ],
  'start-playground-bot.ts': [
    'corpus',
    'playground',
    'slack',
    'store',
    'config.ts',
    'open-live-archive.ts',
    'start-slack-bot.ts',
  ],
  'main.ts': [
    'corpus',
    'store',
    'answer',
    'terminal',
    'slack',
    'bench',
    'intake',
    'cli.ts',
    'clock.ts',
    'config.ts',
    'start-slack-bot.ts',
    'start-playground-bot.ts',
  ],
};

/** Packages that belong to one room. */
const HOME_OF: Record<string, string> = {
  '@slack/bolt': 'slack',
  '@slack/types': 'slack',
  '@slack/web-api': 'slack',
  minisearch: 'search',
  stemmer: 'search',
  parse5: 'corpus',
  kysely: 'store',
  libsql: 'store',
  pg: 'store',
  croner: 'digest',
  diff: 'digest',
  chokidar: 'corpus',
  ws: 'playground',
  preact: 'playground',
  vite: 'playground',
  'wrap-ansi': 'terminal',
  pino: 'start-slack-bot.ts',
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly of: string;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.tsx?$/.test(file));

function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(SOURCE, file), 'utf8');
  const named = source.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g);
  return [...named].map(([, of = '']) => ({ file, room: roomOf(file), of }));
}

const imports = files.flatMap(importsOf);

describe('the layout of the source', () => {
  it('has a line in the table for every room', () => {
    expect([...new Set(files.map(roomOf))].toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted());
  });

  it('lets imports flow one way only', () => {
    const against = imports
      .filter(({ of }) => of.startsWith('.'))
      .map(({ file, room, of }) => {
        const target = path.posix.join(path.posix.dirname(file), of).replace(/\.js$/, '.ts');
        return { file, room, to: roomOf(target) };
      })
      .filter(({ room, to }) => to !== room && !MAY_IMPORT[room]?.includes(to));
    expect(against).toEqual([]);
  });

  it('gives the playground nothing of the bot but the limits that Slack sets to blocks', () => {
    const taken = imports
      .filter(({ room, of }) => room === 'playground' && /(?:^|\/)\.\.\/slack\//.test(of))
      .map(({ of }) => path.posix.basename(of));
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.filter((file) => !['limits.js', 'check-blocks.js'].includes(file))).toEqual([]);
  });

  it('has no room but main.ts and its own starter that knows the playground', () => {
    const knowing = imports.filter(({ of }) => of.includes('playground')).map(({ file }) => file);
    expect(
      [...new Set(knowing)].filter((file) => roomOf(file) !== 'playground').toSorted(),
    ).toEqual(['main.ts', 'start-playground-bot.ts']);
    const words = files.filter((file) => /^(?:corpus|search|answer|slack)\//.test(file));
    expect(words.filter((file) => /playground/i.test(withoutComments(file)))).toEqual([]);
  });

  it('keeps each of these packages in its one room', () => {
    const astray = imports.filter(({ of, room }) => of in HOME_OF && HOME_OF[of] !== room);
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
      'start-slack-bot.ts',
      'clock.ts',
      'index.ts',
      'playground/start-playground.ts',
    ]);
    const own = files.filter(
      (file) =>
        !HANDED_IN.has(file) &&
        // The page runs in a browser and is its own composition.
        !file.startsWith('playground/page/') &&
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
