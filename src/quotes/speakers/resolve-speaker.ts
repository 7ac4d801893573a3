import type { Span } from '../../answer/answer.js';
import { genderOf, isGivenName, type Gender } from './words/given-names.js';
import type { KnownName, KnownNames } from './known-names.js';
import type { Mention } from './mention.js';
import { BODY_NOUNS, PEOPLE_NOUNS, ROLE_NOUNS } from './words/role-words.js';

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
  const { kind, words, start, core, called } = mention;
  const named = kind === 'name';
  const earlier = named ? known.fuller(words, start) : byRole(mention, paragraph, known);
  const fullest = earlier ?? (named || words.length < 2 ? null : known.office(words, start));
  if (!fullest)
    return {
      name: core,
      words,
      person: personOf(mention, known),
      named,
      fuller: false,
      gender:
        titleGender(called ?? '') ?? (named && words.length > 1 ? genderOf(words[0] ?? '') : null),
    };
  return {
    name: { start: fullest.start, end: fullest.end },
    words: fullest.words,
    person: fullest.person || bodyOrNobody(fullest.words),
    named: earlier !== null,
    fuller: true,
    gender: earlier && genderOf(fullest.words[0] ?? ''),
  };
}

function bodyOrNobody(words: readonly string[]): false | null {
  return BODY_NOUNS.has(words.at(-1) ?? '') ? false : null;
}

function titleGender(title: string): Gender | null {
  if (
    /^(?:m(?:r?s|me)\.?|madame|lady|sister|queen|princess|.*woman|actress|girl|mother|daughter|wife|aunt)$/.test(
      title,
    )
  )
    return 'she';
  return /^(?:mr\.?|sir|lord|brother|king|prince|.*man|actor|boy|father|son|husband|uncle)$/.test(
    title,
  )
    ? 'he'
    : null;
}

function personOf({ kind, words, called }: Mention, known: KnownNames): boolean | null {
  if (kind !== 'name') {
    const role = called ?? '';
    return ROLE_NOUNS.has(role) || PEOPLE_NOUNS.has(role) ? true : bodyOrNobody([role]);
  }
  if (called !== null || known.isPerson(words)) return true;
  return words.length > 1 && isGivenName(words[0] ?? '') ? true : bodyOrNobody(words);
}

/** "the ministry" → "Panamanian Foreign Ministry", "the president" → "Claudia Sheinbaum", each only where there is but one. */
function byRole(
  { words, start, definite }: Mention,
  paragraph: number,
  known: KnownNames,
): KnownName | null {
  const [role, ...more] = words.filter((word) => word !== 'the');
  const one = role && more.length === 0 && definite ? known.calledSo(role, start) : null;
  const last = one?.paragraphs.findLast((number) => number <= paragraph) ?? -Infinity;
  return paragraph - last <= PARAGRAPHS_BACK ? one : null;
}
