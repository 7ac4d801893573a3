import { plural } from '../../requests/wording.js';
import { textTable } from '../eval/text-table.js';
import { EXCHANGED, INVENTED, LONG, SLIPS } from './bench-data.js';
import type { SideResult, StallResult, StartResult, Times } from './bench-job.js';

/** One size: ratios first, since they say the same on any machine; the figures of this one beside them. */
export function sizeText(name: string, clipdesk: SideResult, minisearch: SideResult): string {
  const times = (kind: 'short' | 'long'): string[][] =>
    (['p50', 'p99'] as const).map((share) =>
      row(
        `${kind} question, ${share}`,
        clipdesk[kind][share],
        minisearch[kind][share],
        milliseconds,
        counts(clipdesk[kind], minisearch[kind]),
      ),
    );
  return table([
    [`${name}: ${plural(clipdesk.passages, 'passage')}`, 'ratio', 'Clipdesk', 'MiniSearch'],
    row('index build', clipdesk.build, minisearch.build, milliseconds),
    row('memory, index', clipdesk.index, minisearch.index, megabytes),
    row('memory, whole process', clipdesk.whole, minisearch.whole, megabytes),
    ...times('short'),
    ...times('long'),
  ]);
}

/** The same start with the cache and without it. */
export function startText(fast: StartResult, without: StartResult): string {
  return table([
    [
      `start: ${plural(fast.articles, 'article')}, ${plural(fast.passages, 'passage')}`,
      'ratio',
      'with cache',
      'without',
    ],
    row('until it can be asked', fast.ready, without.ready, milliseconds),
    row('memory, whole process', fast.whole, without.whole, megabytes),
  ]);
}

/** For how long one request keeps all others waiting, as a share of the time that its answer took. */
export function stallText({ articles, kinds }: StallResult): string {
  return table([
    [`longest stall by kind: ${plural(articles, 'article')}`, 'share', 'stall', 'answer'],
    ...kinds.map(({ name, longest, whole }) => row(name, longest, whole, milliseconds)),
  ]);
}

export function commandText(clipdesk: Times, bare: Times): string {
  return table([
    ['signed slash command to posted answer', 'ratio', 'Clipdesk', 'bare Bolt app'],
    row(`p50 (${clipdesk.asked})`, clipdesk.p50, bare.p50, milliseconds),
    row(`p99 (${clipdesk.asked})`, clipdesk.p99, bare.p99, milliseconds),
  ]);
}

/** What the figures were measured on, so that nobody takes made text for real. */
export function explanationText(
  data: string | undefined,
  judged: number,
  { own }: SideResult,
): string {
  const text =
    data === undefined
      ? `Text: beyond the seeds, passages are made of their sentences put together anew, one word in ${INVENTED} invented.`
      : `Text: the articles of ${data}; past ${plural(own, 'passage')} of theirs they are repeated, one word in ${EXCHANGED} exchanged.`;
  const long =
    judged > 0
      ? `${LONG.least} to ${LONG.most} words, ${judged} of them judged questions, any others runs of words from passages`
      : `runs of ${LONG.least} to ${LONG.most} words from passages`;
  return [
    text,
    `Questions: short ones are 1 to 3 words of a passage, each ${SLIPS}th with two letters swapped; long ones are ${long}. In brackets: how many were timed, for Clipdesk and MiniSearch where they differ.`,
    'Clipdesk is timed for the whole answer, MiniSearch for its search alone. Memory is heap and buffers after collecting garbage. A ratio below 1 is in favour of Clipdesk.',
  ].join('\n');
}

function row(
  name: string,
  ours: number,
  theirs: number,
  unit: (value: number) => string,
  beside = '',
): string[] {
  return [name + beside, ratio(ours, theirs), unit(ours), unit(theirs)];
}

/** How many questions stand behind a figure; two numbers where one side ran out of time. */
function counts({ asked: ours }: Times, { asked: theirs }: Times): string {
  return ours === theirs ? ` (${ours})` : ` (${ours}, ${theirs})`;
}

function ratio(ours: number, theirs: number): string {
  if (theirs <= 0 || ours < 0) return '–';
  const value = ours / theirs;
  return `× ${value < 10 ? value.toPrecision(2) : Math.round(value)}`;
}

function milliseconds(value: number): string {
  return value >= 1000
    ? `${(value / 1000).toFixed(2)} s`
    : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

function megabytes(value: number): string {
  return `${(value / 1e6).toFixed(1)} MB`;
}

/** The names of the rows, then three figures. */
const WIDTHS = [42, 13, 13, 13];

function table(rows: readonly (readonly string[])[]): string {
  return textTable(rows, (column) => column > 0, WIDTHS);
}
