import type { Span } from '../../answer/answer.js';
import type { Mention } from './mention.js';
import { type Gender, genderOf, isGivenName } from './words/given-names.js';
import { BODY_NOUNS, PEOPLE_NOUNS, ROLE_NOUNS } from './words/word-classes.js';

/** A name of two words or more, where it first stands in an article, titles left out; or an office without a name. */
export interface KnownName extends Span {
  /** As they are compared: without case and accents. */
  readonly words: readonly string[];
  /** Something beside the name, somewhere in the file, says that it is a person's: a title, a role, an age, a given name. */
  readonly person: boolean;
  /** The paragraphs it stands in, ascending. */
  readonly paragraphs: readonly number[];
}

/** What a name can be found by: its surname or last word, another word, the first word of an office, a role beside it. */
type By = 'surname' | 'word' | 'office' | 'role';

/** No article calls so many by one word: past these it is a list, or written to be slow. */
const MOST_CALLED_SO = 500;

interface Noted extends KnownName {
  person: boolean;
  readonly paragraphs: number[];
  /** By which words it can be found, and by what of the name each. */
  readonly calls: Set<string>;
}

/** The names that an article's own text holds; each look-up sees only what stands before a place in the file. */
export class KnownNames {
  readonly #names = new Map<string, Noted>();
  /** By a word, from which place in the file on, and by what of the name. */
  readonly #calls = new Map<string, { name: KnownName; from: number; by: By }[]>();

  /** Notes a place where a name or an office stands; `roles` are what the person is called there, lower case. */
  add(sighting: KnownName, roles: readonly string[] = [], office = false): void {
    const { words, start, paragraphs, person } = sighting;
    const key = `${office ? 'office' : ''} ${words.join(' ')}`;
    let name = this.#names.get(key);
    if (!name) {
      name = { ...sighting, paragraphs: [], calls: new Set() };
      this.#names.set(key, name);
      const surname = surnameOf(words);
      if (office) this.#call(words[0] ?? '', { name, from: start, by: 'office' });
      else
        for (const word of new Set(words))
          this.#call(word, { name, from: start, by: word === surname ? 'surname' : 'word' });
    }
    name.person ||= person;
    for (const paragraph of paragraphs)
      if (name.paragraphs.at(-1) !== paragraph) name.paragraphs.push(paragraph);
    for (const role of roles) this.#call(role, { name, from: start, by: 'role' });
  }

  #call(word: string, call: { name: Noted; from: number; by: By }): void {
    // Asked of the name: ten thousand others may be called by the same word.
    const key = `${call.by} ${word}`;
    if (call.name.calls.has(key)) return;
    call.name.calls.add(key);
    const calls = this.#calls.get(word);
    if (calls) calls.push(call);
    else this.#calls.set(word, [call]);
  }

  /** Whether the very name, or somebody with this surname, is a person's. */
  isPerson(words: readonly string[]): boolean {
    if (words.length > 1) return this.#names.get(` ${words.join(' ')}`)?.person === true;
    const calls = this.#calls.get(words[0] ?? '') ?? [];
    return calls.slice(0, MOST_CALLED_SO).some(({ name, by }) => by === 'surname' && name.person);
  }

  /** "Sheinbaum" → "Claudia Sheinbaum", "Eric Olson" → "Eric L. Olson"; `null` where two people share the name. */
  fuller(words: readonly string[], before: number): KnownName | null {
    const longer = ({ words: own }: KnownName): boolean =>
      own.length > words.length &&
      (words.length === 1 || own[0] === words[0] || endsWith(own, words));
    const surname = surnameOf(words);
    const one = this.#one(surname, before, (name, by) => by === 'surname' && longer(name));
    if (one !== null || words.length > 1) return one === 'several' ? null : one;
    const within = this.#one(surname, before, (name, by) => by === 'word' && name.person);
    return within === 'several' ? null : within;
  }

  /** The one name that has been called so ("the president"), or that ends so ("the ministry"). */
  calledSo(word: string, before: number): KnownName | null {
    const one = this.#one(word, before, (_, by) => by === 'role' || by === 'surname');
    return one === 'several' ? null : one;
  }

  /** "U.S. Secretary" → "U.S. Secretary of Homeland Security", where that is the only such office. */
  office(words: readonly string[], before: number): KnownName | null {
    const one = this.#one(
      words[0] ?? '',
      before,
      (name, by) => by === 'office' && words.every((word, index) => word === name.words[index]),
    );
    return one === 'several' || one?.words.length === words.length ? null : one;
  }

  /**
   * The name that all those wanted can be forms of, of such as stand before a place; `null` for none. Looks no further
   * than the second person, and of very many who are called so it tells nobody: a file may name ten thousand.
   */
  #one(
    word: string,
    before: number,
    wanted: (name: KnownName, by: By) => boolean,
  ): KnownName | 'several' | null {
    let one: KnownName | null = null;
    for (const [at, { name, from, by }] of (this.#calls.get(word) ?? []).entries()) {
      if (from >= before) break;
      if (at === MOST_CALLED_SO) return 'several';
      if (!wanted(name, by) || (one && endsWith(name.words, one.words))) continue;
      if (one === null || endsWith(one.words, name.words)) one = name;
      else if (!agree(one.words, name.words)) return 'several';
      else if (name.words.length > one.words.length) one = name;
    }
    return one;
  }
}

function endsWith(words: readonly string[], ending: readonly string[]): boolean {
  return ending.every((word, index) => word === words[words.length - ending.length + index]);
}

function surnameOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return /^(?:jr|sr|ii|iii|iv)$/.test(last) ? (words.at(-2) ?? last) : last;
}

/** "Eric Olson" and "Eric L. Olson" agree, "Melania Trump" and "Donald Trump" do not. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (a[0] !== b[0]) return false;
  let at = 0;
  for (const word of longer) if (word === shorter[at]) at += 1;
  return at === shorter.length;
}

/** Further back than this no "she", "the ministry" or "the president" is followed. */
export const PARAGRAPHS_BACK = 2;

/** Somebody, or some body, that speaks in an article. */
export interface Referent {
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
export function referentOf(mention: Mention, paragraph: number, known: KnownNames): Referent {
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
