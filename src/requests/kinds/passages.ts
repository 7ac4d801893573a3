import { z } from 'zod';
import type { Answer, Citation, Freshness, ListedAnswer } from '../../answer/answer.js';
import { formatDay } from '../../corpus/article/article.js';
import type { Kind, Reply } from '../kind.js';
import { toCitationJson, toQuestionJson, type CitationJson, type QuestionJson } from '../json.js';
import {
  cautionLines,
  citedLines,
  noteLine,
  proofOf,
  shownOf,
  sourceLine,
  type Entry,
  type Line,
  type Listing,
  type QuestionAsked,
} from '../listing.js';
import { respell } from '../respell.js';
import {
  copiesLine,
  countShown,
  excerptsLine,
  plural,
  quote,
  shorten,
  whyLine,
} from '../wording.js';

const schema = z.object({ kind: z.literal('passages'), question: z.string() });

/** Passages that answer a question: what is asked with no word before it. */
export const passages: Kind<z.infer<typeof schema>, AnswerJson> = {
  schema,
  usage: [
    {
      write: 'panama',
      gives: 'the passages that say it, word for word, with file, paragraph and date',
    },
    { write: '"safe third country"', gives: 'an exact phrase' },
    { write: 'sheinbaum -trump', gives: 'with one word, without another' },
    { write: 'tariffs since:2025-03', gives: 'by date; also before:2025-02-01' },
    { write: 'panama from:cnn', gives: 'by outlet, or by file: from:003' },
  ],
  parse: (question) => ({ kind: 'passages', question }),
  subject: ({ question }) => question,
  async answer(archive, { request, skip, thread }, limit) {
    return replyWithPassages(await archive.ask(request.question, { limit, skip, thread }));
  },
};

export interface AnswerJson extends QuestionJson {
  kind: 'passages';
  citations: CitationJson[];
}

export function replyWithPassages(answer: ListedAnswer): Reply<AnswerJson> {
  return {
    listing: listingOf(answer),
    json(explain) {
      const { query, status, missing, total, ...rest } = toQuestionJson(answer);
      return {
        kind: 'passages',
        query,
        status,
        missing,
        total,
        citations: answer.citations.map((citation) => toCitationJson(citation, explain)),
        ...rest,
      };
    },
  };
}

function listingOf(answer: ListedAnswer): Listing {
  const { question, thread, listed, total, reachable } = answer;
  const { entries, skipped, before } = listed;
  const asked = { question: question.text, thread };
  const toRequest = (text: string): z.infer<typeof schema> => ({
    kind: 'passages',
    question: text,
  });
  const here = { request: toRequest(question.text), skip: skipped, thread };
  const seen = (shown: number): number => before + entries.slice(0, shown).flat().length;
  return {
    asked: here,
    respelled: respell(answer, here, toRequest),
    order: 'rank',
    pageSize: entries.length,
    said: (shown) => [
      headline(answer, seen(shown)),
      ...(shown > 0 ? notedLines(answer) : []),
      ...questionNotices(withoutNoted(answer)),
      ...(seen(shown) >= reachable ? unreachedNotices(answer) : []),
    ],
    entries: entries.map((citations, index) =>
      citationEntry(citations, skipped + index + 1, asked),
    ),
    more: (shown) => (seen(shown) < reachable ? total - seen(shown) : 0),
    searched: answer.searched,
  };
}

/** Passages that are read as one, the first under its source, and what to know of them, each thing once. */
export function citationEntry(
  citations: readonly Citation[],
  number: number,
  asked: QuestionAsked | null,
): Entry {
  const said = new Set<string>();
  return {
    number,
    parts: citations.map((citation) => ({
      lines: [
        sourceLine(citation),
        ...citationLines(citation).filter((line) => {
          if (line.kind !== 'note' && line.kind !== 'caution') return true;
          const isNew = !said.has(line.text);
          said.add(line.text);
          return isNew;
        }),
      ],
      proof: proofOf(citation, asked),
    })),
    line: excerptsLine(citations),
    cites: shownOf(citations),
  };
}

/** The cited words, the question's own standing out, and what belongs to them; `remarks` come right after the words. */
export function citationLines(citation: Citation, remarks: readonly string[] = []): Line[] {
  const copies = copiesLine(citation);
  return [
    ...citedLines(citation),
    ...remarks.map(noteLine),
    ...(copies === null ? [] : [noteLine(copies)]),
    { kind: 'why', text: whyLine(citation.why) },
    ...cautionLines([citation]),
  ];
}

/** What became of the question, in one line; what is counted are passages. */
function headline(
  { question, status, listed: { before }, total }: ListedAnswer,
  seen: number,
): string {
  const asked = quote(shorten(question.text));
  if (status === 'nothing') return `Nothing found for ${asked}.`;
  const shown = seen - before;
  if (shown === 0) return `No more passages for ${asked}.`;
  const isFound = status === 'found';
  const first = isFound ? 'best' : 'nearest';
  const count = countShown({ skipped: before, shown, total, noun: 'passage', first });
  if (isFound || before > 0 || shown < total) return `${asked}: ${count}`;
  return `${asked}: ${count} ${total === 1 ? 'comes' : 'come'} near`;
}

