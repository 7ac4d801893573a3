/** What people and bodies are called beside their names. */

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
  meme emoji trend account handle event concert special remake reboot version edition mode method rating ratings`,
);

/** Verbs and phrases before words in marks that only name something. */
export const NAMED_BY = set(
  `dubbed nicknamed titled entitled named christened so-called known called codenamed code-named labelled labeled termed
  headlined captioned subtitled renamed billed referred refers serve serves served serving translated means meaning spelled pronounced retitled named aka tagged hashtagged
  starring starred featuring featured sang performed performing covered released`,
);
