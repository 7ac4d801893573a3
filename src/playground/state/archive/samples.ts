import type { NewArticle } from './archive-folder.js';

/** Articles ready to be added. They are invented, and say so: nobody is to take them for news. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  /** What is to be seen with it. */
  readonly hint: string;
  /** `now` in milliseconds since 1970; `round` counts from 1, so that a second one is another article. */
  make(now: number, round: number): NewArticle[];
}

const OUTLET = 'Playground Gazette';
const INVENTED =
  'This article was invented for the playground. Neither the places nor the people in it exist.';
const HOUR = 3_600_000;
const FLOOD = 200;

export const SAMPLES: readonly Sample[] = [
  {
    id: 'ferry',
    title: 'A night ferry',
    hint: 'A short story with a quotation and a figure. Watch “night ferry” before you add it.',
    make: (now, round) => [
      article(now, `Night ferry to run between Port Sample and Testholm${numbered(round)}`, [
        `The night ferry between Port Sample and Testholm will run from spring on${after(round)}, the harbour office said.`,
        '“Nobody who works a late shift will have to sleep on the quay again,” said Harbour Master Ada Placeholder.',
        'Some 340 people signed the petition for it in Testholm.',
      ]),
    ],
  },
  {
    id: 'markup',
    title: 'A lead full of markup',
    hint: '<!channel>, *stars* and an @here in the first paragraph: nobody is called, nothing turns bold.',
    make: (now, round) => [
      article(now, `Office chat misfires in Port Sample${numbered(round)}`, [
        'A message that read “<!channel> *lunch* is here, _all_ of it” reached the whole town hall of Port Sample, and @here as well as <@U0MAYA0001> with it.',
        `The clerk’s office said it had meant nobody and that a > sign at the start of a line${after(round)} is not a quotation.`,
      ]),
    ],
  },
  {
    id: 'embargo',
    title: 'Under embargo for two hours',
    hint: 'Not to be seen anywhere until the playground’s clock is two hours on. Then it arrives.',
    make: (now, round) => [
      {
        ...article(now, `Lighthouse of Testholm to be repainted${numbered(round)}`, [
          `The lighthouse of Testholm will be repainted in green and white${after(round)}, the council decided behind closed doors.`,
          '“It will be the greenest lighthouse there is,” said Councillor Max Mustername.',
        ]),
        embargoUntil: new Date(now + 2 * HOUR).toISOString(),
      },
    ],
  },
  {
    id: 'flood',
    title: `${FLOOD} short notes at once`,
    hint: 'A busy day: one digest, as long as Slack allows, that says how many it leaves out.',
    make: (now, round) =>
      Array.from({ length: FLOOD }, (_, index) =>
        article(now, `Note ${index + 1} from the council of Port Sample${numbered(round)}`, [
          `The council of Port Sample took note ${index + 1} of ${FLOOD}${after(round)}: bench number ${index + 1} will be sanded and painted.`,
        ]),
      ),
  },
];

function article(now: number, title: string, paragraphs: readonly string[]): NewArticle {
  return {
    title,
    outlet: OUTLET,
    date: new Date(now).toISOString().slice(0, 10),
    text: `${[...paragraphs, INVENTED].join('\n\n')}\n`,
  };
}

const numbered = (round: number): string => (round > 1 ? `, part ${round}` : '');
const after = (round: number): string => (round > 1 ? `, report ${round} says` : '');
