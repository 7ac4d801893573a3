import type { Entry } from './protocol.js';

/** What the keeper types about one problem. */
export interface ProblemForm {
  readonly paragraph: string;
  readonly text: string;
  readonly kind: string;
  readonly note: string;
  /** Further paragraphs: "3, 14". */
  readonly also: string;
}

const PLAIN = ['title', 'outlet', 'url', 'wording', 'embargo_until', 'withdrawn'] as const;
const PUBLISHED = [
  'status',
  'date',
  'earliest',
  'latest',
  'basis',
  'evidence',
  'paragraph',
  'reasoning',
  'source',
] as const;
const PROBLEM = ['paragraph', 'text', 'kind', 'note', 'also'] as const;

type PublishedKey = (typeof PUBLISHED)[number];
const TEXTS = [...PLAIN, ...PUBLISHED, 'authors'] as const;
/** A field that holds one text. */
export type TextKey = (typeof TEXTS)[number];

/** An entry of articles.yml as it is typed; an empty text is not stated. */
export interface EntryForm extends Readonly<Record<TextKey, string>> {
  readonly problems: readonly ProblemForm[];
  /** The keeper has looked: the entry holds for the file as it is now. */
  readonly fits: boolean;
}

/** The form of an entry, whatever stands in it. */
export function toForm(entry: Entry | null): EntryForm {
  const { title, outlet, url, wording, embargo_until, withdrawn, authors, problems } = entry ?? {};
  const { status, date, earliest, latest, basis, ...grounds } = asObject(entry?.['published']);
  const { evidence, paragraph, reasoning, source } = grounds;
  return {
    title: asText(title),
    outlet: asText(outlet),
    authors: Array.isArray(authors) ? authors.map(asText).join('\n') : asText(authors),
    url: asText(url),
    status: asText(status),
    date: asText(date),
    earliest: asText(earliest),
    latest: asText(latest),
    basis: asText(basis),
    evidence: asText(evidence),
    paragraph: asText(paragraph),
    reasoning: asText(reasoning),
    source: asText(source),
    wording: asText(wording),
    embargo_until: asText(embargo_until),
    withdrawn: asText(withdrawn),
    problems: Array.isArray(problems) ? problems.map(toProblem) : [],
    fits: false,
  };
}

function toProblem(value: unknown): ProblemForm {
  const { paragraph, text, kind, note, also } = asObject(value);
  return {
    paragraph: asText(paragraph),
    text: asText(text),
    kind: asText(kind),
    note: asText(note),
    also: Array.isArray(also) ? also.map(asText).join(', ') : asText(also),
  };
}

/** The keys of an entry, in the order in which they are written. */
const ORDER = [
  'sha256',
  'title',
  'outlet',
  'authors',
  'url',
  'published',
  'wording',
  'embargo_until',
  'withdrawn',
  'problems',
];

/** The entry that a form asks for. What was not touched stays as it was written, right or wrong. */
export function toEntry(form: EntryForm, entry: Entry | null, sha256: string): Entry {
  const before = toForm(entry);
  const wanted: Record<string, unknown> = { ...entry };
  if (form.fits) wanted['sha256'] = sha256;
  for (const key of PLAIN) if (form[key] !== before[key]) wanted[key] = form[key].trim() || null;
  if (form.authors !== before.authors) wanted['authors'] = linesOf(form.authors);
  if (PUBLISHED.some((key) => form[key] !== before[key]))
    wanted['published'] = publishedOf(form, before, asObject(entry?.['published']));
  if (!sameProblems(form.problems, before.problems))
    wanted['problems'] = problemsOf(form.problems, entry?.['problems']);
  const keys = [...ORDER, ...Object.keys(wanted).filter((key) => !ORDER.includes(key))];
  return Object.fromEntries(keys.filter((key) => key in wanted).map((key) => [key, wanted[key]]));
}

/** Which keys of a date are stated beside its status. */
const OF_STATUS: Record<string, readonly PublishedKey[]> = {
  exact: ['date', 'basis', 'evidence', 'paragraph', 'reasoning', 'source'],
  inferred: ['earliest', 'latest', 'basis', 'evidence', 'paragraph', 'reasoning', 'source'],
  unknown: ['reasoning'],
};

function publishedOf(form: EntryForm, before: EntryForm, was: Entry): Entry | null {
  if (form.status === '') return null;
  const published: Record<string, unknown> = { status: form.status };
  for (const key of OF_STATUS[form.status] ?? []) {
    const typed = form[key].trim();
    if (form[key] === before[key] && key in was) published[key] = was[key];
    else if (typed !== '') published[key] = key === 'paragraph' ? asNumber(typed) : typed;
    // Days must be there, so that what is missing is said of them.
    else if (key === 'date' || key === 'earliest' || key === 'latest') published[key] = '';
    else if (key in was) published[key] = null;
  }
  return published;
}

function problemsOf(problems: readonly ProblemForm[], was: unknown): unknown[] {
  const written: unknown[] = Array.isArray(was) ? was : [];
  return problems.map((problem) => {
    const same = written.find((one) => sameProblem(toProblem(one), problem));
    if (same !== undefined) return same;
    const { paragraph, text, kind, note } = problem;
    const also = problem.also.split(/[\s,]+/).filter((number) => number !== '');
    return {
      paragraph: asNumber(paragraph.trim()),
      text: text.trim(),
      kind: kind.trim(),
      note: note.trim(),
      ...(also.length > 0 && { also: also.map(asNumber) }),
    };
  });
}

/** Whether anything was typed. */
export function isChanged(form: EntryForm, before: EntryForm): boolean {
  return (
    form.fits !== before.fits ||
    TEXTS.some((key) => form[key] !== before[key]) ||
    !sameProblems(form.problems, before.problems)
  );
}

/** What somebody typed into the form `before`, on top of what it has become meanwhile. */
export function mineOnTop(mine: EntryForm, before: EntryForm, now: EntryForm): EntryForm {
  const typed = TEXTS.filter((key) => mine[key] !== before[key]);
  const has = (list: readonly ProblemForm[], one: ProblemForm): boolean =>
    list.some((each) => sameProblem(each, one));
  const removed = before.problems.filter((each) => !has(mine.problems, each));
  const added = mine.problems.filter(
    (each) => !has(before.problems, each) && !has(now.problems, each),
  );
  return {
    ...now,
    ...Object.fromEntries(typed.map((key) => [key, mine[key]])),
    problems: [...now.problems.filter((each) => !has(removed, each)), ...added],
  };
}

/** The field of the form in which a key of the entry is typed; `null` where there is none. */
export function fieldOf(key: string | null): string | null {
  if (key === null) return null;
  if (key === 'published') return 'status';
  const [first = '', index, inner] = key.split('.');
  if (first === 'problems') return `problems.${index ?? 0}.${inner ?? 'text'}`;
  const field = first === 'published' ? (index ?? '') : first;
  return TEXTS.some((each) => each === field) ? field : null;
}

function sameProblem(one: ProblemForm, other: ProblemForm): boolean {
  return PROBLEM.every((key) => one[key] === other[key]);
}

function sameProblems(some: readonly ProblemForm[], others: readonly ProblemForm[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index];
      return other !== undefined && sameProblem(one, other);
    })
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function asNumber(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function asObject(value: unknown): Entry {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
