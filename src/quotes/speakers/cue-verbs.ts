/**
 * Verbs by which a reporter hands over to somebody's words, as lemmas with their irregular forms:
 * past, then past participle where it differs.
 */
const IRREGULAR: Readonly<Record<string, readonly [string, string?]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  read: ['read'],
  think: ['thought'],
  swear: ['swore', 'sworn'],
  speak: ['spoke', 'spoken'],
  rewrite: ['rewrote', 'rewritten'],
  forewarn: ['forewarned'],
  foretell: ['foretold'],
  reply: ['replied'],
  put: ['put'],
  begin: ['began', 'begun'],
  sing: ['sang', 'sung'],
  retell: ['retold'],
  overhear: ['overheard'],
};

/** Whoever is the subject of one of these speaks or writes. */
const SAYING =
  `say tell put write post tweet retweet add warn claim state announce declare insist argue explain note reply respond answer
  ask inquire enquire question comment remark observe repeat reiterate stress emphasize emphasise underline underscore
  acknowledge admit concede confess confirm deny dispute contend assert allege maintain suggest recall remember reveal
  disclose report relate recount testify predict forecast estimate joke quip crack jibe tease shout yell scream cry exclaim
  whisper murmur mutter mumble call boast brag complain lament gripe moan protest object counter retort rejoin
  interject interrupt continue conclude finish begin start advise urge plead beg implore appeal demand order command
  instruct promise vow pledge swear assure reassure threaten caution caveat advocate counsel recommend propose request
  opine reason muse reflect reckon think elaborate expand clarify specify summarize summarise caption quote cite
  message text email e-mail fax wire cable blog vlog publish headline opine proclaim pronounce profess declaim echo
  chime chant sing read agree disagree concur affirm reaffirm attest vouch allow grant volunteer offer share
  telegraph narrate describe characterize characterise depict portray label brand term dub praise laud hail applaud commend
  criticize criticise condemn denounce decry deplore slam blast bash rip attack deride mock ridicule lambast lambaste
  dismiss reject rebuke accuse blame hit lash welcome thank congratulate defend justify
  enthuse gush rave marvel sigh groan laugh chuckle smile grin nod shrug sob wail weep snap snarl growl bark hiss
  roar bellow thunder fume rage deadpan scoff sneer speak utter inform notify brief cheer holler drawl stammer stutter
  blurt croak gasp pipe prompt press rule opine find urge tout vent rail inveigh implore
  theorize theorise speculate surmise warn wonder hint imply signal indicate intimate insinuate note point preach lecture
  cheer sum dictate overhear retell foretell rewrite`.split(/\s+/);

/** Forms that are as often a noun or an adjective ("a report", "the claims"): verbs only after a name or a pronoun. */
const ALSO_NOUNS = new Set(
  `report reports claim claims post posts note notes state states call calls comment comments answer answers demand demands
  promise promises estimate estimates tweet tweets question questions order orders warning warnings text texts email emails
  message messages comment comments remark remarks request requests appeal appeals pledge pledges vow vows joke jokes
  reply replies response threat protest protests object objects counter share shares offer offers cry cries
  echo echoes term terms label labels brand brands attack attacks press prompt finding findings find finds reason reasons
  blast hit hits rule rules smile laugh nod sigh groan shrug cable wire fax blog headline headlines read reads speak
  point points rage cheer cheers command commands forecast forecasts caution blame praise reporting
  ruling standing offering following saying writing feeling tease record records read crack wonder signal signals start
  starts finish conclude quote quotes brief briefs defend sum hint hints urging pipe rail vent tout grant grants reflect pen
  think bark growl thunder roar cites`.split(/\s+/),
);

/** Of these only the words that are printed say something ("he nodded"): beside the mark, or not at all. */
const ONLY_BESIDE = new Set(
  `put laugh chuckle smile grin nod shrug sob wail weep sigh groan begin start finish continue think read hit press find rule
  allow grant offer share order command point start cite speak pipe prompt cheer crack text wire cable blast rip attack
  thank welcome congratulate reject blame defend justify remember reflect relate sum rail vent snap expand signal
  indicate imply headline publish dictate agree disagree appeal wonder lash`.split(/\s+/),
);

/** With an object these say nothing (“adds ‘enterprise-grade’ privacy”): they need “that” or the mark at once. */
const WITH_CLAUSE = new Set(
  `add ask offer promise share start note find report claim question demand request propose suggest estimate predict forecast
  threaten seek recommend advocate order tout cite defend accuse post tweet retweet publish answer protest oppose confirm deny reveal
  disclose echo admit acknowledge maintain assure swear vow pledge urge write inquire plead challenge reject dispute repeat`.split(
    /\s+/,
  ),
);

/** With these the words follow as a name for something: "called it “a disgrace”", "described as “terrible”". */
const NAMING = new Set(
  `call describe characterize characterise depict portray label brand term dub praise laud hail criticize criticise condemn
  denounce decry deride mock dismiss slam blast tout`.split(/\s+/),
);

/** A question put to somebody is not theirs: "Smith was asked “…”", "was told". */
const ADDRESSED = new Set(
  'ask tell question inform advise order urge instruct warn thank'.split(' '),
);

export type CueForm = 'past' | 'present' | 'base' | 'participle' | 'ing';

/** What a form of a cue verb can be. */
export interface Cue {
  readonly lemma: string;
  readonly forms: ReadonlySet<CueForm>;
  readonly alsoNoun: boolean;
  readonly onlyBeside: boolean;
  readonly naming: boolean;
  readonly withClause: boolean;
  readonly addressed: boolean;
}

const CUES = new Map<string, Cue & { readonly forms: Set<CueForm> }>();

for (const lemma of SAYING) {
  const [past, participle = past] = IRREGULAR[lemma] ?? [pastOf(lemma)];
  add(lemma, lemma, 'base');
  add(thirdPerson(lemma), lemma, 'present');
  add(past, lemma, 'past');
  add(participle, lemma, 'participle');
  add(ingOf(lemma), lemma, 'ing');
}

function add(form: string, lemma: string, kind: CueForm): void {
  const known = CUES.get(form);
  if (known) known.forms.add(kind);
  else
    CUES.set(form, {
      lemma,
      forms: new Set([kind]),
      alsoNoun: ALSO_NOUNS.has(form),
      onlyBeside: ONLY_BESIDE.has(lemma),
      naming: NAMING.has(lemma),
      withClause: WITH_CLAUSE.has(lemma),
      addressed: ADDRESSED.has(lemma),
    });
}

function doubles(lemma: string): boolean {
  return [
    'quip',
    'beg',
    'jibe',
    'rip',
    'hit',
    'sob',
    'grin',
    'nod',
    'shrug',
    'snap',
    'chat',
    'sum',
    'brag',
    'blog',
    'vlog',
  ].includes(lemma);
}

function pastOf(lemma: string): string {
  if (lemma === 'hit') return lemma;
  if (lemma === 'find') return 'found';
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return doubles(lemma) ? `${lemma}${lemma.slice(-1)}ed` : `${lemma}ed`;
}

function thirdPerson(lemma: string): string {
  if (/(?:s|sh|ch|x|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function ingOf(lemma: string): string {
  if (lemma.endsWith('e') && !lemma.endsWith('ee')) return `${lemma.slice(0, -1)}ing`;
  return doubles(lemma) || lemma === 'begin' || lemma === 'put'
    ? `${lemma}${lemma.slice(-1)}ing`
    : `${lemma}ing`;
}

/** The verb that a lower-case word is a form of, if it is one by which words are handed over. */
export function cueOf(word: string): Cue | undefined {
  return CUES.get(word);
}
