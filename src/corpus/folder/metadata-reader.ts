import type { ArticleFacts } from '../metadata/article-facts.js';
import type { ArticleFolder, FolderEntry } from './article-folder.js';
import {
  ARTICLES_YML,
  brokenYml,
  keepLastGood,
  matchEntries,
  NO_ENTRIES,
  parseArticlesYml,
  type ParsedYml,
} from '../metadata/articles-yml.js';
import type { Corpus } from './corpus.js';
import { sameFaults, type Fault } from '../fault.js';
import { readText } from './read-text.js';
import {
  parseSynonymsYml,
  SYNONYMS_YML,
  withoutGroups,
  type SynonymGroups,
} from '../metadata/synonyms-yml.js';

/** What articles.yml and synonyms.yml say of the files there are. */
export interface Metadata extends Pick<Corpus, 'synonyms' | 'held' | 'faultsOf'> {
  readonly entries: ReadonlyMap<string, ArticleFacts>;
  /** Of the two files themselves and of entries without an article. */
  readonly faults: readonly Fault[];
  /** Something here is another than the last time. */
  readonly changed: boolean;
}

/** Reads the two files beside the articles; each again when its stamp is another. An edit that breaks one loses nothing. */
export function createMetadataReader(folder: ArticleFolder): {
  read(entries: readonly FolderEntry[], files: readonly string[]): Promise<Metadata>;
} {
  let ymlStamp: string | null = null;
  let yml: ParsedYml = NO_ENTRIES;
  let synonymsStamp: string | null = null;
  let synonyms: { groups: SynonymGroups; faults: readonly Fault[] } = { groups: [], faults: [] };
  let last: { files: readonly string[]; metadata: Metadata } | null = null;

  async function readYml(): Promise<ParsedYml> {
    const read = await readText(folder, ARTICLES_YML);
    if (!('reason' in read)) return parseArticlesYml(read.text);
    return brokenYml(Buffer.from(read.bytes ?? []).toString('latin1'), [
      `left out: ${read.reason}`,
    ]);
  }

  async function readSynonyms(before: SynonymGroups): Promise<typeof synonyms> {
    const read = await readText(folder, SYNONYMS_YML);
    if (!('reason' in read)) return parseSynonymsYml(read.text, before);
    return withoutGroups([{ message: `left out: ${read.reason}`, key: null }], before);
  }

  return {
    async read(entries, files) {
      const stampOf = (wanted: string): string | null =>
        entries.find(({ name }) => name === wanted)?.stamp ?? null;
      let changed = last === null;
      const newYmlStamp = stampOf(ARTICLES_YML);
      if (newYmlStamp !== ymlStamp) {
        const now = newYmlStamp === null ? brokenYml('', ['is gone']) : await readYml();
        // Deleted, it holds on too: labels and embargoes must not fall with a slip of the hand.
        yml = keepLastGood(yml, now);
        ymlStamp = newYmlStamp;
        changed = true;
      }
      const newSynonymsStamp = stampOf(SYNONYMS_YML);
      if (newSynonymsStamp !== synonymsStamp) {
        synonyms =
          newSynonymsStamp === null
            ? { groups: [], faults: [] }
            : await readSynonyms(synonyms.groups);
        synonymsStamp = newSynonymsStamp;
        changed = true;
      }
      if (!changed && last !== null && isSameList(last.files, files))
        return { ...last.metadata, changed: false };
      const matched = matchEntries(yml, files);
      const faults = [...matched.faults, ...synonyms.faults];
      const metadata: Metadata = {
        entries: matched.entries,
        faults,
        faultsOf: matched.faultsOf,
        synonyms: synonyms.groups,
        held: [
          ...matched.held,
          ...(synonyms.faults.length > 0 && synonyms.groups.length > 0
            ? [{ file: SYNONYMS_YML, article: null }]
            : []),
        ],
        changed: changed || last === null || !sameFaults(last.metadata.faults, faults),
      };
      last = { files, metadata };
      return metadata;
    },
  };
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
