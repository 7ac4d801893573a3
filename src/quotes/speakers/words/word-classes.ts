/** Classes of English words by which sentences around quotations are taken apart, and who speaks in them is told. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Written before a name and no part of it, in lower case. */
export const TITLES = set(
  `mr mr. mrs mrs. ms ms. mx mx. dr dr. prof prof. professor sir dame lord lady rev rev. reverend father sister brother pope
  president president-elect ex-president vice-president premier chancellor minister prime secretary undersecretary governor gov gov.
  senator sen sen. congressman congresswoman representative rep rep. rep.-elect speaker mayor ambassador amb amb. attorney
  general gen gen. lt lt. lieutenant col col. colonel capt capt. captain maj maj. major sgt sgt. sergeant cpl corporal
  adm adm. admiral cmdr cmdr. commander officer detective det det. inspector insp constable superintendent supt supt. sheriff
  chief deputy judge justice magistrate king queen prince princess duke duchess emperor sheikh sheik imam rabbi ayatollah
  bishop archbishop cardinal pastor chairman chairwoman chairperson chair ceo cfo coo cto cmo ceo’s coach manager director executive founder
  co-founder cofounder owner qb rb wr te lb striker midfielder defender goalkeeper quarterback
  analyst economist strategist editor author writer actor actress singer rapper spokesman spokeswoman spokesperson
  commissioner councillor councilman councilwoman councilor counsel chef dj mp mep msp md phd baroness baron count senators presidents ministers reps drs profs judges governors actors authors coaches
  señor señora sr sra don doña herr frau monsieur madame mme messrs messrs. acting interim former ex late hon hon. aide
  star guitarist drummer frontman comedian journalist reporter correspondent host presenter comptroller treasurer principal
  dean provost researcher scientist expert pundit boss skipper vice senior junior associate assistant special envoy`,
);

/** What follows "Secretary of" and "Minister for": "Secretary of State Marco Rubio". */
export const OFFICES = set(
  `state defense defence homeland security education energy treasury commerce labor labour agriculture interior health human
  services transportation transport foreign affairs justice finance veterans housing urban development environment trade
  culture sport tourism science staff police operations technology war economy immigration`,
);

/** Words for whoever speaks for others, or in their stead; a definite one may be somebody named before. */
export const ROLE_NOUNS = set(
  `president president-elect minister secretary chancellor premier governor senator congressman congresswoman representative
  lawmaker speaker mayor ambassador attorney lawyer general colonel captain sergeant officer detective sheriff chief judge
  justice king queen prince princess pope bishop archbishop cardinal pastor rabbi imam chairman chairwoman chairperson ceo
  executive coach manager director founder co-founder owner analyst economist strategist editor author writer actor actress
  singer rapper musician artist spokesman spokeswoman spokesperson commissioner councillor chef mp professor scientist
  researcher doctor physician surgeon teacher player striker midfielder defender goalkeeper quarterback billionaire
  entrepreneur businessman businesswoman star comedian journalist reporter politician diplomat official leader prosecutor
  expert psychologist psychiatrist historian filmmaker director novelist poet designer candidate`,
);

/** Further words for one person, so that "he" can mean whoever was called so. */
export const PEOPLE_NOUNS = set(
  `man woman boy girl mother father son daughter wife husband friend neighbor neighbour resident student victim witness survivor
  source insider fan customer worker employee veteran farmer driver passenger nurse parent user patient client colleague
  sister brother widow uncle aunt cousin teammate person homeowner shopper voter`,
);

/** Heads of the names of bodies: never a person. */
export const BODY_NOUNS = set(
  `ministry department government administration agency nation bureau office council committee commission court parliament congress
  senate house party union association federation league club team company corporation group bank university college school
  institute foundation organization organisation authority board center centre hospital church army navy police force
  newspaper magazine network times post journal news press herald tribune guardian telegraph mail bbc cnn abc nbc cbs fox
  reuters bloomberg embassy consulate presidency campaign coalition alliance army airline airlines inc inc. corp corp. ltd ltd. llc
  plc co co. service services society fund trust academy museum studio studios records entertainment media sports games
  technologies systems labs motors industries holdings partners capital management international organization act bill
  treaty agreement accord street avenue road park bridge river lake mountain island islands county state states city town
  village airport stadium arena square tower building river sea ocean bay gulf cup bowl championship trophy award awards
  festival prize league series season show day week month year war`,
);

/** Papers and posts that say something in the stead of whoever wrote them. */
export const PAPERS = set(
  `statement report letter email e-mail memo memorandum filing lawsuit complaint indictment affidavit ruling order opinion
  decision tweet post message note sign placard banner headline caption editorial article document study paper survey review release
  notice description website page text transcript petition resolution declaration communique communiqué account listing
  advisory summary label plaque inscription`,
);

/** Nouns that hand over words: "Trump’s claim that “…”". */
export const SAYING_NOUNS = set(
  `claim claims comment comments remark remarks statement statements assertion assertions warning warnings promise promises
  vow pledge call calls description characterization characterisation words message tweet tweets post posts assessment
  accusation accusations allegation allegations suggestion argument contention insistence declaration response reply answer
  question note letter email explanation admission acknowledgment acknowledgement prediction speech praise criticism
  complaint denial quote quip boast joke rhetoric reference observation view belief`,
);

/** What stands before words in marks that nobody says: "the word “X”", "the film “X”". */
export const TERM_NOUNS = set(
  `word words term terms phrase phrases slogan slogans expression title nickname moniker label tag hashtag motto acronym
  abbreviation film movie documentary sitcom drama musical comedy thriller play opera novel book memoir poem song single track album ep lp
  mixtape series show episode podcast program programme game video sketch segment column blog magazine newspaper
  painting sculpture exhibition exhibit tour festival act bill law rule policy plan scheme operation project initiative category
  section tab button option feature setting chapter essay article report list letter letters name names concept idea notion
  theory doctrine character role hit ballad anthem hymn trilogy franchise sequel prequel spinoff
  meme emoji trend account handle event concert special remake reboot version edition mode method rating ratings pick picks badge grade`,
);

/** Verbs and phrases before words in marks that only name something. */
export const NAMED_BY = set(
  `dubbed nicknamed titled entitled named christened so-called known called codenamed code-named labelled labeled termed
  headlined captioned subtitled renamed billed referred refers serve serves served serving translated means meaning spelled pronounced retitled named aka tagged hashtagged
  starring starred featuring featured sang performed performing covered released
  rated graded ranked downgraded upgraded classified designated certified nickname nicknames`,
);

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