/** What a note names is none of the article's words. */
function notedLines({ noted, listed: { before } }: ListedAnswer): string[] {
  if (noted.length === 0 || before > 0) return [];
  const names = listWords(noted);
  return [
    `No article has ${names}. A note below does: it is the archive keeper’s, not the article’s.`,
  ];
}

/** What is said of the words that neither articles nor notes have; of no passage, only that the archive has none of them. */
function withoutNoted({ listed, ...answer }: ListedAnswer): Answer {
  const isNoted = (word: string): boolean => answer.noted.includes(word);
  const isPast = answer.status !== 'nothing' && listed.entries.length === 0;
  return {
    ...answer,
    absent: listed.absent.filter((word) => !isNoted(word)),
    missing: isPast ? [] : listed.missing.filter((word) => !isNoted(word)),
    apart: listed.apart,
  };
}

/** What no More leads to. */
function unreachedNotices({ total, reachable }: Answer): string[] {
  return total > reachable
    ? [
        `${plural(total - reachable, 'further passage')} fit less well and are not shown; ask with more words to reach them.`,
      ]
    : [];
}

/** How the question was read, and what the reader should know before the passages. */
export function questionNotices(answer: Answer): string[] {
  const { question, searched } = answer;
  const said: string[] = [];
  if (answer.readAs !== null) said.push(`I looked for: ${shorten(answer.readAs)}`);
  if (question.words.length === 0)
    said.push('The question has no word to look for: add a name or a subject, such as panama.');
  for (const { typed, as } of answer.corrected)
    said.push(`Showing results for “${as}”; the archive has no “${typed}”.`);
  if (answer.phrasesMissing && answer.status !== 'nothing')
    said.push(
      `No passage has ${question.phrases.map((words) => quote(words.join(' '))).join(' and ')} word for word; these have words of it.`,
    );
  said.push(...lackingLines(answer));
  if (answer.noneHolds !== null && answer.noneHolds !== 'reason')
    said.push(
      `${NONE_HOLDS[answer.noneHolds]} the passages just shown, nor right before or after them.`,
    );
  const filters = filterWords(answer);
  if (filters !== '') said.push(`Only ${filters}.`);
  if (answer.undated > 0)
    said.push(
      `${plural(answer.undated, 'matching passage')} left out because nothing states a date for the article.`,
    );
  for (const source of answer.unknownSources) said.push(unknownSource(source, searched));
  if (answer.status === 'nothing') {
    said.push(
      `Searched ${plural(searched.articles, 'article')}, ${plural(searched.passages, 'passage')}.`,
    );
    if (answer.nearest.length > 0)
      said.push(`Nearest spellings in the archive: ${answer.nearest.map(quote).join(', ')}.`);
  }
  return said;
}

export function unknownSource(source: string, { outlets }: Freshness): string {
  return `No article is from ${quote(source)}. Outlets stated here: ${outlets.join(', ') || 'none'}; or use the beginning of a file name.`;
}

/** What the archive or the passages shown do not have; each is true of what is shown. */
function lackingLines({ status, absent, missing, apart }: Answer): string[] {
  const elsewhere = missing.filter((word) => !absent.includes(word));
  // "Nothing found for “brexit”" has said it already.
  if (status === 'nothing' && elsewhere.length === 0) return [];
  return [
    ...(absent.length > 0 ? [`The archive has no ${listWords(absent)}.`] : []),
    ...(status !== 'nothing' && elsewhere.length > 0
      ? [`Not in these passages: ${listWords(elsewhere)}.`]
      : []),
    ...(status === 'partial' && apart ? ['None of these passages holds all of it.'] : []),
  ];
}

/** Nobody goes through more of them. */
const WORDS_LISTED = 5;

function listWords(words: readonly string[]): string {
  return words.slice(0, WORDS_LISTED).map(quote).join(', ');
}

const NONE_HOLDS = {
  figure: 'No number of anything (days and years left aside) stands in',
  day: 'No day, month or year stands in',
  speaker: 'No “said”, “wrote” or the like stands in',
  quotation: 'No words in quotation marks stand in',
};

/** "from “cnn”, since Jan 1, 2025" */
export function filterWords({
  question: { filters, without, phrases, phrasesBind },
}: Pick<Answer, 'question'>): string {
  return [
    ...(filters.from.length > 0 ? [`from ${filters.from.map(quote).join(' or ')}`] : []),
    ...(filters.since === null ? [] : [`since ${formatDay(filters.since)}`]),
    ...(filters.before === null ? [] : [`before ${formatDay(filters.before)}`]),
    ...(phrases.length > 0 && phrasesBind
      ? [`with ${phrases.map((words) => quote(words.join(' '))).join(' and ')}`]
      : []),
    ...(without.length > 0
      ? [`without ${without.map((words) => quote(words.join(' '))).join(' or ')}`]
      : []),
  ].join(', ');
}
