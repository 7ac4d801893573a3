import names from 'emoji-name-map/lib/datasource.json';

const signs: Readonly<Record<string, string>> = names;

/** Second names that Slack takes too; the table has one for each sign. */
const sameAs: Readonly<Record<string, string>> = {
  envelope: 'email',
  'flag-us': 'us',
  heavy_exclamation_mark: 'exclamation',
  open_book: 'book',
  pencil: 'memo',
  thumbsdown: '-1',
  thumbsup: '+1',
};

const nameOf = new Map(Object.entries(signs).map(([name, sign]) => [sign, name]));
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The sign that a name (without colons) stands for; undefined where no emoji has it. */
export function emojiSign(name: string): string | undefined {
  const known = Object.hasOwn(sameAs, name) ? sameAs[name] : name;
  return known !== undefined && Object.hasOwn(signs, known) ? signs[known] : undefined;
}

/** Names that begin so, then those with another word that does; of the first, the shortest first. */
export function emojiNames(query: string): string[] {
  const all = [...Object.keys(signs), ...Object.keys(sameAs)];
  const rank = (name: string): number =>
    name.startsWith(query) ? 0 : name.split(/[_-]/).some((word) => word.startsWith(query)) ? 1 : 2;
  return all
    .filter((name) => rank(name) < 2)
    .toSorted((one, other) => rank(one) - rank(other) || one.length - other.length);
}

/** The text as Slack keeps it: a typed or pasted emoji is the code of its name there, `:flag-pa:`. */
export function withEmojiCodes(text: string): string {
  if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(text)) return text;
  return Array.from(clusters.segment(text), ({ segment }) => {
    const name = nameOf.get(segment) ?? nameOf.get(segment.replaceAll('\uFE0F', ''));
    return name === undefined ? segment : `:${name}:`;
  }).join('');
}
