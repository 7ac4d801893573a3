import type { Span } from '../answer/answer.js';

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
  readonly #bySurname = new Map<string, KnownName[]>();
  readonly #byWord = new Map<string, KnownName[]>();
  readonly #byRole = new Map<string, KnownName[]>();
  readonly #offices = new Map<string, Office[]>();

  addOffice(office: Office): void {
    const known = listAt(this.#offices, office.words[0] ?? '');
    if (!known.some(({ words }) => sameWords(words, office.words))) known.push(office);
  }

  add({ words, start, end, paragraph, person, roles }: Sighting): void {
    const key = words.join(' ');
    let name = this.#names.get(key);
    if (!name) {
      name = { words, start, end, person, roles: new Set(), paragraphs: [] };
      this.#names.set(key, name);
      listAt(this.#bySurname, surnameOf(words)).push(name);
      for (const word of new Set(words)) listAt(this.#byWord, word).push(name);
    }
    name.person ||= person;
    if (name.paragraphs.at(-1) !== paragraph) name.paragraphs.push(paragraph);
    for (const role of roles) {
      if (!name.roles.has(role)) listAt(this.#byRole, role).push(name);
      name.roles.add(role);
    }
  }

  /** The very name, wherever it stands. */
  find(words: readonly string[]): KnownName | undefined {
    return this.#names.get(words.join(' '));
  }

  /** Whether somebody in the file bears this surname. */
  isSurname(word: string): boolean {
    return this.#bySurname.get(word)?.some(({ person }) => person) ?? false;
  }

  /** "Sheinbaum" → "Claudia Sheinbaum", "Eric Olson" → "Eric L. Olson"; `null` where two people share the name. */
  fuller(words: readonly string[], before: number): KnownName | null {
    const [first = ''] = words;
    const earlier = (names: readonly KnownName[] = []): KnownName[] =>
      names.filter((name) => name.start < before && name.words.length > words.length);
    const ending = earlier(this.#bySurname.get(surnameOf(words))).filter(
      (name) => words.length === 1 || name.words[0] === first || endsWith(name.words, words),
    );
    if (ending.length > 0 || words.length > 1) return onePerson(ending);
    return onePerson(earlier(this.#byWord.get(first)).filter(({ person }) => person));
  }

  /** The one name that has been called so ("the president"), or that ends so ("the ministry"). */
  calledSo(word: string, before: number): KnownName | null {
    const names = [...(this.#byRole.get(word) ?? []), ...(this.#bySurname.get(word) ?? [])];
    return onePerson(names.filter(({ start }) => start < before));
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

/** The name that all of these can be forms of; `null` for none or for several people's. */
function onePerson(names: readonly KnownName[]): KnownName | null {
  let one: KnownName | null = null;
  for (const name of names) {
    if (one === null || endsWith(one.words, name.words)) one = name;
    else if (endsWith(name.words, one.words)) continue;
    else if (!agree(one.words, name.words)) return null;
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
