/** A sentence of a text; offsets count in that text, white space between sentences belongs to none. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Abbreviations that are followed by more of the same sentence, as a rule by a name or a number. */
const LEADS_ON = new Set(
  'mr mrs ms mx dr prof rev fr sr jr st gen col lt maj capt cmdr adm sgt cpl gov sen rep pres amb hon atty supt messrs mme mlle sra srta lic ing dpto no nos vs v fig vol pp op art sec ch ed eds cf al etc approx est dept univ assn jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun inc ltd corp co bros ave blvd rd mt ft e.g i.e viz'.split(
    ' ',
  ),
);
/** These close a sentence as often as not: the next word decides. */
const MAY_CLOSE = new Set(
  'u.s u.s.a u.n u.k e.u d.c l.a a.m p.m ph.d b.c a.d inc ltd corp co etc jr sr'.split(' '),
);
/** Words that begin a sentence far more often than they continue one with a capital. */
const OPENERS = new Set(
  'the a an this that these those it its he she they we you i his her their our my in on at by for from with after before when while if as but and or so yet there here what who how why where then now since until although though despite according meanwhile however also some many most all no not one two'.split(
    ' ',
  ),
);

/** Written small, these are words that end a sentence ("the answer is no."). */
const PLAIN_WORDS = new Set('no art sun sat mar fig ed mt'.split(' '));

/**
 * A mark that can end a sentence, with what closes around it, then white space or the end. A row of marks is
 * tried once, from its first: a line of a hundred thousand dots would else be tried from each.
 */
const END = /(?:(?<![.!?…])[.!?…]+|[。！？])["”'’»)\]]*(?=\s|$)/gu;
const NEXT_WORD = /\s+([¿¡"“'‘«([•–—-]*\s*)([\p{L}\p{N}]*)/uy;
const LAST_WORD = /(?:^|[\s"“'‘«([—–-])((?:\p{L}\.)*[\p{L}\p{N}]+)\.["”'’»)\]]*$/u;
/** How far back the word before a full stop is looked for. */
const WORD_REACH = 24;

/**
 * Where the sentences of one paragraph stand. A full stop ends no sentence after a title ("Mr."), a month
 * ("Jan."), an initial ("Eric L."), between letters and digits, or before a small letter; after "U.S." and
 * the like the next word decides.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = skipSpace(text, 0);
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (end <= start || !closes(text, end, match[0])) continue;
    sentences.push({ start, end });
    start = skipSpace(text, end);
  }
  const last = text.trimEnd().length;
  if (start < last) sentences.push({ start, end: last });
  return sentences;
}

function closes(text: string, end: number, mark: string): boolean {
  NEXT_WORD.lastIndex = end;
  const next = NEXT_WORD.exec(text);
  if (!next) return true;
  const [, opening = '', word = ''] = next;
  if (/^\p{Ll}/u.test(word)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const before = LAST_WORD.exec(text.slice(Math.max(0, end - WORD_REACH), end))?.[1];
  if (before === undefined) return true;
  const abbreviation = before.toLowerCase();
  if (MAY_CLOSE.has(abbreviation)) return opening.trim() !== '' || OPENERS.has(word.toLowerCase());
  if (LEADS_ON.has(abbreviation)) return PLAIN_WORDS.has(before);
  return !/^\p{Lu}$/u.test(before);
}

function skipSpace(text: string, from: number): number {
  const rest = /\S/g;
  rest.lastIndex = from;
  return rest.exec(text)?.index ?? text.length;
}
