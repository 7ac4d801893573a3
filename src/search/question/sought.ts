/** What passages of some kind answer: who said it, in which words, when it was, how many there were, why. */
export type Sought = 'speaker' | 'quotation' | 'day' | 'figure' | 'reason';

/** How questions ask for a kind of thing, in the order in which they are tried. */
const ASKS: readonly [RegExp, Sought][] = [
  [
    /\bhow (?:many|much)\b|\b(?:numbers?|figures?|per ?cent|statistics|cu[aá]nt[oa]s?)\b|%/i,
    'figure',
  ],
  [
    /^\W*(?:and |but )?when\b|\b(?:what|which) (?:day|date|month|year)\b|\bdates?\W*$|\bsince when\b|\bcu[aá]ndo\b/i,
    'day',
  ],
  [/\b(?:quotes?|quotations?)\b/i, 'quotation'],
  [
    /\bwho (?:said|says|told|wrote|announced|claimed|called)\b|\bqui[eé]n dijo\b|\bwhat (?:did|does|do|has|have|had) .*\b(?:say|said|tell|told|write|written)\b/i,
    'speaker',
  ],
  [/^\W*(?:and |but |so )?why\b|\bhow come\b|\bpor qu[eé]\b/i, 'reason'],
];

/** What shows that a passage holds such a thing. */
const SHOWS: Readonly<Record<Sought, RegExp>> = {
  figure: /\d/,
  day: /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|May \d|yesterday|today|tomorrow|(?:19|20)\d\d)\b|\b(?:last|this|next|earlier this) (?:week|month|year)\b/,
  speaker:
    /\b(?:said|says|told|wrote|added|announced|according to|statement|stated|asked|replied|described|emphasized|claim(?:s|ed|ing)|insisted|warned)\b/i,
  quotation: /["“”«»]/,
  reason:
    /\b(?:because|due to|owing to|in (?:light|response|retaliation|anticipation|view)\b|as (?:a )?result|so (?:that|as)|to avoid|concerns?|reasons?|fear(?:s|ed|ing)?)\b/i,
};

/** Whether the question asks who said something, when it was, or how many there were. */
export function readSought(question: string): Sought | null {
  return ASKS.find(([asks]) => asks.test(question))?.[1] ?? null;
}

export function holdsSought(text: string, sought: Sought): boolean {
  return SHOWS[sought].test(text);
}
