import type { Article } from '../corpus/article/article.js';
import { claimsThatFail } from '../corpus/folder/read-article.js';
import { parseFacts } from '../corpus/metadata/article-facts.js';
import { nestsTooDeep } from '../corpus/metadata/parse-yaml.js';
import type { Entry, FieldError } from './protocol.js';

/** What keeps an entry from being read of this article, by the same rules as when the archive is read. */
export function faultsOfEntry(article: Article, entry: Entry): FieldError[] {
  if (nestsTooDeep(entry)) return [{ key: null, message: 'nested too deep' }];
  const { facts, faults } = parseFacts(entry);
  const wrong = faults.filter(({ isNote = false }) => !isNote);
  return [...wrong, ...claimsThatFail(facts, article)].map(({ key, message }) => ({
    key,
    message,
  }));
}
