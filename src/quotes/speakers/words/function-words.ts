/** Small closed classes of English words, as sentences around quotations are taken apart with them. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const DETERMINERS = set(
  `the a an this that these those his her their its our my your whose some many several most other another one two
  three four five six seven eight nine ten both each no any every all few various numerous dozens hundreds thousands`,
);
export const POSSESSIVES = set('his her their its our my your whose');

/** Pronouns that can be the subject of "said". */
export const PRONOUNS = set('he she they it i we you who');

export const PREPOSITIONS = set(
  `of for from at with in on to by near about against among around behind between inside into outside over under
  within without via during through across amid despite besides including like unlike regarding concerning as upon
  toward towards since after before`,
);

/** What may stand between a noun and a further noun that belongs to it: "a spokesman for the ministry". */
export const LINKS = set('of for from at with in on to close familiar near by about behind');

export const AUXILIARIES = set(
  `is are was were be been being am has have had having do does did will would can could may might must shall should
  isn’t isn't wasn’t wasn't hasn’t hasn't didn’t didn't won’t won't wouldn’t wouldn't 'd ’d 'll ’ll`,
);
export const BE = set('is are was were be been being am’s');

/** Where another clause begins: whoever is the subject before is not the subject after. */
export const CLAUSE_OPENERS = set(
  `that which who whom whose while when whenever where wherever because although though if unless until whereas
  whether how why what since before after but so as than`,
);
export const CONJUNCTIONS = set('and but or so yet nor then');

/** Adverbs that do not end in -ly. */
const ADVERBS = set(
  `also then later again once first recently earlier instead too still even never often always ever just only soon
  now today yesterday tomorrow thus however meanwhile further furthermore sometimes already back simply previously
  quickly famously repeatedly on-air aloud afterwards afterward himself herself themselves itself has have had
  monday tuesday wednesday thursday friday saturday sunday mon tues wed thurs fri sat sun would will did does could
  there here all both each flatly subsequently not long ago twice perhaps maybe well out up down off over`,
);

export function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || (word.length > 4 && word.endsWith('ly') && !NOT_ADVERBS.has(word));
}

const NOT_ADVERBS = set(
  `family italy july ally reply rally assembly elderly belly bully lily emily sally kelly billy reilly daly kimberly
  beverly monopoly anomaly supply apply imply comply rely only friendly early likely daily weekly monthly quarterly`,
);

/** Finite verbs that end a noun phrase, beside auxiliaries and forms in -ed. */
export const PLAIN_VERBS = set(
  `went took sat stood ran came got gave made left held kept brought bought caught sent met won lost led felt saw
  knew grew drew threw fell rose spent built broke drove wore chose became let sets set goes takes makes gives comes
  gets wants needs looks seems appears knows feels sees hopes believes leads plays runs works lives turns moves
  stands sits brings holds wanted needed looked seemed appeared hoped believed turned moved used heard hears shows
  faces faced says said plans means meant lies lay tries tried continues starts began adds`,
);

/** Capitals at the head of a sentence that begin no name. */
export const SENTENCE_OPENERS = set(
  `the a an this that these those it its he she they we you i his her their our my in on at by for from with after
  before when while if let as but and or so yet there here what who how why where then now since until although
  though despite according meanwhile however also some many most all no not one two three four five six seven eight
  nine ten both each every another other others such even still just only once during under over into about between
  among amid against through because unless whether perhaps maybe yes ok okay well oh today yesterday tomorrow
  earlier later last next more much none nobody everyone everybody someone somebody anyone nothing something
  everything to of up out off down too very first second third finally instead indeed rather thus hence therefore
  moreover furthermore nevertheless nonetheless otherwise likewise similarly recently currently previously
  additionally asked speaking responding writing referring citing following credit source note update disclaimer
  wearing given based read watch related see click advertisement photo image video getty updated published share
  whatever whenever wherever whose whom which than like unlike per via plus minus without within said says told
  adding added let’s let's don’t don't can’t can't it’s it's that’s that's i’m i'm we’re we're there’s there's he’s
  he's she’s she's they’re they're you’re you're what’s what's i’ve i've we’ve we've isn’t isn't didn’t didn't
  several dozens hundreds thousands millions few fewer less least half along alongside apart aside across around
  back behind beside besides beyond near nearly almost again ago already always never often sometimes usually monday
  tuesday wednesday thursday friday saturday sunday january february march july august september october november
  december is are was were does did welcome loading`,
);

/** Words written small inside names. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della di du la le van von der den ter ten bin ibn ben al el abu zu af'.split(
    ' ',
  ),
);
