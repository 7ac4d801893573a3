import type { Citation, Excerpt, Why } from '../answer/answer.js';
import {
  type Article,
  basisLabel,
  dateLabel,
  formatDay,
  type Problem,
} from '../corpus/article/article.js';
import type { Speaker } from '../quotes/quotations-in.js';

/**
 * The bot's own words around an answer, the same in every face; those of one kind of request alone stand with that kind.
 * They speak of the search and of the file, never of the world.
 */

/** Labels of two wordings of a sentence where they differ. */
export const AS_PASTED = 'As pasted';
export const AS_PRINTED = 'As printed';

export function outletLabel({ outlet }: Pick<Article, 'outlet'>): string {
  return outlet ?? 'Outlet not stated';
}

/** "CNN · Dec 5, 2024 · 000_cdfc808a8b69da1e.txt · paragraph 13" in its parts. */
export function sourceParts({ passage: { article, paragraph } }: Pick<Excerpt, 'passage'>): {
  outlet: string;
  date: string;
  file: string;
  paragraph: string;
} {
  return {
    outlet: outletLabel(article),
    date: dateLabel(article.published),
    file: article.file,
    paragraph: `paragraph ${paragraph.number}`,
  };
}

/** "000_cdfc808a8b69da1e.txt · paragraphs 13–15"; the paragraphs are all of one file. */
export function placeLabel(passages: readonly Excerpt['passage'][]): string {
  return `${passages[0]?.article.file ?? ''} · ${paragraphsLabel(passages)}`;
}

/** "paragraph 13", "paragraphs 13–15", "paragraphs 2, 11" */
export function paragraphsLabel(passages: readonly Excerpt['passage'][]): string {
  const numbers = [...new Set(passages.map(({ paragraph }) => paragraph.number))].toSorted(
    (a, b) => a - b,
  );
  const [first = 0, ...rest] = numbers;
  const last = rest.at(-1);
  if (last === undefined) return `paragraph ${first}`;
  const inARow = last - first === rest.length;
  return `paragraphs ${inARow ? `${first}–${last}` : numbers.join(', ')}`;
}

/** The source and the words in one line of plain text; of a withdrawn article the reason in place of the words. */
export function excerptLine(excerpt: Pick<Excerpt, 'passage' | 'text'>): string {
  const { outlet, date, file, paragraph } = sourceParts(excerpt);
  const [withdrawn] = withdrawnCaution(excerpt.passage.article);
  return `${outlet}, ${date}, ${file}, ${paragraph}: ${withdrawn ?? excerpt.text}`;
}

/** The same of excerpts of one article, whose source is said once. */
export function excerptsLine(excerpts: readonly Pick<Excerpt, 'passage' | 'text'>[]): string {
  return excerpts
    .map((excerpt, index) => {
      if (index === 0) return excerptLine(excerpt);
      return excerpt.passage.article.withdrawn === null
        ? `${sourceParts(excerpt).paragraph}: ${excerpt.text}`
        : sourceParts(excerpt).paragraph;
    })
    .join(' · ');
}

/** "the White House", "“she” → Claudia Sheinbaum": the words that stand with the quotation, and whose name they are taken for. */
export function speakerLine({ speaker: { name, mention } }: { readonly speaker: Speaker }): string {
  if (name === null) return 'speaker not stated here';
  if (mention === null) return name;
  const same = mention.text.replace(/^(?:the|an?) /i, '') === name;
  return same || mention.text === name ? mention.text : `“${mention.text}” → ${name}`;
}

/**
 * The other files that carry the same text, so that copies are not taken for corroboration; `null` when none does.
 * Where the whole article has copies, they are counted as one text: "7 files, one text".
 */
export function copiesLine({
  copies,
  sameText = [],
}: Pick<Citation, 'copies'> & Partial<Pick<Citation, 'sameText'>>): string | null {
  const others = new Map(
    [...copies.map(({ article }) => article), ...sameText].map((article) => [
      article.file,
      article,
    ]),
  );
  if (others.size === 0) return null;
  const files = [...others.values()].map(({ file, withdrawn }) =>
    withdrawn === null ? file : `${file} (withdrawn)`,
  );
  const named = files.slice(0, COPIES_NAMED).join(', ');
  const more =
    files.length > COPIES_NAMED ? ` and ${grouped(files.length - COPIES_NAMED)} more` : '';
  return sameText.length > 0
    ? `${plural(files.length + 1, 'file')}, one text: also in ${named}${more}.`
    : `The same text also in ${plural(files.length, 'other file')}: ${named}${more}.`;
}

const COPIES_NAMED = 3;

