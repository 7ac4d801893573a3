/** What passages of some kind answer: who said it, when it was, how many there were. */
export type Sought = 'speaker' | 'day' | 'figure';

/** How questions ask for a kind of thing, in the order in which they are tried. */
const ASKS: readonly [RegExp, Sought][] = [
  [
    /\bhow (?:many|much)\b|\b(?:numbers?|figures?|per ?cent|statistics|cu[aá]nt[oa]s?)\b|%/i,
    'figure',
  ],
  [
    /^\W*(?:and |but )?when\b|\b(?:what|which) (?:day|date|month|year)\b|\bsince when\b|\bcu[aá]ndo\b/i,
    'day',
  ],
  [
    /\bwho (?:said|says|told|wrote|announced|claimed|called)\b|\bquotes?\b|\bqui[eé]n dijo\b/i,
    'speaker',
  ],
];

/** What shows that a passage holds such a thing. */
const SHOWS: Readonly<Record<Sought, RegExp>> = {
  figure: /\d/,
  day: /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|yesterday|(?:19|20)\d\d)\b|\b(?:last|this|next|earlier this) (?:week|month|year)\b/,
  speaker:
    /\b(?:said|says|told|wrote|added|announced|according to|statement|stated|asked|replied)\b/i,
};

/** Whether the question asks who said something, when it was, or how many there were. */
export function readSought(question: string): Sought | null {
  return ASKS.find(([asks]) => asks.test(question))?.[1] ?? null;
}

export function holdsSought(text: string, sought: Sought): boolean {
  return SHOWS[sought].test(text);
}
