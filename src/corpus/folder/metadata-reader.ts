import { sameFaults, type Fault } from '../fault.js';
import {
  ARTICLES_YML,
  brokenYml,
  keepLastGood,
  matchEntries,
  NO_ENTRIES,
  parseArticlesYml,
  type ArticlesYml,
  type ParsedYml,
} from '../metadata/articles-yml.js';
import { parseSourcesYml, SOURCES_YML, unusable } from '../metadata/sources-yml.js';
import {
  NO_SYNONYMS,
  parseSynonymsYml,
  SYNONYMS_YML,
  withoutGroups,
  type SynonymGroups,
  type SynonymsYml,
} from '../metadata/synonyms-yml.js';
import type { ArticleFolder, FolderEntry } from './article-folder.js';
import { MAX_METADATA_BYTES, readText } from './read-text.js';

/** What articles.yml and synonyms.yml say of the files there are; of sources.yml, only what is wrong with it. */
export interface Metadata extends ArticlesYml {
  readonly synonyms: SynonymGroups;
  /** One of them was written since the last time, or has other faults. */
  readonly changed: boolean;
}

/** Reads the files about the articles that stand beside them; each again when its stamp is another. An edit that breaks one loses nothing. */
export function createMetadataReader(folder: ArticleFolder): {
  read(entries: readonly FolderEntry[], files: readonly string[]): Promise<Metadata>;
} {
  let ymlStamp: string | null = null;
  let yml = NO_ENTRIES;
  let synonymsStamp: string | null = null;
  let synonyms = NO_SYNONYMS;
  let sourcesStamp: string | null = null;
  let sourcesFaults: readonly Fault[] = [];
  let lastFaults: readonly Fault[] = [];

  async function readYml(): Promise<ParsedYml> {
    const read = await readText(folder, ARTICLES_YML, MAX_METADATA_BYTES);
    if (!('reason' in read)) return parseArticlesYml(read.text);
    return brokenYml(Buffer.from(read.bytes ?? []).toString('latin1'), [
      `left out: ${read.reason}`,
    ]);
  }

  async function readSynonyms(): Promise<SynonymsYml> {
    const read = await readText(folder, SYNONYMS_YML);
    if (!('reason' in read)) return parseSynonymsYml(read.text, synonyms.groups);
    return withoutGroups([{ message: `left out: ${read.reason}` }], synonyms.groups);
  }

  async function checkSources(): Promise<readonly Fault[]> {
    const read = await readText(folder, SOURCES_YML);
    if (!('reason' in read)) return parseSourcesYml(read.text).faults;
    return unusable(`left out: ${read.reason}`).faults;
  }

  return {
    async read(entries, files) {
      const stampOf = (wanted: string): string | null =>
        entries.find(({ name }) => name === wanted)?.stamp ?? null;
      const now = {
        yml: stampOf(ARTICLES_YML),
        synonyms: stampOf(SYNONYMS_YML),
        sources: stampOf(SOURCES_YML),
      };
      let changed = false;
      if (now.yml !== ymlStamp) {
        // Deleted, it holds on too: labels and embargoes must not fall with a slip of the hand.
        yml = keepLastGood(yml, now.yml === null ? brokenYml('', ['is gone']) : await readYml());
        ymlStamp = now.yml;
        changed = true;
      }
      if (now.synonyms !== synonymsStamp) {
        synonyms = now.synonyms === null ? NO_SYNONYMS : await readSynonyms();
        synonymsStamp = now.synonyms;
        changed = true;
      }
      if (now.sources !== sourcesStamp) {
        sourcesFaults = now.sources === null ? [] : await checkSources();
        sourcesStamp = now.sources;
      }
      const matched = matchEntries(yml, files);
      const faults = [...matched.faults, ...synonyms.faults, ...sourcesFaults];
      changed ||= !sameFaults(lastFaults, faults);
      lastFaults = faults;
      const synonymsFallBack = synonyms.faults.length > 0 && synonyms.groups.length > 0;
      return {
        ...matched,
        faults,
        synonyms: synonyms.groups,
        fallbacks: synonymsFallBack
          ? [...matched.fallbacks, { file: SYNONYMS_YML, article: null }]
          : matched.fallbacks,
        changed,
      };
    },
  };
}