/** Why a passage stands where it does: the question's words in it, and what else speaks for it; how loudly is for programs. */
export function whyLine({ matched, signals }: Why): string {
  const { sentence, neighbours, sought, outlet, day, shown } = signals;
  const isSeveral = matched.length > 1;
  return [
    matched.length > 0
      ? `it has ${matched.map(quote).join(', ')}`
      : 'the headline over it has words of the question',
    ...(isSeveral && sentence >= WHOLE ? ['all in one sentence'] : []),
    ...(isSeveral && neighbours > 0 ? ['some side by side, as in the question'] : []),
    ...(sought > 0 ? ['it has the kind of thing asked for'] : []),
    ...(outlet > 0 ? ['it is from the outlet named'] : []),
    ...(day > 0 ? ['its date fits the day named'] : []),
    ...(shown > 0 ? ['it was just shown, or stands next to one that was'] : []),
  ].join('; ');
}

/** Of a signal that is a share: all of it, the rounding of sums left aside. */
const WHOLE = 0.999;

/**
 * What a reader must know of a passage before using it, most serious first. Of a withdrawn article this stands in place
 * of the words until somebody asks for them, so it quotes none of them either.
 */
export function cautions(excerpt: Pick<Excerpt, 'passage' | 'problems'>): string[] {
  const { withdrawn } = excerpt.passage.article;
  return allCautions(withdrawn === null ? excerpt : { ...excerpt, problems: [] });
}

/** The same where the words are shown in any case. */
export function allCautions({
  passage: { article, paragraph },
  problems,
}: Pick<Excerpt, 'passage' | 'problems'>): string[] {
  return [
    ...withdrawnCaution(article),
    ...problems.map((problem) => problemCaution(problem, paragraph.number)),
    ...fileCautions(article),
  ];
}

export function withdrawnCaution({ withdrawn }: Article): string[] {
  return withdrawn === null ? [] : [withdrawnLabel(withdrawn)];
}

export function withdrawnLabel(reason: string): string {
  return `Withdrawn: ${reason}`;
}

/** Wires write a line or two; what is cut off stands in the file. */
const TERMS_LENGTH = 200;

/** What a reader must know of a whole article, a withdrawal left aside. */
export function fileCautions(article: Article): string[] {
  return [
    ...wordingCaution(article),
    ...(article.usageTerms === null
      ? []
      : [`Terms of use: ${shorten(article.usageTerms, TERMS_LENGTH)}`]),
    ...(article.entryOutdated
      ? [
          'The file has changed since its outlet, date and known errors were noted; they may no longer fit.',
        ]
      : []),
  ];
}

/** What the date rests on: its basis, the words that show it, the reasoning. */
export function dateGrounds({ published }: Article): string[] {
  if (published.status === 'unknown')
    return [
      'Date unknown: nothing in the file or beside it states one.',
      ...(published.reasoning ? [published.reasoning] : []),
    ];
  return [
    `${capital(dateLabel(published))}: ${basisLabel(published)}.`,
    ...(published.evidence
      ? [
          `Evidence: “${published.evidence}”${published.paragraph ? ` (paragraph ${published.paragraph})` : ''}`,
        ]
      : []),
    ...(published.reasoning ? [published.reasoning] : []),
    ...(published.source ? [`Source: ${published.source}`] : []),
  ];
}

/**
 * How many of a list are shown, where `skipped` came before: "63 passages", "the best 3 of 63 passages", "the last of
 * 63 passages". `first` says what the first are.
 */
export function countShown(args: {
  readonly skipped: number;
  readonly shown: number;
  readonly total: number;
  readonly noun: string;
  readonly many?: string;
  readonly first?: string;
}): string {
  const { skipped, shown, total, noun, many, first = 'first' } = args;
  const all = plural(total, noun, many);
  if (skipped === 0 && shown === total) return all;
  const isLast = skipped + shown >= total;
  const which = skipped === 0 ? first : isLast ? 'last' : 'next';
  if (shown === 1) return which === 'next' ? `one more of ${all}` : `the ${which} of ${all}`;
  return `the ${which} ${grouped(shown)} of ${all}`;
}

/** The shown part of a question; the whole may be pages long. */
export function shorten(text: string, length = 120): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A known error of the text; `shown` is the number of the paragraph it is said under. */
export function problemCaution({ text, kind, note, paragraph }: Problem, shown: number): string {
  const where = paragraph === shown ? '' : ` (in paragraph ${paragraph}, and here)`;
  return `Known error, ${kind}${where}: “${text}”. ${note}`;
}

function wordingCaution({ wording }: Article): string[] {
  switch (wording) {
    case 'as-printed':
      return [];
    case 'retranslated':
      return ['Re-translated text: as printed in this file, not as spoken or first printed.'];
    case 'rewritten':
      return ['Rewritten text: as printed in this file, not as spoken or first printed.'];
  }
}

/** "Nov 22, 2026, 14:03 UTC" */
export function formatInstant(instant: Date): string {
  const iso = instant.toISOString();
  return `${formatDay(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}

export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : many}`;
}

export function grouped(count: number): string {
  return count.toLocaleString('en');
}

export function quote(words: string): string {
  return `“${words}”`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
