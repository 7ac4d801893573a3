import { z } from 'zod';
import { type SearchedJson, toSearchedJson } from '../json.js';
import { hasWords, type Kind, plainQuestion } from '../kind.js';
import { listAll } from '../listing.js';
import { refersBack } from '../topic.js';

const ABOUT = [
  'thanks',
  'agreed',
  'goodbye',
  'hello',
  'summary',
  'translation',
  'writing',
] as const;

const schema = z.object({ kind: z.literal('talk'), about: z.enum(ABOUT), plain: plainQuestion });

/** What is said to the bot and asks nothing of the archive: thanks, and what it does not do. */
export const talk: Kind<z.infer<typeof schema>, TalkJson> = {
  schema,
  usage: [],
  /** It has no word: "talk" is one as any other. */
  parse: () => null,
  parsePlain(question) {
    const about = COURTESIES.find(({ said }) => said.test(question))?.about;
    if (about !== undefined) return { kind: 'talk', about };
    for (const { asks, about: wanted } of WISHES) {
      const [asked] = asks.exec(question) ?? [];
      if (asked === undefined) continue;
      const topic = question.slice(asked.length).replace(/^\W*(?:of|about|on|for|from)\s+/i, '');
      return hasWords(topic) && !refersBack(topic) && !ITSELF.test(topic)
        ? { kind: 'talk', about: wanted, plain: topic.trim() }
        : { kind: 'talk', about: wanted };
    }
    return null;
  },
  subject: ({ plain }) => plain ?? '',
  async answer(archive, asked) {
    const { about } = asked.request;
    const { freshness } = archive.view();
    const [said = '', ...more] = SAID[about];
    return {
      listing: listAll([], asked, {
        said: [said, ...more],
        searched: freshness,
        toEntry: (): never => {
          throw new RangeError('nothing is listed');
        },
      }),
      json: () => ({
        kind: 'talk',
        about,
        said: [said, ...more],
        searched: toSearchedJson(freshness),
      }),
      // "Summarise the tariffs" names what passages can be shown of.
      instead: said,
    };
  },
};

type About = (typeof ABOUT)[number];

const TO_BOT = '(?: (?:there|all|so much|very much|a lot|again|bot|clipdesk|everyone|you))*';
const ENDS = `${TO_BOT}[\\s!.,:)…👍🙏]*`;

const COURTESIES: readonly { readonly said: RegExp; readonly about: About }[] = [
  {
    said: new RegExp(
      `^\\W*(?:(?:ok|okay|great|cool|perfect|nice|oh)[\\s,!.]+)*(?:many thanks|thanks|thank you|thx|ty|cheers|gracias|merci)${ENDS}$`,
      'iu',
    ),
    about: 'thanks',
  },
  {
    said: new RegExp(
      `^\\W*(?:ok|okay|cool|great|got it|noted|will do|good job|well done|awesome)${ENDS}$`,
      'iu',
    ),
    about: 'agreed',
  },
  {
    said: new RegExp(`^\\W*(?:bye|goodbye|good night|see you|adi[oó]s)${ENDS}$`, 'iu'),
    about: 'goodbye',
  },
  {
    said: new RegExp(
      `^\\W*(?:hi|hello|hey|hola|good (?:morning|afternoon|evening)|buenos d[ií]as)${ENDS}$`,
      'iu',
    ),
    about: 'hello',
  },
];

const PLEASE = '^\\W*(?:(?:please|pls|now|can you|could you|would you|will you) )*';

/** What an archive that quotes does not do, by the words that ask for it; what follows them is the topic. */
const WISHES: readonly { readonly asks: RegExp; readonly about: About }[] = [
  {
    asks: new RegExp(
      `${PLEASE}(?:(?:summari[sz]e|sum up|recap|tl;?dr)(?= |\\W*$)|(?:(?:give|write|make|get|show) (?:me |us )?)?(?:a |the )?(?:short |brief |quick )?(?:summary|recap)(?= (?:of|about|on|for)\\b|\\W*$))`,
      'i',
    ),
    about: 'summary',
  },
  { asks: new RegExp(`${PLEASE}translate(?= |\\W*$)`, 'i'), about: 'translation' },
  {
    asks: new RegExp(
      `${PLEASE}(?:(?:write|draft|compose|generate|create|suggest|make|give) (?:(?:me|us) )?(?:an?|the|some|my|our)? ?(?:new |short |better |good )?(?:headlines?|lede?|article|story|tweet|post|caption|script|paragraph|press release|e-?mail|intro)\\b|(?:rewrite|rephrase|paraphrase)(?= |\\W*$))`,
      'i',
    ),
    about: 'writing',
  },
];

/** What has just been shown or said, and no topic. */
const ITSELF =
  /^\W*(?:(?:the|all|my|your|in|into|to|for|me|us|above|last|previous|please|english|spanish|french|german|portuguese|articles?|story|stories|passages?|answers?|text|thread|results?|conversation|everything)\W*)+$/i;

const SAID: Readonly<Record<About, readonly string[]>> = {
  thanks: ['You’re welcome.'],
  agreed: ['All right.'],
  goodbye: ['Goodbye.'],
  hello: ['Hello. Ask with a name or a subject, such as panama.'],
  summary: [
    'I don’t summarise: I only show words that stand in the archive.',
    'What comes nearest: timeline TOPIC lists its passages by date, quotes NAME what somebody is quoted with, figures TOPIC the numbers.',
  ],
  translation: [
    'I don’t translate: I only show words that stand in the archive, as they are printed.',
  ],
  writing: [
    'I don’t write: I only show words that stand in the archive.',
    'What comes nearest: quotes NAME, figures TOPIC and timeline TOPIC find the material.',
  ],
};

export interface TalkJson {
  kind: 'talk';
  about: About;
  /** What is answered, line by line. */
  said: string[];
  searched: SearchedJson;
}
