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

/** An emoji by its name without colons; the name itself where no emoji has it. */
export function EmojiSign({ name }: { name: string }) {
  const known = Object.hasOwn(sameAs, name) ? sameAs[name] : name;
  if (known === undefined || !Object.hasOwn(signs, known)) {
    return <span class="emoji-name">:{name}:</span>;
  }
  return (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
      {signs[known]}
    </span>
  );
}
