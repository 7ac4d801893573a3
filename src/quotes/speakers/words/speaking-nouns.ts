import { BODY_NOUNS, PAPERS, PEOPLE_NOUNS, ROLE_NOUNS, TITLES } from './word-classes.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Further words for who or what can have said something: people, groups of them, houses and their papers. */
const FURTHER = set(
  `people person persons man men woman women guy kid kids child children couple pair duo trio family families relative crowd
  band gang tribe bloc firm startup start-up giant site website platform app outlet publication publisher brand chain store
  media network rep exec boffin academic critic skeptic sceptic colleague local native local neighbor one two three another
  other others someone somebody many several some both either third anyone audience panel jury defense defence prosecution
  bench opposition union staff crew cast management leadership parent survivor veteran nephew niece cousin grandson
  granddaughter grandmother grandfather chief boss head co-head winner champion pilot cop clerk monk nun rebel migrant
  minutes filing guideline definition inscription presentation announcement invitation obituary lawsuit indictment affidavit
  book diary chapter verse refrain song ad advert advertisement billboard poster tweet meme thread blog subtitle voiceover
  narrator camera court minute survey census budget constitution treaty agreement guide manual leaflet brochure testimony
  submission earnings
  forward half scrum-half fly-half fullback end lead individual signatory program programme redhead forum comment thousand
  million hundred else agency`,
);

/** Endings of words for whoever does, studies or comes from something. */
const WHO =
  /(?:[^aeiou]er|[tsc]or|ist|ian|[^t]ee|[^r]ant|[^m]ent|man|men|woman|women|person|people|mate|folk|crat|star)s?$/;

/** Nobody, though the word ends like one for somebody. */
const NOBODY = set(
  `street avenue road park bridge river lake mountain island stadium arena square building sea ocean bay gulf cup trophy
  season day week month year war number order power matter weather border summer winter water corner factor sector error center centre offer
  river answer encounter chapter counter december october november september event moment percent accent content extent
  scent cent incident element talent intent current rent parent's tower shower flower dinner murder disaster quarter`,
);

/** Whether a noun, in lower case, is for somebody or something that can speak: not "streets", "procedures", "2010". */
export function canSpeak(noun: string): boolean {
  const whole = noun.replace(/^(?:co|ex|vice|non)-/, '');
  const one = whole.replace(/(?<=[^aeiou])ies$/, 'y').replace(/s$/, '');
  if (NOBODY.has(whole) || NOBODY.has(one)) return false;
  return (
    [whole, one].some(
      (word) => isPersonOrPaper(word) || BODY_NOUNS.has(word) || FURTHER.has(word),
    ) ||
    WHO.test(whole) ||
    /\.(?:com|org|net|gov)$/.test(whole)
  );
}

/** Such a noun is the head of a phrase that goes on: "the letter signed by", "one person working with". */
export function isPersonOrPaper(noun: string): boolean {
  return [ROLE_NOUNS, PEOPLE_NOUNS, TITLES, PAPERS].some((words) => words.has(noun));
}
