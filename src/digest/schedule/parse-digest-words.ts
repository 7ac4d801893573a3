import type { DigestChoice, Weekday } from '../../store/records.js';
import { findZone } from './find-zone.js';

/** What somebody typed after `digest`. */
export type DigestRequest =
  | { readonly kind: 'show' }
  | { readonly kind: 'preview' | 'pause' | 'resume' | 'off' }
  /** What is not said stays as it is; `topic: null` takes it away. */
  | { readonly kind: 'change'; readonly change: Partial<DigestChoice> }
  /** For whoever typed it: which word was not understood, and what was expected. */
  | { readonly kind: 'unclear'; readonly reason: string };

const VERBS = new Map<string, DigestRequest>([
  ['', { kind: 'show' }],
  ['show', { kind: 'show' }],
  ['now', { kind: 'preview' }],
  ['preview', { kind: 'preview' }],
  ['pause', { kind: 'pause' }],
  ['resume', { kind: 'resume' }],
  ['on', { kind: 'resume' }],
  ['off', { kind: 'off' }],
  ['stop', { kind: 'off' }],
]);

const EXPECTED =
  'Expected a time, days and a zone, such as “8:30 weekdays berlin”, or one of now, pause, resume, off.';

/** Words between the others that say nothing. */
const FILLERS = new Set(['at', 'on', 'in', 'and', 'every', 'each', 'time', 'digest']);

/**
 * Reads `8:30 weekdays`, `8am daily berlin topic panama from:cnn`, `off`. The words may come in any order; what follows
 * `topic` is a question to its end.
 */
export function parseDigestWords(words: string): DigestRequest {
  const said = words.trim().replaceAll(/\s+/g, ' ');
  const verb = VERBS.get(said.toLowerCase());
  if (verb) return verb;

  const [plan, topic] = splitTopic(said);
  const change: { -readonly [key in keyof DigestChoice]?: DigestChoice[key] } = {};
  if (topic !== undefined) change.topic = /^(?:|none|all|everything)$/i.test(topic) ? null : topic;
  const days = new Set<Weekday>();
  const zoneWords: string[] = [];
  const parts = joinTimes(plan.toLowerCase())
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const [at, part] of parts.entries()) {
    const time = readTime(part);
    const some = readDays(part);
    const quiet = /^quiet[:=](archive|note|skip)$/.exec(part)?.[1];
    if (time !== null) {
      if (change.time !== undefined && change.time !== time)
        return unclear(`There are two times, ${change.time} and ${time}.`);
      change.time = time;
    } else if (some !== null) for (const day of some) days.add(day);
    else if (quiet === 'archive' || quiet === 'note' || quiet === 'skip') change.quiet = quiet;
    else if (/^\d/.test(part)) return unclear(`“${parts[at]}” is not a time.`);
    else if (!FILLERS.has(part)) zoneWords.push(part);
  }
  if (days.size > 0) change.days = [...days].toSorted((a, b) => a - b);
  if (zoneWords.length > 0) {
    const zone = findZone(zoneWords.join(' '));
    if ('reason' in zone) return unclear(zone.reason);
    change.zone = zone.zone;
  }
  return Object.keys(change).length > 0 ? { kind: 'change', change } : unclear('There is no time.');
}

function unclear(reason: string): DigestRequest {
  return { kind: 'unclear', reason: `${reason} ${EXPECTED}` };
}

function splitTopic(said: string): [string, string?] {
  if (/(?:^|\s)no topic$/i.test(said)) return [said.replace(/\s*no topic$/i, ''), ''];
  const match = /(?:^|\s)topic(?:\s|:|$)/i.exec(said);
  if (!match) return [said];
  return [said.slice(0, match.index), said.slice(match.index + match[0].length).trim()];
}

/** "8 am" is one word. */
function joinTimes(plan: string): string {
  return plan.replaceAll(/(\d) (?=[ap]\.?m\b)/g, '$1');
}

/** `HH:MM`; `null` for a word that is no time of day. */
function readTime(word: string): string | null {
  if (word === 'noon' || word === 'midday') return '12:00';
  if (word === 'midnight') return '00:00';
  const [, hours, minutes = '00', half] =
    /^(\d{1,2})(?:[:.h](\d{2}))?(a\.?m\.?|p\.?m\.?)?$/.exec(word) ?? [];
  if (hours === undefined) return null;
  // "8" alone may be a day of the month as well; "8:00" and "8am" are times.
  if (half === undefined && !/[:.h]/.test(word)) return null;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const of24 = half === undefined ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0);
  if (of24 > 23 || Number(minutes) > 59) return null;
  return `${String(of24).padStart(2, '0')}:${minutes}`;
}

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const GROUPS = new Map<string, readonly Weekday[]>([
  ['daily', EVERY_DAY],
  ['day', EVERY_DAY],
  ['everyday', EVERY_DAY],
  ['weekday', [1, 2, 3, 4, 5]],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['weekend', [6, 7]],
  ['weekends', [6, 7]],
]);
const NAMES: readonly RegExp[] = [
  /^mon(?:days?)?$/,
  /^tue(?:s|sdays?)?$/,
  /^wed(?:s|nesdays?)?$/,
  /^thu(?:r|rs|rsdays?)?$/,
  /^fri(?:days?)?$/,
  /^sat(?:urdays?)?$/,
  /^sun(?:days?)?$/,
];

/** `weekdays`, `monday`, `mon-fri`, `fri-mon`; `null` for a word that names no days. */
function readDays(word: string): readonly Weekday[] | null {
  const group = GROUPS.get(word);
  if (group) return group;
  const names = word.split(/[-–]/);
  const from = dayOf(names[0] ?? '');
  const to = dayOf(names.at(-1) ?? '');
  if (from === undefined || to === undefined || names.length > 2) return null;
  const count = ((to - from + 7) % 7) + 1;
  return [...EVERY_DAY, ...EVERY_DAY].slice(from - 1, from - 1 + count);
}

function dayOf(name: string): Weekday | undefined {
  const at = NAMES.findIndex((pattern) => pattern.test(name));
  return EVERY_DAY[at];
}
