import type { Span } from '../answer/answer.js';
import type { Mention } from './mention.js';
import type { KnownName, KnownNames } from './names-in.js';
import { BODY_NOUNS, ROLE_NOUNS } from './role-words.js';

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
}

/** Whom a mention by name or by role means: the fullest form of the name that stands earlier in the file. */
export function figureOf(mention: Mention, paragraph: number, known: KnownNames): Figure {
  const earlier =
    mention.kind === 'name' ? fullerName(mention, known.names) : byRole(mention, paragraph, known);
  if (earlier)
    return {
      name: { start: earlier.start, end: earlier.end },
      words: earlier.words,
      person: isPerson(earlier),
      named: true,
      fuller: true,
    };
  const same =
    mention.kind === 'name'
      ? known.names.find(({ words }) => sameWords(words, mention.words))
      : undefined;
  return {
    name: mention.core,
    words: mention.words,
    person: personOf(mention, same) ?? (bearsSurname(mention, known.names) ? true : null),
    named: mention.kind === 'name',
    fuller: false,
  };
}

/** A surname that several people of the file share is no less a person's. */
function bearsSurname({ kind, words }: Mention, names: readonly KnownName[]): boolean {
  const [word] = words;
  return (
    kind === 'name' &&
    words.length === 1 &&
    names.some((name) => name.person && surnameOf(name.words) === word)
  );
}

function isPerson({
  words,
  person,
  roles,
}: Pick<KnownName, 'words' | 'person' | 'roles'>): boolean | null {
  if (person || roles.length > 0) return true;
  return BODY_NOUNS.has(words.at(-1) ?? '') ? false : null;
}

function personOf(
  { kind, words, titled, role }: Mention,
  same: KnownName | undefined,
): boolean | null {
  if (kind === 'role') {
    if (role === null) return null;
    if (BODY_NOUNS.has(role)) return false;
    return ROLE_NOUNS.has(role) || PEOPLE.has(role) ? true : null;
  }
  if (titled || same?.person) return true;
  return BODY_NOUNS.has(words.at(-1) ?? '') ? false : null;
}

const PEOPLE = new Set(
  `man woman boy girl mother father son daughter wife husband friend neighbor neighbour resident student victim witness survivor
  source insider fan customer worker employee veteran farmer driver passenger nurse parent user patient client colleague
  sister brother widow uncle aunt cousin teammate person one homeowner shopper voter`.split(/\s+/),
);

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

/** "Sheinbaum" → "Claudia Sheinbaum", "Eric Olson" → "Eric L. Olson"; `null` where two people share the name. */
function fullerName(mention: Mention, names: readonly KnownName[]): KnownName | null {
  const { words, start } = mention;
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const ending: KnownName[] = [];
  const inside: KnownName[] = [];
  for (const name of names) {
    if (name.start >= start) break;
    if (name.words.length <= words.length) continue;
    if (words.length > 1) {
      if (name.words[0] === first && name.words.at(-1) === last) ending.push(name);
      else if (sameWords(name.words.slice(-words.length), words)) ending.push(name);
    } else if (surnameOf(name.words) === last) ending.push(name);
    else if (name.person && name.words.includes(last)) inside.push(name);
  }
  return unique(ending) ?? (ending.length === 0 ? unique(inside) : null);
}

function surnameOf(words: readonly string[]): string | undefined {
  const last = words.at(-1);
  return last === 'jr' || last === 'sr' || last === 'ii' || last === 'iii' ? words.at(-2) : last;
}

/** The fullest of names that can all be one person's; `null` for none or for several people's. */
function unique(names: readonly KnownName[]): KnownName | null {
  let fullest: KnownName | null = null;
  for (const name of names) {
    if (fullest === null) fullest = name;
    else if (sameWords(fullest.words.slice(-name.words.length), name.words)) fullest = name;
    else if (sameWords(name.words.slice(-fullest.words.length), fullest.words)) continue;
    else if (!agree(fullest.words, name.words)) return null;
    else if (
      name.words.length > fullest.words.length ||
      (name.person && !fullest.person && name.words.length === fullest.words.length)
    )
      fullest = name;
  }
  return fullest;
}

/** "Eric Olson" and "Eric L. Olson" agree, "Melania Trump" and "Donald Trump" do not. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (a[0] !== b[0]) return false;
  let at = 0;
  for (const word of longer) if (word === shorter[at]) at += 1;
  return at === shorter.length;
}

/** "the ministry" → "Panamanian Foreign Ministry", "the president" → "Claudia Sheinbaum", each only where there is but one. */
function byRole(
  mention: Mention,
  paragraph: number,
  { names, offices }: KnownNames,
): (Span & Pick<KnownName, 'words' | 'person' | 'roles'>) | null {
  const { words, start } = mention;
  const office = offices.filter(
    (each) =>
      each.start < start &&
      each.words.length > words.length &&
      sameWords(each.words.slice(0, words.length), words),
  );
  const [first] = office;
  if (first && words.length > 1 && office.every((each) => sameWords(each.words, first.words)))
    return { ...first, person: true, roles: [] };
  const bare = words.filter((word) => word !== 'the');
  const [role] = bare;
  if (bare.length !== 1 || role === undefined || !mention.definite) return null;
  const near = names.filter(
    (name) =>
      name.start < start &&
      (BODY_NOUNS.has(role) ? name.words.at(-1) === role : name.roles.includes(role)),
  );
  const one = unique(near);
  return one && near.some((name) => paragraph - name.paragraph <= PARAGRAPHS_BACK) ? one : null;
}
