import { z } from 'zod';
import { type Embargo, isDay } from '../article/article.js';

/** A key that does not say what it should. `message` names what was given and what was expected. */
export interface FactsFault {
  readonly key: string | null;
  readonly message: string;
  /** Nothing is lost by it. */
  readonly isNote?: boolean;
}

const line = z.string().trim().min(1, 'empty; expected words');
const day = z.string().refine(isDay, {
  error: ({ input }) =>
    `${input === '' ? 'missing' : `${show(input)} is not a day of the calendar`}; expected one such as 2025-01-15`,
});
const paragraph = z
  .int('expected the number of a paragraph')
  .min(1, 'paragraphs are counted from 1');

/** What need not be stated; `null` then. */
function orNull<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? null);
}

/** What need not be stated; `undefined` then, as an absent key is. */
function orAbsent<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const grounds = {
  basis: z.enum(['file', 'feed', 'text', 'outside']),
  evidence: orNull(line),
  paragraph: orNull(paragraph),
  reasoning: orNull(line),
  source: orNull(line),
};

const published = z
  .discriminatedUnion('status', [
    z.strictObject({ status: z.literal('exact'), date: day, ...grounds }),
    z.strictObject({ status: z.literal('inferred'), earliest: day, latest: day, ...grounds }),
    z.strictObject({ status: z.literal('unknown'), reasoning: orNull(line) }),
  ])
  .superRefine((value, context) => {
    const complain = (key: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [key], message });
    if (value.status === 'unknown') return;
    if (value.status === 'inferred' && value.earliest > value.latest)
      complain(
        'earliest',
        `${value.earliest} lies after latest, ${value.latest}; expected the earlier day first`,
      );
    if (value.basis === 'text' && !value.evidence)
      complain('evidence', 'missing; basis text needs the words the date is inferred from');
    if (value.basis === 'outside' && !value.source)
      complain('source', 'missing; basis outside needs to name where the date is known from');
    if (value.evidence && !value.paragraph)
      complain('paragraph', 'missing; evidence needs the number of its paragraph');
  });

const entry = z.strictObject({
  sha256: orAbsent(
    z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits in lower case'),
  ),
  title: line.nullish(),
  outlet: line.nullish(),
  authors: orAbsent(z.array(line).readonly()),
  url: z
    .url({
      protocol: /^https?$/,
      error: 'expected a web address such as https://example.org/story',
    })
    .nullish(),
  published: orAbsent(published),
  wording: orAbsent(z.enum(['as-printed', 'retranslated', 'rewritten'])),
  embargo_until: z.unknown().optional(),
  withdrawn: line.nullish(),
  usage_terms: line.nullish(),
  problems: orAbsent(
    z.array(
      z.strictObject({
        paragraph,
        text: line,
        kind: line,
        note: line,
        also: z
          .array(paragraph)
          .nullish()
          .transform((also) => also ?? []),
      }),
    ),
  ),
});

/** What articles.yml or front matter states about one article. An absent key is `undefined`: not stated. */
export type ArticleFacts = Readonly<Partial<Omit<z.infer<typeof entry>, 'embargo_until'>>> & {
  readonly embargo?: Embargo | undefined;
};

/**
 * Checks one article's metadata. A faulty value costs the whole entry, so that half a truth is never shown,
 * but for its embargo: a slip elsewhere in the entry must not publish the article early.
 */
export function parseFacts(value: unknown): { facts: ArticleFacts; faults: FactsFault[] } {
  const { embargo, faults } = readEmbargo(value);
  const parsed = entry.safeParse(value);
  if (!parsed.success)
    return {
      facts: { embargo },
      faults: [...parsed.error.issues.flatMap(describeIssue), ...faults],
    };
  const { embargo_until: _, ...facts } = parsed.data;
  return { facts: { ...facts, embargo }, faults };
}

/** A day alone would leave the hour open, and a time without its offset the zone: both count as unreadable. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

const MISPLACED_EMBARGO: FactsFault = {
  key: null,
  message:
    'speaks of an embargo, but not as embargo_until of the article. The article stays hidden until this can be read',
};

/** A misspelt or misplaced key meant to hide the article all the same. */
export function speaksOfEmbargo(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => /embargo/i.test(key) || speaksOfEmbargo(inner),
  );
}

function readEmbargo(value: unknown): { embargo: Embargo; faults: FactsFault[] } {
  if (typeof value !== 'object' || value === null || !('embargo_until' in value))
    return speaksOfEmbargo(value)
      ? { embargo: 'held', faults: [MISPLACED_EMBARGO] }
      : { embargo: null, faults: [] };
  const until = value.embargo_until;
  if (until === null || until === undefined) return { embargo: null, faults: [] };
  if (typeof until === 'string' && INSTANT.test(until) && isDay(until.slice(0, 10))) {
    const instant = new Date(until);
    if (!Number.isNaN(instant.getTime())) return { embargo: { until: instant }, faults: [] };
  }
  return {
    embargo: 'held',
    faults: [
      {
        key: 'embargo_until',
        message: `${show(until)} is not an instant; expected one such as 2025-02-01T06:00:00-05:00. The article stays hidden until this can be read`,
      },
    ],
  };
}

function describeIssue(issue: z.core.$ZodIssue): FactsFault[] {
  const at = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      key: at === '' ? key : `${at}.${key}`,
      message: 'is not a key known here; see the README for the keys of an article',
    }));
  const message =
    issue.code === 'invalid_value'
      ? `expected one of ${issue.values.map(String).join(', ')}`
      : issue.code === 'invalid_union'
        ? 'expected status exact, inferred or unknown'
        : issue.message.replace(/^Invalid input: /, '');
  return [{ key: at === '' ? null : at, message }];
}

function show(value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
}
