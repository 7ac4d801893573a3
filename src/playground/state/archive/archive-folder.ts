import { readdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, isMap, parseDocument } from 'yaml';
import { isObject } from '../../../block-kit/json.js';
import type { ArchiveArticle } from '../../protocol.js';
import { textOf } from '../json.js';

/** An article as somebody hands it in. */
export interface NewArticle {
  readonly title: string | null;
  readonly outlet: string | null;
  /** `YYYY-MM-DD`; `null` where it is not known. */
  readonly date: string | null;
  readonly text: string;
  /** ISO 8601: hidden until then. */
  readonly embargoUntil?: string;
}

/** Why a change of the archive was not made, in a sentence for whoever asked for it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code = 'archive';
}

const ENTRIES = 'articles.yml';
const ARTICLE = /\.(?:txt|md|html|json)$/i;

export interface ArchiveFolder extends Awaited<ReturnType<typeof openArchiveFolder>> {}

/**
 * The archive's folder as the playground changes it: articles come, are edited, are withdrawn, one change after the
 * other. What cannot be done is refused with an `ArchiveError`.
 */
export async function openArchiveFolder(folder: string) {
  const root = await realpath(folder);
  const added: string[] = [];
  let articles: ArchiveArticle[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  const files = async (): Promise<string[]> => {
    const all = await readdir(root, { recursive: true });
    return all
      .map((name) => name.split(path.sep).join('/'))
      .filter((name) => ARTICLE.test(name) && !/(?:^|\/)\./.test(name))
      .toSorted();
  };

  const entries = async (): Promise<Document> => {
    const text = await readFile(path.join(root, ENTRIES), 'utf8').catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      },
    );
    const document = parseDocument(text === '' ? 'version: 1\n' : text);
    if (document.errors.length > 0 || !isMap(document.contents))
      throw new ArchiveError(
        `${ENTRIES} in ${folder} cannot be read as YAML; mend it there first.`,
      );
    if (!isMap(document.get('articles'))) document.set('articles', document.createNode({}));
    const all = document.get('articles');
    // An empty map is written as {}, and what were added to it would all stand in one line.
    if (isMap(all) && all.items.length === 0) all.flow = false;
    return document;
  };

  /**
   * Written beside and renamed, all in a moment and in this order: whoever watches the folder sees the old file or the
   * new one.
   */
  const put = async (...texts: (readonly [file: string, text: string])[]): Promise<void> => {
    const moves: [string, string][] = [];
    for (const [file, text] of texts) {
      const target = path.join(root, file);
      const beside = path.join(path.dirname(target), `.${path.basename(target)}.new`);
      await writeFile(beside, text);
      moves.push([beside, target]);
    }
    for (const [beside, target] of moves) await rename(beside, target);
  };

  const refresh = async (): Promise<void> => {
    const stated: unknown = await entries()
      .then((document) => document.toJS())
      .catch(() => null);
    const facts = isObject(stated) && isObject(stated['articles']) ? stated['articles'] : {};
    const names = await files();
    const order = [...added.toReversed(), ...names.filter((name) => !added.includes(name))];
    articles = order.map((file) => {
      const entry = isObject(facts[file]) ? facts[file] : {};
      return {
        file,
        title: textOf(entry['title']),
        outlet: textOf(entry['outlet']),
        withdrawn: textOf(entry['withdrawn']),
        added: added.includes(file),
      };
    });
  };

  const known = async (file: string): Promise<void> => {
    if (!(await files()).includes(file)) throw new ArchiveError(`There is no article ${file}.`);
  };

  await refresh();
  return {
    folder: root,
    /** Those that were added here first, newest first; then the others by name. */
    articles: (): readonly ArchiveArticle[] => articles,
    /** The text of an article; `null` where there is none of that name. */
    read: (file: string): Promise<string | null> =>
      inTurn(async () =>
        (await files()).includes(file) ? readFile(path.join(root, file), 'utf8') : null,
      ),
    add: (given: readonly NewArticle[]): Promise<void> =>
      inTurn(async () => {
        const taken = new Set(await files());
        const document = await entries();
        const texts = new Map<string, string>();
        for (const one of given) {
          const file = fileNameFor(one.title ?? one.text, taken);
          taken.add(file);
          texts.set(file, one.text);
          document.setIn(['articles', file], entryOf(one));
        }
        // What is said of an article stands there before it does: an embargo must never come second.
        await put([ENTRIES, document.toString({ lineWidth: 0 })], ...texts);
        added.push(...texts.keys());
        await refresh();
      }),
    write: (file: string, text: string): Promise<void> =>
      inTurn(async () => {
        await known(file);
        await put([file, text]);
        await refresh();
      }),
    /** Marks it as withdrawn with a reason, or with `null` no more. */
    withdraw: (file: string, reason: string | null): Promise<void> =>
      inTurn(async () => {
        await known(file);
        const document = await entries();
        if (reason === null) document.deleteIn(['articles', file, 'withdrawn']);
        else document.setIn(['articles', file, 'withdrawn'], reason);
        await put([ENTRIES, document.toString({ lineWidth: 0 })]);
        await refresh();
      }),
  };
}

function entryOf({ title, outlet, date, embargoUntil }: NewArticle): object {
  return {
    title,
    outlet,
    published: date === null ? { status: 'unknown' } : { status: 'exact', date, basis: 'feed' },
    ...(embargoUntil === undefined ? {} : { embargo_until: embargoUntil }),
  };
}

/** Characters of a title that go into a file's name. */
const LENGTH = 40;

/** "playground-night-ferry-to-run.txt": after its title, in letters that every file system takes, and not taken yet. */
export function fileNameFor(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .slice(0, 4 * LENGTH)
    .normalize('NFKD')
    .replaceAll(/[^a-zA-Z0-9]+/g, '-')
    .toLowerCase()
    .replace(/^-/, '')
    .slice(0, LENGTH)
    .replace(/-$/, '');
  const name = `playground-${plain === '' ? 'article' : plain}`;
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${name}.txt` : `${name}-${number}.txt`;
    if (!taken.has(file)) return file;
  }
}
