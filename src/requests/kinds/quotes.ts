import { z } from 'zod';
import { excerptOf } from '../../answer/answer.js';
import { findQuotations, type QuotesFound } from '../../quotes/find-quotations.js';
import { type Quotation, type Speaker } from '../../quotes/quotations-in.js';
import { type ExcerptJson, type SearchedJson, toExcerptJson, toSearchedJson } from '../json.js';
import { hasWords, type Kind, plainQuestion, RequestError } from '../kind.js';
import {
  type Asked,
  cautionLines,
  type Entry,
  type Listing,
  noteLine,
  PAGE_SIZE,
  proofOf,
  quoteLine,
  shownOf,
  sourceLine,
} from '../listing.js';
import { refersBack } from '../topic.js';
import {
  countShown,
  excerptLine,
  plural,
  quote,
  shorten,
  sourceParts,
  speakerLine,
} from '../wording.js';

const schema = z.object({
  kind: z.literal('quotes'),
  name: z.string(),
  about: z.string().nullable(),
  plain: plainQuestion,
});

/** What somebody is quoted with, about a topic perhaps; each with the name as printed and the one it is taken for. */
export const quotes: Kind<z.infer<typeof schema>, QuotesJson> = {
  schema,
  usage: [
    {
      write: 'quotes sheinbaum',
      gives: 'what somebody is quoted with; also quotes arevalo about asylum',
    },
  ],
  parse(rest, earlier) {
    if (!hasWords(rest)) {
      if (earlier.length > 0) return null;
      throw new RequestError(
        'quotes needs a name, such as quotes sheinbaum or quotes arevalo about safe third country.',
      );
    }
    const { name, about } = splitAbout(rest.replace(/^(?:from|by|of|attributed to)\s+/i, ''));
    return name === '' ? null : { kind: 'quotes', name, about };
  },
  parsePlain(question) {
    for (const form of SAYS) {
      const { name: given = '', rest = '' } = form.exec(question)?.groups ?? {};
      const named = given.trim();
      if (named === '' || NO_NAME.test(named) || named.split(/\s+/).length > NAME_WORDS) continue;
      const { name: before, about } = splitAbout(rest);
      const asked = splitAbout(named);
      // "What did she say to reporters when …" asks more than a name and a topic.
      if (before !== '' || asked.name === '' || refersBack(about ?? '')) return null;
      return { kind: 'quotes', name: asked.name, about: about ?? asked.about, plain: question };
    }
    return null;
  },
  subject: ({ plain, name, about }) => plain ?? [name, about ?? ''].join(' ').trim(),
  async answer(archive, asked, limit) {
    const view = archive.view();
    const found = await archive.inSlices(
      findQuotations(view, asked.request, { limit, skip: asked.skip }),
    );
    return {
      listing: listingOf(found, asked),
      json: () => toQuotesJson(found),
      // "What did Mexico say about deportees?" is answered by what is told of it where nobody is quoted.
      instead: found.total === 0 ? headline(found, 0) : undefined,
    };
  },
};

const SAYS: readonly RegExp[] = [
  /^quote (?:(?:from|by|of) )?(?!unquote)(?<name>.{1,80}?)(?<rest>)[\s?!.]*$/is,
  /^\W*what (?:did|does|do|has|have) (?<name>.{1,80}?) (?:say|said|says)(?=[\s?!.]|$)(?<rest>.*)$/is,
  /^\W*what (?:is|was|are|were) (?<name>.{1,80}?) saying(?=[\s?!.]|$)(?<rest>.*)$/is,
];
/** Of these the thread or the archive itself must tell who is meant. */
const NO_NAME =
  /^(?:i|we|you|he|she|it|they|this|that|these|those|people|anyone|anybody|everyone|someone|the (?:articles?|archive|clippings?|papers?|press|media|reports?|story|stories|text|timeline|figures|numbers|others?))$/i;
const NAME_WORDS = 6;

const ABOUT = /(?:^|\s)(?:about|on|regarding)\s+(?=\S)/i;

/** "arevalo about safe third country" → a name, and what the words are to be about. */
function splitAbout(text: string): { name: string; about: string | null } {
  const at = ABOUT.exec(text);
  if (at === null) return { name: bare(text), about: null };
  const about = bare(text.slice(at.index + at[0].length));
  return { name: bare(text.slice(0, at.index)), about: about === '' ? null : about };
}

