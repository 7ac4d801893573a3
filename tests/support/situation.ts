import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Archive } from '../../src/answer/archive/archive.js';

import { answerRequest, readAsked } from '../../src/requests/request.js';
import type { Listing } from '../../src/requests/listing.js';
import { changedView, citationView } from '../../src/slack/messages/citation-view.js';
import { listingMessage } from '../../src/slack/messages/listing-message.js';
import type { Files } from './memory-folder.js';
import { NOON } from './open-memory-archive.js';
import { seedFiles } from './seeds.js';

const fileTexts = z.record(z.string(), z.string());

const situationSchema = z.strictObject({
  /** What somebody does, and where. */
  when: z.string(),
  /** A name under `archives`, or `seeds`. */
  archive: z.string().default('seeds'),
  thread: z.array(z.string()).default([]),
  ask: z.string(),
  /** More was pressed: so many entries came before. */
  skip: z.int().default(0),
  /** Where the answer is read. */
  face: z.enum(['private', 'thread']).default('private'),
  /** The entry whose Open is pressed; what is judged is what that shows. */
  open: z.int().optional(),
  /** What the files hold by the time Open is pressed. */
  changed: fileTexts.optional(),
  /** When the files were written, where the folder tells. */
  written: z
    .record(
      z.string(),
      z.iso.datetime().transform((at) => new Date(at)),
    )
    .default({}),
  /** Whether the archive was read within the hour. */
  fresh: z.boolean().default(false),
  /** Paragraphs of the files that hold these words, counted here again, and the sentence's words for the number. */
  counted: z.array(z.strictObject({ paragraphs: z.string(), as: z.string() })).default([]),
  /** Each sentence of the bot's own, and whether it is true of what is shown and of the archive. */
  says: z.array(
    z.union([z.strictObject({ true: z.string() }), z.strictObject({ false: z.string() })]),
  ),
});

export type Situation = z.infer<typeof situationSchema>;

const table = z.strictObject({
  archives: z.record(z.string(), fileTexts),
  situations: z.array(situationSchema),
});

const TABLE = fileURLToPath(new URL('../eval/situations/situations.yml', import.meta.url));

/** The judged table; `filesOf` gives the files of a situation's archive. */
export function readSituations(): {
  readonly situations: readonly Situation[];
  readonly filesOf: (asked: Situation) => Files;
} {
  const { archives, situations } = table.parse(parse(readFileSync(TABLE, 'utf8')));
  return { situations, filesOf: (asked) => filesIn(archives, asked) };
}

function filesIn(
  archives: Readonly<Record<string, Files>>,
  { archive, when }: Pick<Situation, 'archive' | 'when'>,
): Files {
  const held = archive === 'seeds' ? seedFiles() : archives[archive];
  if (held === undefined) throw new Error(`${when}: no archive is called ${archive}`);
  return { ...held };
}

/** What was shown in a situation. */
export interface Shown {
  readonly listing: Listing;
  /** How many entries. */
  readonly shown: number;
  /** The words of files, entry by entry. */
  readonly quoted: readonly (readonly string[])[];
  /** All that is the bot's own, in the order in which it is read. */
  readonly sentences: readonly string[];
}

/** Asks as Slack does, and reads what comes; `archive` is of these `files`. */
export async function play(archive: Archive, files: Files, asked: Situation): Promise<Shown> {
  const { request, skip, thread } = readAsked(asked.ask, asked.thread);
  const from = skip + asked.skip;
  const { listing } = await answerRequest(archive, { request, skip: from, thread });
  const now = new Date(NOON.getTime() + (asked.fresh ? 60_000 : 2 * 3_600_000));
  const message = listingMessage(listing, asked.face, now);
  const shown = Math.min(listing.entries.length, listing.pageSize);
  return {
    listing,
    shown,
    quoted: listing.entries.slice(0, shown).map(({ cites }) => cites.map(({ text }) => text)),
    sentences:
      asked.open === undefined
        ? linesOf(message.blocks)
        : linesOf((await opened(archive, listing, files, asked)).blocks),
  };
}

async function opened(
  archive: Archive,
  { entries }: Listing,
  files: Files,
  { open = 1, changed = {} }: Situation,
): Promise<{ readonly blocks: readonly unknown[] }> {
  const proof = entries[open - 1]?.parts.find((part) => part.proof !== undefined)?.proof;
  if (proof === undefined) throw new Error(`entry ${open} has nothing to open`);
  const { ref, asked } = proof;
  Object.assign(files, changed);
  const verdict = await archive.verify(ref);
  const context = await archive.look(ref);
  if (context === null) return changedView(verdict, NOON);
  const why = asked && (await archive.explain(ref, asked));
  const view = { context, verdict, at: NOON, why };
  return citationView(view, { ref, asked, page: 0, revealed: false });
}

const element = z.looseObject({
  type: z.string(),
  text: z.unknown().optional(),
  elements: z.array(z.unknown()).optional(),
  accessory: z.unknown().optional(),
});

const rowsOf = z.looseObject({ rows: z.array(z.array(z.unknown())) });

/**
 * The bot's own lines in some blocks, one a section; the words of files stand in quotations and to be copied. Of buttons
 * those that tell something: how many more there are, another spelling.
 */
function linesOf(blocks: readonly unknown[]): string[] {
  return blocks.flatMap((each) => {
    const { type, elements = [], text } = element.parse(each);
    if (type === 'rich_text')
      return elements
        .map((part) => element.parse(part))
        .flatMap((part) => (part.type === 'rich_text_section' ? textOf(part).split('\n') : []))
        .filter((line) => line.trim() !== '');
    if (type === 'actions') {
      const told = elements.map(textOf).filter((label) => /[\d“]/.test(label));
      return told.length === 0 ? [] : [told.map((label) => `[${label}]`).join(' ')];
    }
    if (type === 'data_table')
      return rowsOf.parse(each).rows.map((cells) => cells.map(textOf).filter(Boolean).join(' | '));
    if (type === 'context') return elements.flatMap((part) => textOf(part).split('\n'));
    return [textOf(text)];
  });
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const { type, text, elements = [] } = element.parse(value);
  if (type === 'date') return z.object({ fallback: z.string() }).parse(value).fallback;
  return elements.length > 0 ? elements.map(textOf).join('') : textOf(text);
}
