import { fault, type Fault } from '../fault.js';
import { parseFacts, type ArticleFacts } from './article-facts.js';
import { isObject, parseYaml } from './parse-yaml.js';

/** The metadata file that stands beside the articles. */
export const ARTICLES_YML = 'articles.yml';

/** What articles.yml says, by file name, and what is wrong with it. */
export interface ArticlesYml {
  readonly entries: ReadonlyMap<string, ArticleFacts>;
  /** Of the file as a whole, and of entries without an article. */
  readonly faults: readonly Fault[];
  /** Of single entries, by file name. */
  readonly faultsOf: ReadonlyMap<string, readonly Fault[]>;
  readonly fallbacks: readonly MetadataFallback[];
}

/** Metadata that an edit broke: what it said before is used until it is mended. */
export interface MetadataFallback {
  /** articles.yml or synonyms.yml. */
  readonly file: string;
  /** The one article that it concerns; `null` when all of it. */
  readonly article: string | null;
}

/** One entry as it was written. */
interface YmlEntry {
  readonly key: string;
  readonly facts: ArticleFacts;
  readonly faults: readonly Fault[];
  /** An edit broke it: the facts are those it stated before. */
  readonly isFallback: boolean;
}

/** articles.yml by itself, before it is compared with the files there are. Entries go by their key in Unicode's NFC. */
export interface ParsedYml {
  readonly entries: ReadonlyMap<string, YmlEntry>;
  readonly faults: readonly Fault[];
  /** Why the entries cannot be told, with whatever of the source can be read; `null` when they can. */
  readonly broken: { readonly source: string; readonly messages: readonly string[] } | null;
}

/** An archive without articles.yml. */
export const NO_ENTRIES: ParsedYml = { entries: new Map(), faults: [], broken: null };

/** Checks articles.yml entry by entry: a faulty entry costs its own article the metadata and no other. */
export function parseArticlesYml(source: string): ParsedYml {
  const { value, errors } = parseYaml(source);
  if (errors.length > 0)
    return brokenYml(
      source,
      errors.map((error) => `is not readable as YAML: ${error}`),
    );
  if (value === null || value === undefined) return NO_ENTRIES;
  if (!isObject(value) || !isObject(value['articles']))
    return brokenYml(source, [
      'expected "version: 1" and "articles:" with one entry for each file',
    ]);

  const faults: Fault[] = [];
  if (value['version'] !== 1)
    faults.push(wrong(`${JSON.stringify(value['version']) ?? 'missing'}; expected 1`, 'version'));
  for (const key of Object.keys(value))
    if (key !== 'version' && key !== 'articles')
      faults.push(wrong('is not a key known here; expected version and articles', key));
  const entries = new Map<string, YmlEntry>();
  for (const [key, written] of Object.entries(value['articles'])) {
    const { facts, faults: found } = parseFacts(written ?? {});
    entries.set(key.normalize('NFC'), {
      key,
      facts,
      isFallback: false,
      faults: found.map(({ key: inner, message }) =>
        wrong(message, inner === null ? key : `${key} ${inner}`),
      ),
    });
  }
  return { entries, faults, broken: null };
}

function wrong(message: string, key: string | null = null): Fault {
  return fault('error', ARTICLES_YML, message, key);
}

/** An articles.yml whose entries cannot be told; `source` is whatever can be read of it. */
export function brokenYml(source: string, messages: readonly string[]): ParsedYml {
  return { ...NO_ENTRIES, broken: { source, messages } };
}

/**
 * An edit that breaks the file, or an entry of it, loses nothing: what was read before holds until it is mended.
 * An embargo that a broken entry states or stated keeps its article hidden.
 */
export function keepLastGood(before: ParsedYml, now: ParsedYml): ParsedYml {
  if (now.broken !== null) return { ...before, faults: [], broken: now.broken };
  const entries = new Map(now.entries);
  for (const [name, entry] of now.entries) {
    const last = before.entries.get(name);
    if (entry.faults.length === 0 || last === undefined) continue;
    entries.set(name, {
      ...entry,
      isFallback: true,
      facts: { ...last.facts, embargo: entry.facts.embargo ?? last.facts.embargo },
      faults: entry.faults.map((each) => ({
        ...each,
        message: `${each.message}; until it is mended the last good entry holds`,
      })),
    });
  }
  return { ...now, entries };
}

/**
 * What articles.yml says of the files there are. Where its entries cannot be told and none were read before, every
 * article goes without metadata; if it speaks of embargoes, the articles it names stay hidden, since what it wanted
 * to hide can no longer be told.
 */
export function matchEntries(
  { entries, faults, broken }: ParsedYml,
  files: readonly string[],
): ArticlesYml {
  // A file system may spell an accent in two ways; both name the same file.
  const known = new Map(files.map((file) => [file.normalize('NFC'), file]));
  const matched = new Map<string, ArticleFacts>();
  const found = [...faults];
  const faultsOf = new Map<string, readonly Fault[]>();
  const fallbacks: MetadataFallback[] = [];
  for (const [name, entry] of entries) {
    const file = known.get(name);
    if (file !== undefined) {
      matched.set(file, entry.facts);
      if (entry.faults.length > 0) faultsOf.set(file, entry.faults);
      if (entry.isFallback) fallbacks.push({ file: ARTICLES_YML, article: file });
    } else if (broken === null)
      found.push(wrong('there is no article file of this name in the folder', entry.key));
  }
  if (broken === null) return { entries: matched, faults: found, faultsOf, fallbacks };

  const written = broken.source.normalize('NFC');
  const hidden = written.includes('embargo')
    ? files.filter((file) => !matched.has(file) && written.includes(file.normalize('NFC')))
    : [];
  for (const file of hidden) matched.set(file, { embargo: 'held' });
  const consequence = [
    entries.size > 0 ? 'what it said before holds' : 'no article has its metadata',
    ...(hidden.length > 0
      ? [`${hidden.length} stay hidden because the file speaks of embargoes`]
      : []),
  ].join(', and ');
  return {
    entries: matched,
    faultsOf,
    fallbacks: entries.size > 0 ? [{ file: ARTICLES_YML, article: null }] : [],
    faults: broken.messages.map((message) =>
      wrong(`${message}; until it is mended ${consequence}`),
    ),
  };
}
