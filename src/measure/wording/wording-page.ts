import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sentencesIn } from './sentences-in.js';

/** Where what a file says is shown, by the beginning of its path; the first that fits. A file that none fits stands by itself. */
const PLACES: readonly (readonly [string, string])[] = [
  ['requests/kinds/check', 'Answers: check'],
  ['requests/kinds/passages', 'Answers: passages'],
  ['requests/kinds/', 'Answers: one kind each'],
  ['requests/', 'Answers: all of them'],
  ['search/', 'Answers: all of them'],
  ['quotes/', 'Answers: all of them'],
  ['slack/messages/listing', 'Answers in Slack'],
  ['slack/messages/entry', 'Answers in Slack'],
  ['slack/messages/quote', 'Answers in Slack'],
  ['slack/messages/source', 'Answers in Slack'],
  ['slack/messages/archive', 'Answers in Slack'],
  ['slack/messages/citation', 'The window behind Open'],
  ['slack/messages/article', 'The window behind Open'],
  ['slack/messages/modals', 'The window behind Open'],
  ['slack/messages/digest', 'The digest'],
  ['slack/messages/outgoing', 'The digest'],
  ['slack/messages/correction', 'Corrections'],
  ['slack/messages/watch', 'Watches'],
  ['slack/messages/home', 'Home and help'],
  ['slack/messages/help', 'Home and help'],
  ['slack/messages/here', 'Who may read a channel'],
  ['slack/messages/wording', 'Reasons, and what became of a press'],
  ['slack/messages/refusals', 'Reasons, and what became of a press'],
  ['slack/messages/', 'Other messages in Slack'],
  ['slack/', 'Slack: presses and the start'],
  ['terminal/', 'The terminal'],
  ['mcp/', 'To assistants'],
  ['digest/', 'Setting up a digest or a watch'],
  ['corpus/', 'To whoever keeps the archive'],
  ['intake/', 'To whoever keeps the archive'],
  ['keeper/', 'To whoever keeps the archive'],
  ['answer/', 'To whoever keeps the archive'],
  ['start/', 'To whoever runs the bot'],
  ['store/', 'To whoever runs the bot'],
  ['config', 'To whoever runs the bot'],
  ['index', 'To whoever runs the bot'],
  ['main', 'To whoever runs the bot'],
  ['local-http', 'To whoever runs the bot'],
];

/** Nobody of a newsroom reads these: the playground, what measures the bot, Slack's limits, lists of words, databases. */
const ASIDE =
  /^(?:(?:playground|page|measure|block-kit|quotes\/speakers|answer\/figures|store\/sql)\/|search\/(?!question\/))|\.d\.ts$/;

/** Every sentence that the bot can say, by where it is shown; each once in its place. `src` is the folder of the sources. */
export async function wordingPage(src: string): Promise<string> {
  const places = new Map<string, Set<string>>();
  const names = await readdir(src, { recursive: true });
  const files = names.map((name) => name.split(path.sep).join('/'));
  for (const file of files.toSorted().filter((name) => name.endsWith('.ts') && !ASIDE.test(name))) {
    const said = sentencesIn(await readFile(path.join(src, file), 'utf8'));
    const place = placeOf(file);
    const known = places.get(place) ?? new Set();
    for (const sentence of said) known.add(sentence.replaceAll('\n', ' ⏎ '));
    if (known.size > 0) places.set(place, known);
  }
  const order = [...new Set(PLACES.map(([, title]) => title))];
  const rest = [...places.keys()].filter((title) => !order.includes(title));
  return [...order, ...rest]
    .flatMap((title) => {
      const said = places.get(title);
      return said === undefined
        ? []
        : [`${title}\n\n${[...said].map((one) => `  ${one}\n`).join('')}`];
    })
    .join('\n');
}

function placeOf(file: string): string {
  return PLACES.find(([beginning]) => file.startsWith(beginning))?.[1] ?? file;
}
