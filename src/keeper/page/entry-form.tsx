import { type EntryForm, type ProblemForm, type TextKey, toForm } from '../form.js';
import type { OpenedArticle } from '../protocol.js';
import { SelectField, TextField } from './fields.js';

/** The name of each field, for its label and for what is said of it. */
export const LABELS: Readonly<Record<TextKey, string>> = {
  outlet: 'Outlet',
  title: 'Headline',
  authors: 'Authors, one a line',
  url: 'Web address',
  status: 'The date is',
  date: 'Published on',
  earliest: 'Not before',
  latest: 'Not after',
  basis: 'It rests on',
  evidence: 'Evidence, word for word',
  paragraph: 'In paragraph',
  reasoning: 'Reasoning',
  source: 'Source',
  wording: 'Wording',
  embargo_until: 'Under embargo until',
  withdrawn: 'Withdrawn because',
};

const PROBLEM_LABELS: Readonly<Record<keyof ProblemForm, string>> = {
  paragraph: 'Paragraph',
  text: 'Words, exactly as printed',
  kind: 'Kind',
  note: 'Note',
  also: 'Also in paragraphs',
};

/** What the keeper calls a field: "Evidence, word for word", "Problem 2, kind". */
export function nameOfField(field: string): string {
  const [, index, key] = /^problems\.(\d+)\.(\w+)$/.exec(field) ?? [];
  if (index === undefined) return Object.entries(LABELS).find(([id]) => id === field)?.[1] ?? field;
  const label = Object.entries(PROBLEM_LABELS).find(([id]) => id === key)?.[1] ?? '';
  return `Problem ${Number(index) + 1}, ${label.toLowerCase()}`;
}

interface EntryFieldsProps {
  form: EntryForm;
  article: OpenedArticle;
  /** By field. */
  errors: Readonly<Record<string, string>>;
  onForm: (form: EntryForm) => void;
  /** The person writes about this paragraph now. */
  onAt: (paragraph: number | null) => void;
}

const STATUSES = {
  '': 'not stated here',
  exact: 'exact: one day, stated by somebody',
  inferred: 'inferred: within a range',
  unknown: 'unknown',
};
const BASES = {
  '': 'choose …',
  file: 'the file itself (a dateline)',
  feed: 'the feed or the CMS',
  text: 'the words of the article',
  outside: 'something outside the file',
};
const WORDINGS = {
  '': 'not stated here (as printed)',
  'as-printed': 'as printed',
  retranslated: 'translated back from another language',
  rewritten: 'rewritten',
};

/** Everything that articles.yml can say of an article. */
export function EntryFields({ form, article, errors, onForm, onAt }: EntryFieldsProps) {
  const { shown } = article;
  const written = toForm(article.entry);
  const field = (key: TextKey, own: string | null = null) => ({
    id: key,
    label: LABELS[key],
    value: form[key],
    error: errors[key],
    onInput: (value: string) => onForm({ ...form, [key]: value }),
    ...(written[key] === '' &&
      own !== null &&
      own !== '' && { hint: `The file itself says: ${own}` }),
  });
  const isDated = form.status === 'exact' || form.status === 'inferred';
  const toEvidence = () => onAt(Number(form.paragraph) || null);
  return (
    <>
      <fieldset>
        <legend>What it is</legend>
        <TextField {...field('outlet', shown.outlet)} />
        <TextField {...field('title', shown.title)} />
        <TextField {...field('authors', shown.authors.join(', '))} rows={2} />
        <TextField {...field('url', shown.url)} type="url" />
      </fieldset>

      <fieldset onFocusIn={toEvidence}>
        <legend>Date</legend>
        <p class="input-hint">{`Readers see: ${shown.date}`}</p>
        <SelectField {...field('status')} options={STATUSES} />
        {form.status === 'exact' ? <TextField {...field('date')} type="date" /> : null}
        {form.status === 'inferred' ? (
          <div class="side-by-side">
            <TextField {...field('earliest')} type="date" />
            <TextField {...field('latest')} type="date" />
          </div>
        ) : null}
        {isDated ? (
          <>
            <SelectField {...field('basis')} options={BASES} />
            <TextField {...field('evidence')} rows={2} hint="Select the words in the article." />
            <TextField {...field('paragraph')} />
          </>
        ) : null}
        {form.status === '' ? null : <TextField {...field('reasoning')} rows={3} />}
        {isDated ? <TextField {...field('source')} rows={2} /> : null}
      </fieldset>

      <fieldset>
        <legend>How it may be shown</legend>
        <SelectField {...field('wording')} options={WORDINGS} />
        <TextField
          {...field('embargo_until')}
          hint={
            whenItEnds(form.embargo_until) ??
            'Day, hour and zone, such as 2025-02-01T06:00:00-05:00'
          }
        />
        <TextField
          {...field('withdrawn')}
          rows={2}
          hint="The reason is shown in place of the article’s words. Empty: it stands."
        />
      </fieldset>

      <fieldset>
        <legend>{`Known problems (${form.problems.length})`}</legend>
        <p class="input-hint">Select the words in the article, then press Note a problem.</p>
        {form.problems.map((problem, index) => (
          <ProblemFields
            // Those that are left are the same when one is taken out.
            key={index}
            index={index}
            problem={problem}
            errors={errors}
            onFocus={() => onAt(Number(problem.paragraph) || null)}
            onProblem={(changed) =>
              onForm({
                ...form,
                problems: form.problems.flatMap((each, at) =>
                  at === index ? (changed ?? []) : each,
                ),
              })
            }
          />
        ))}
      </fieldset>
    </>
  );
}

/** "It ends on Saturday, February 1, 2025 at 12:00 PM here." */
function whenItEnds(typed: string): string | null {
  const instant = new Date(/T.*(?:Z|[+-]\d\d:\d\d)$/.test(typed) ? typed : '');
  if (Number.isNaN(instant.getTime())) return null;
  const words = instant.toLocaleString('en-US', { dateStyle: 'full', timeStyle: 'short' });
  return `It ends on ${words} here.`;
}

interface ProblemFieldsProps {
  index: number;
  problem: ProblemForm;
  errors: Readonly<Record<string, string>>;
  onFocus: () => void;
  /** `null` takes it out. */
  onProblem: (problem: ProblemForm | null) => void;
}

function ProblemFields({ index, problem, errors, onFocus, onProblem }: ProblemFieldsProps) {
  const field = (key: keyof ProblemForm) => ({
    id: `problems.${index}.${key}`,
    label: PROBLEM_LABELS[key],
    value: problem[key],
    error: errors[`problems.${index}.${key}`],
    onInput: (value: string) => onProblem({ ...problem, [key]: value }),
  });
  return (
    <fieldset class="problem" onFocusIn={onFocus}>
      <legend>{`Problem ${index + 1}`}</legend>
      <TextField {...field('text')} rows={2} />
      <TextField {...field('kind')} />
      <TextField {...field('note')} rows={3} />
      <div class="side-by-side">
        <TextField {...field('paragraph')} />
        <TextField {...field('also')} />
      </div>
      <button type="button" class="button" onClick={() => onProblem(null)}>
        {`Take out problem ${index + 1}`}
      </button>
    </fieldset>
  );
}