/** Marks around a name bind nothing here, and a question mark asks nothing more. */
const ROUND = /[\s"“”„«»‘'’?!.,:;]/;

function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ROUND.test(text.charAt(start))) start += 1;
  while (start < end && ROUND.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function listingOf(found: QuotesFound, asked: Asked): Listing {
  return {
    asked,
    order: 'other',
    pageSize: PAGE_SIZE,
    said: (shown) => [headline(found, shown), ...notices(found)],
    entries: found.quotations.map((quotation, index) =>
      quotationEntry(quotation, asked.skip + index + 1),
    ),
    more: (shown) => Math.max(0, found.total - asked.skip - shown),
    searched: found.searched,
  };
}

function quotationEntry(quotation: Quotation, number: number): Entry {
  // With the marks that the file has around them.
  const excerpt = excerptOf(quotation, quotation.printed);
  const speaker = speakerLine(quotation);
  return {
    number,
    parts: [
      {
        lines: [
          sourceLine(excerpt),
          ...quoteLine(excerpt),
          noteLine(speaker),
          ...cautionLines([excerpt]),
        ],
        proof: proofOf(excerpt),
      },
    ],
    line: `${excerptLine(excerpt)} (${speaker})`,
    cites: shownOf([excerpt]),
  };
}

/** Who is quoted, and how often, in one line. */
function headline({ asked, names, total, skipped }: QuotesFound, shown: number): string {
  const about = asked.about === null ? '' : ` about ${quote(shorten(asked.about))}`;
  if (names.length === 0) return `Nobody called ${quote(shorten(asked.name))} is quoted here.`;
  const who = names.map(({ name }) => name).join(', ');
  if (total === 0) return `${who}: no quotation${about}.`;
  const count =
    shown === 0 ? 'no more quotations' : countShown({ skipped, shown, total, noun: 'quotation' });
  return `${who}${about}: ${count}`;
}

/** Passages named one by one; of more the number is enough. */
const PASSAGES_NAMED = 5;

/** How the name was read, and where else to look when nobody was found. */
function notices({ names, nearest, mentioned, missing }: QuotesFound): string[] {
  const named = mentioned.slice(0, PASSAGES_NAMED).map((passage) => {
    const { file, paragraph } = sourceParts({ passage });
    return `${file} ${paragraph}`;
  });
  const others = mentioned.length > PASSAGES_NAMED ? ' and others' : '';
  return [
    ...(names.length > 1
      ? [
          `Names as printed: ${names.map(({ name, count }) => `${name} (${plural(count, 'quotation')})`).join(', ')}.`,
        ]
      : []),
    ...(missing.length > 0 ? [`Nowhere in the archive: ${missing.map(quote).join(', ')}.`] : []),
    ...(mentioned.length > 0
      ? [
          `The name stands in ${plural(mentioned.length, 'passage')}, without words of theirs in quotation marks: ${named.join(', ')}${others}.`,
        ]
      : []),
    ...(nearest.length > 0 ? [`Speakers with a name like it: ${nearest.join(', ')}.`] : []),
  ];
}

export interface QuotesJson {
  kind: 'quotes';
  query: string;
  about: string | null;
  /** The names it was taken for, as printed, with how many quotations each has. */
  names: { name: string; count: number }[];
  /** How many there are, whether listed or not. */
  total: number;
  quotations: QuotationJson[];
  /** Where nobody of the name is quoted: speakers with a name like it. */
  nearest: string[];
  /** Where nobody of the name is quoted: the paragraphs in which it stands. */
  mentioned: { file: string; paragraph: number }[];
  /** Words of the topic that stand nowhere in the archive. */
  missing: string[];
  searched: SearchedJson;
}

/** Its text without the marks. */
export interface QuotationJson extends ExcerptJson {
  speaker: SpeakerJson;
  /** A whole sentence or more, not a few words inside the reporter's own. */
  wholeSentence: boolean;
}

export interface SpeakerJson {
  name: string | null;
  /** What stands with the quotation, word for word; `null` where nothing does. */
  mention: string | null;
  basis: Speaker['basis'];
}

export function toQuotesJson(found: QuotesFound): QuotesJson {
  const { asked, searched } = found;
  return {
    kind: 'quotes',
    query: asked.name,
    about: asked.about,
    names: found.names.map(({ name, count }) => ({ name, count })),
    total: found.total,
    quotations: found.quotations.map(toQuotationJson),
    nearest: [...found.nearest],
    mentioned: found.mentioned.map(({ article, paragraph }) => ({
      file: article.file,
      paragraph: paragraph.number,
    })),
    missing: [...found.missing],
    searched: toSearchedJson(searched),
  };
}

export function toQuotationJson(quotation: Quotation): QuotationJson {
  const excerpt = toExcerptJson(excerptOf(quotation, quotation));
  const { file, paragraph, start, end, text, problems, ...rest } = excerpt;
  const { speaker, wholeSentence } = quotation;
  const place = { text, file, paragraph, start, end };
  return { ...place, speaker: toSpeakerJson(speaker), ...rest, problems, wholeSentence };
}

export function toSpeakerJson({ name, mention, basis }: Speaker): SpeakerJson {
  return { name, mention: mention?.text ?? null, basis };
}
