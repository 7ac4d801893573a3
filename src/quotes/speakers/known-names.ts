import type { Span } from '../../answer/answer.js';

/** A name of two words or more, where it first stands in an article, titles left out. */
export interface KnownName extends Span {
  /** As they are compared: without case and accents. */
  readonly words: readonly string[];
  /** Something beside the name, somewhere in the file, says that it is a person's: a title, a role, an age, a given name. */
  readonly person: boolean;
  /** What the person is called beside the name, lower case: "president", "spokeswoman". */
  readonly roles: ReadonlySet<string>;
  /** The paragraphs it stands in, ascending. */
  readonly paragraphs: readonly number[];
}

/** One place where a name stands. */
export interface Sighting extends Span {
  readonly words: readonly string[];
  readonly paragraph: number;
  readonly person: boolean;
  readonly roles: readonly string[];
}

/** A name under a word that it can be found by, and from which place in the file on. */
interface Called {
  readonly name: KnownName;
  readonly from: number;
}

/** An office printed without a name: "U.S. Secretary of Homeland Security". */
export interface Office extends Span {
  readonly words: readonly string[];
}

/** The names that an article's own text holds; each look-up sees only what stands before a place in the file. */
export class KnownNames {
  readonly #names = new Map<
    string,
    KnownName & { person: boolean; roles: Set<string>; paragraphs: number[] }
  >();
  readonly #bySurname = new Map<string, Called[]>();
  /** People only, by any word of their names. */
  readonly #byWord = new Map<string, Called[]>();
  /** By first word and surname, and by the last two words. */
  readonly #byPair = new Map<string, Called[]>();
  readonly #byRole = new Map<string, Called[]>();
  readonly #surnames = new Set<string>();
  readonly #offices = new Map<string, Office[]>();

  addOffice(office: Office): void {
    const known = listAt(this.#offices, office.words[0] ?? '');
    if (!known.some(({ words }) => sameWords(words, office.words))) known.push(office);
  }

  add({ words, start, end, paragraph, person, roles }: Sighting): void {
    const key = words.join(' ');
    let name = this.#names.get(key);
    if (!name) {
      name = { words, start, end, person: false, roles: new Set(), paragraphs: [] };
      this.#names.set(key, name);
      const called = { name, from: start };
      listAt(this.#bySurname, surnameOf(words)).push(called);
      const pairs = new Set([firstAndSurname(words), words.slice(-2).join(' ')]);
      for (const pair of pairs) listAt(this.#byPair, pair).push(called);
    }
    if (person && !name.person) {
      name.person = true;
      this.#surnames.add(surnameOf(words));
      for (const word of new Set(words)) listAt(this.#byWord, word).push({ name, from: start });
    }
    if (name.paragraphs.at(-1) !== paragraph) name.paragraphs.push(paragraph);
    for (const role of roles) {
      if (!name.roles.has(role)) listAt(this.#byRole, role).push({ name, from: start });
      name.roles.add(role);
    }
  }

  /** The very name, wherever it stands. */
  find(words: readonly string[]): KnownName | undefined {
    return this.#names.get(words.join(' '));
  }

  /** Whether somebody in the file bears this surname. */
  isSurname(word: string): boolean {
    return this.#surnames.has(word);
  }

  /** "Sheinbaum" → "Claudia Sheinbaum", "Eric Olson" → "Eric L. Olson"; `null` where two people share the name. */
  fuller(words: readonly string[], before: number): KnownName | null {
    const longer = (name: KnownName): boolean =>
      name.words.length > words.length &&
      (words.length === 1 || name.words[0] === words[0] || endsWith(name.words, words));
    const lists =
      words.length === 1
        ? [this.#bySurname.get(surnameOf(words))]
        : [this.#byPair.get(firstAndSurname(words)), this.#byPair.get(words.slice(-2).join(' '))];
    const ending = onePerson(lists, before, longer);
    if (ending !== null || words.length > 1) return ending === 'several' ? null : ending;
    const within = onePerson([this.#byWord.get(words[0] ?? '')], before, longer);
    return within === 'several' ? null : within;
  }

  /** The one name that has been called so ("the president"), or that ends so ("the ministry"). */
  calledSo(word: string, before: number): KnownName | null {
    const one = onePerson([this.#byRole.get(word), this.#bySurname.get(word)], before, () => true);
    return one === 'several' ? null : one;
  }

  /** "U.S. Secretary" → "U.S. Secretary of Homeland Security", where that is the only such office. */
  office(words: readonly string[], before: number): Office | null {
    const longer = (this.#offices.get(words[0] ?? '') ?? []).filter(
      (office) =>
        office.start < before &&
        office.words.length > words.length &&
        sameWords(office.words.slice(0, words.length), words),
    );
    return longer.length === 1 ? (longer[0] ?? null) : null;
  }
}

function listAt<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key);
  if (!list) {
    list = [];
    map.set(key, list);
  }
  return list;
}

export function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

function endsWith(words: readonly string[], ending: readonly string[]): boolean {
  return sameWords(words.slice(-ending.length), ending);
}

const AFTER_SURNAME = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

function surnameOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return AFTER_SURNAME.has(last) ? (words.at(-2) ?? last) : last;
}

/**
 * The name that all those wanted can be forms of, of such as stand before a place; `null` for none. Looks no further
 * than the second person: a file may name ten thousand.
 */
function onePerson(
  lists: readonly (readonly Called[] | undefined)[],
  before: number,
  wanted: (name: KnownName) => boolean,
): KnownName | 'several' | null {
  let one: KnownName | null = null;
  for (const list of lists)
    for (const { name, from } of list ?? []) {
      if (from >= before) break;
      if (!wanted(name)) continue;
      if (one === null || endsWith(one.words, name.words)) one = name;
      else if (endsWith(name.words, one.words)) continue;
      else if (!agree(one.words, name.words)) return 'several';
      else if (name.words.length > one.words.length) one = name;
    }
  return one;
}

/** "Eric Olson" and "Eric L. Olson" agree, "Melania Trump" and "Donald Trump" do not. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (a[0] !== b[0]) return false;
  let at = 0;
  for (const word of longer) if (word === shorter[at]) at += 1;
  return at === shorter.length;
}

function firstAndSurname(words: readonly string[]): string {
  return `${words[0] ?? ''} ${surnameOf(words)}`;
}
