/** What is counted, and where its word ends. */
export interface Unit {
  readonly name: string;
  readonly end: number;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  dollar: '$',
  dollars: '$',
  euro: '€',
  euros: '€',
  pound: '£',
  pounds: '£',
};

/** How many words may stand between a number and what it counts: "29 prominent cartel members". */
const BETWEEN = 3;
const NEXT = /\s+(?:of\s+)?(?:(?:the|its|their|all)\s+)?([\p{L}\p{M}][\p{L}\p{M}.’'-]*)/uy;
/** Plurals that end otherwise, and measures that are written in the singular. */
const PLURALS = new Set(
  'people men women children police troops personnel staff aircraft sheep fish feet teeth percent hectares tons acre ton tonne tonnes kilo km kilometers miles degrees lives wives families countries'.split(
    ' ',
  ),
);
/** After one of these nothing more is counted; those that end in s are no plurals. */
const ENDS = new Set(
  `a an the and or but nor so yet of in on at by to for from with without about over under into onto than that which who whom whose when where while
  is was are were be been being has had have having does do did will would can could may might shall should must says said this these those its his hers
  as if because since until before after during across against among between through per each every he she it they we you i not no also only just
  this thus perhaps always sometimes besides towards afterwards across plus minus versus`.split(
    /\s+/,
  ),
);

/**
 * The noun that a number counts: the first plural within a few words, before anything that ends the phrase. Without a
 * plural nothing is said to be counted.
 */
export function readUnit(sentence: string, from: number): Unit | null {
  let at = from;
  let name: Unit | null = null;
  for (let count = 0; count <= BETWEEN; count += 1) {
    NEXT.lastIndex = at;
    const match = NEXT.exec(sentence);
    const word = match?.[1]?.replace(/[.’']+$/, '');
    if (match === null || word === undefined) return name;
    const lower = word.toLowerCase();
    if (ENDS.has(lower) || /[’']s$/.test(lower)) return name;
    const end = NEXT.lastIndex - ((match[1]?.length ?? 0) - word.length);
    const unit = isPlural(lower) ? { name: CURRENCIES[lower] ?? lower, end } : null;
    // "five Chiefs games": a plural name may lead to what is counted.
    if (unit && (lower === word || name)) return unit;
    name ??= unit;
    if (sentence.charAt(end) === ',') return name;
    at = NEXT.lastIndex;
  }
  return name;
}

function isPlural(word: string): boolean {
  return PLURALS.has(word) || (/\p{L}{2}s$/u.test(word) && !/(?:ss|us|is|ous)$/.test(word));
}
