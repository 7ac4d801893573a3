import type { Span } from '../../answer/answer.js';
import { genderOf, isGivenName, type Gender } from './given-names.js';
import type { KnownName, KnownNames } from './known-names.js';
import type { Mention } from './mention.js';
import { BODY_NOUNS, PEOPLE_NOUNS, ROLE_NOUNS } from './role-words.js';

/** Further back than this no "she", "the ministry" or "the president" is followed. */
export const PARAGRAPHS_BACK = 2;

/** Somebody, or some body, that speaks in an article. */
export interface Figure {
  /** The fullest form of the name so far, cut from the file. */
  readonly name: Span;
  readonly words: readonly string[];
  /** `true` a person, `false` a body such as a ministry, `null` where nothing tells. */
  readonly person: boolean | null;
  /** A proper name, not only a role. */
  readonly named: boolean;
  /** The name is fuller than the words of the mention. */
  readonly fuller: boolean;
  /** The pronoun that a title or a given name suggests. */
  readonly gender: Gender | null;
}

/** Whom a mention by name or by role means: the fullest form of the name that stands earlier in the file. */
export function figureOf(mention: Mention, paragraph: number, known: KnownNames): Figure {
  const { kind, words, start, core } = mention;
  const earlier = kind === 'name' ? known.fuller(words, start) : byRole(mention, paragraph, known);
  if (earlier) return knownFigure(earlier);
  const office = kind === 'role' && words.length > 1 ? known.office(words, start) : null;
  return {
    name: office ? { start: office.start, end: office.end } : core,
    words: office?.words ?? words,
    person: office ? true : personOf(mention, known),
    named: kind === 'name',
    fuller: office !== null,
    gender: genderOfMention(mention),
  };
}

function knownFigure({ start, end, words, person, roles }: KnownName): Figure {
  const body = BODY_NOUNS.has(words.at(-1) ?? '');
  return {
    name: { start, end },
    words,
    person: person || roles.size > 0 ? true : body ? false : null,
    named: true,
    fuller: true,
    gender: genderOf(words[0] ?? ''),
  };
}

function genderOfMention({ kind, words, called }: Mention): Gender | null {
  if (SHE.has(called ?? '')) return 'she';
  if (HE.has(called ?? '')) return 'he';
  return kind === 'name' && words.length > 1 ? genderOf(words[0] ?? '') : null;
}

const SHE = new Set(
  'ms ms. mrs mrs. mme mlle sra señora doña frau madame dame lady sister queen princess duchess baroness spokeswoman congresswoman chairwoman businesswoman actress woman girl mother daughter wife sister widow aunt'.split(
    ' ',
  ),
);
const HE = new Set(
  'mr mr. sir lord father brother king prince duke baron señor don herr monsieur spokesman congressman chairman businessman actor man boy father son husband brother uncle'.split(
    ' ',
  ),
);

function personOf(mention: Mention, known: KnownNames): boolean | null {
  const { kind, words, called } = mention;
  if (kind === 'role') {
    const role = called ?? '';
    if (BODY_NOUNS.has(role)) return false;
    return ROLE_NOUNS.has(role) || PEOPLE_NOUNS.has(role) ? true : null;
  }
  const [first = ''] = words;
  if (called !== null || known.find(words)?.person) return true;
  if (words.length === 1 ? known.isSurname(first) : isGivenName(first)) return true;
  return BODY_NOUNS.has(words.at(-1) ?? '') ? false : null;
}

/** "the ministry" → "Panamanian Foreign Ministry", "the president" → "Claudia Sheinbaum", each only where there is but one. */
function byRole(
  { words, start, definite }: Mention,
  paragraph: number,
  known: KnownNames,
): KnownName | null {
  const [role, ...more] = words.filter((word) => word !== 'the');
  if (role === undefined || more.length > 0 || !definite) return null;
  const one = known.calledSo(role, start);
  return one && isNear(one.paragraphs, paragraph) ? one : null;
}

/** Whether the last paragraph up to this one is near enough; from the end, and no further back than need be. */
function isNear(paragraphs: readonly number[], paragraph: number): boolean {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle] ?? 0) <= paragraph) low = middle + 1;
    else high = middle;
  }
  return paragraph - (paragraphs[low - 1] ?? -Infinity) <= PARAGRAPHS_BACK;
}
