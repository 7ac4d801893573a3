import { type Article, NO_GROUNDS, type PublishedDate, sha256 } from '../article/article.js';
import { findStatedDate } from '../article/stated-date.js';
import { fault, type Fault } from '../fault.js';
import type { ArticleFacts } from '../metadata/article-facts.js';
import { ARTICLES_YML } from '../metadata/articles-yml.js';
import type { Contents } from '../formats/contents.js';
import { readContents } from '../formats/read-contents.js';
import { dayInName } from '../formats/markdown.js';

/**
 * One article from its file and its entry in articles.yml, which outranks what the file says of itself.
 * `article` is `null` when the file holds no words for a reader. Every claim about the words of the file
 * (evidence, problems) is checked against it; a claim that does not fit costs the entry.
 */
export function readArticle(
  source: {
    readonly file: string;
    readonly bytes: Uint8Array;
    readonly text: string;
    readonly writtenAt?: Date | undefined;
  },
  entry: ArticleFacts,
): { article: Article | null; faults: Fault[] } {
  const contents = readContents(source.file, source.text);
  const faults = contents.faults.map(({ key, message, isNote = false }) =>
    fault(isNote ? 'note' : 'error', source.file, message, key),
  );
  if (contents.paragraphs.length === 0) {
    faults.push(fault('error', source.file, `left out: ${contents.unusable ?? 'empty'}`));
    return { article: null, faults };
  }
  const hash = sha256(source.bytes);
  const entryOutdated = entry.sha256 !== undefined && entry.sha256 !== hash;
  if (entryOutdated)
    faults.push(
      fault(
        'warning',
        ARTICLES_YML,
        `the file's hash is ${hash} now: the entry is older than the file; look whether it still holds`,
        `${source.file} sha256`,
      ),
    );

  const fromEntry = factsThatHold(entry, contents, (key, message) =>
    faults.push(fault('error', ARTICLES_YML, message, `${source.file} ${key}`)),
  );
  const own = factsThatHold(contents.own, contents, (key, message) =>
    faults.push(fault('error', source.file, message, key)),
  );
  return {
    faults,
    article: {
      file: source.file,
      text: contents.text,
      sha256: hash,
      paragraphs: contents.paragraphs,
      title: fromEntry.title ?? own.title ?? null,
      outlet: fromEntry.outlet ?? own.outlet ?? null,
      authors: fromEntry.authors ?? own.authors ?? [],
      url: fromEntry.url ?? own.url ?? null,
      published: fromEntry.published ?? own.published ?? statedOrUnknown(source.file, contents),
      wording: fromEntry.wording ?? own.wording ?? 'as-printed',
      problems: fromEntry.problems ?? own.problems ?? [],
      embargo: fromEntry.embargo ?? own.embargo ?? null,
      withdrawn: fromEntry.withdrawn ?? own.withdrawn ?? null,
      usageTerms: fromEntry.usage_terms ?? own.usage_terms ?? null,
      entryOutdated,
      arrivedAt: source.writtenAt,
    },
  };
}

/** The facts, if the words they claim stand where they say; otherwise only their embargo. */
function factsThatHold(
  facts: ArticleFacts,
  contents: Contents,
  complain: (key: string, message: string) => void,
): ArticleFacts {
  const failing = claimsThatFail(facts, contents);
  for (const { key, message } of failing) complain(key, message);
  return failing.length === 0 ? facts : { embargo: facts.embargo };
}

/** What facts say of the words of a file that does not hold, key by key: evidence and problems. */
export function claimsThatFail(
  { published, problems = [] }: ArticleFacts,
  { text, paragraphs }: Pick<Contents, 'text' | 'paragraphs'>,
): { key: string; message: string }[] {
  const failing: { key: string; message: string }[] = [];
  const expectWords = (key: string, words: string, number: number): void => {
    const place = paragraphs[number - 1];
    if (place && text.slice(place.start, place.end).includes(words)) return;
    const message = place
      ? `“${words}” does not stand in paragraph ${number}; expected its words exactly as the file has them`
      : `there is no paragraph ${number}; the file has ${paragraphs.length}`;
    failing.push({ key, message });
  };

  if (published && published.status !== 'unknown' && published.evidence && published.paragraph)
    expectWords('published.evidence', published.evidence, published.paragraph);
  for (const [index, problem] of problems.entries()) {
    expectWords(`problems.${index}.text`, problem.text, problem.paragraph);
    for (const number of problem.also) expectWords(`problems.${index}.also`, '', number);
  }
  return failing;
}

function statedOrUnknown(file: string, { text, paragraphs }: Contents): PublishedDate {
  const stated = findStatedDate(text, paragraphs);
  if (!stated) return dayInName(file) ?? { status: 'unknown', reasoning: null };
  return { ...NO_GROUNDS, status: 'exact', basis: 'file', ...stated };
}
