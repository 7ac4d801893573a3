/**
 * Verbs by whose subject words are spoken or written, as lemmas. After a slash:
 * `b`: only the words at the mark are said ("he nodded"); `c`: with an object it says nothing (“adds ‘enterprise-grade’
 * privacy”), so it needs "that" or the mark at once; `n`: the words follow as a name for something (called it “a
 * disgrace”); `a`: what is put to somebody is not theirs (was told “…”); `s`: as often a noun ("a report", "the claims"),
 * a verb only after a name or a pronoun.
 */
const VERBS = `
  say tell/a put/b write/c post/cs tweet/cs retweet/c add/c warn/a claim/cs state/s announce declare insist argue
  explain note/cs reply/s respond answer/cs ask/ca inquire/c enquire question/cas comment/s remark/s observe
  repeat/c reiterate stress emphasize emphasise underline underscore acknowledge/c admit/c concede confess confirm/c
  deny/c dispute/c contend assert allege maintain/c suggest/c recall remember/b reveal/c disclose/c report/cs
  relate/b recount testify predict/c forecast/cs estimate/cs joke/s quip crack/bs jibe tease/s shout yell scream
  cry/s exclaim whisper murmur mutter mumble call/ns boast brag complain lament gripe moan protest/cs object/s
  counter/s retort rejoin interject interrupt continue/b conclude/s finish/bs begin/b start/bcs advise/a urge/ca
  plead/c beg implore appeal/bs demand/cs order/bcas command/bs instruct/a promise/cs vow/cs pledge/cs swear/c
  assure/c reassure threaten/c caution/s caveat advocate/c counsel recommend/c propose/c request/cs opine reason/s
  muse reflect/bs reckon think/bs elaborate expand/b clarify specify summarize summarise caption quote/s cite/bcs
  message/s text/bs email/s e-mail fax/s wire/bs cable/bs blog/s vlog publish/bc headline/bs proclaim pronounce
  profess declaim echo/cs chime chant sing read/bs agree/b disagree/b concur affirm reaffirm attest vouch allow/b
  grant/bs volunteer offer/bcs share/bcs telegraph narrate describe/n characterize/n characterise/n depict/n
  portray/n label/ns brand/ns term/ns dub/n praise/ns laud/n hail/n applaud commend criticize/n criticise/n
  condemn/n denounce/n decry/n deplore slam/n blast/bns bash rip/b attack/bs deride/n mock/n ridicule lambast
  lambaste dismiss/n reject/bc rebuke accuse/c blame/bs hit/bs lash/b welcome/b thank/ba congratulate/b defend/bcs
  justify/b enthuse gush rave marvel sigh/bs groan/bs laugh/bs chuckle/b smile/bs grin/b nod/bs shrug/bs sob/b
  wail/b weep/b snap/b snarl growl/s bark/s hiss roar/s bellow thunder/s fume rage/s deadpan scoff sneer speak/bs
  utter inform/a notify brief/s cheer/bs holler drawl stammer stutter blurt croak gasp pipe/bs prompt/bs press/bs
  rule/bs find/bcs tout/cns vent/bs rail/bs inveigh theorize theorise speculate surmise wonder/bs hint/s imply/b
  signal/bs indicate/b intimate insinuate point/bs preach lecture sum/bs dictate/b overhear retell foretell rewrite`;

/** Past, then past participle where it differs. */
const IRREGULAR: Readonly<Record<string, readonly [string, string?]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  rewrite: ['rewrote', 'rewritten'],
  read: ['read'],
  think: ['thought'],
  swear: ['swore', 'sworn'],
  speak: ['spoke', 'spoken'],
  foretell: ['foretold'],
  retell: ['retold'],
  overhear: ['overheard'],
  put: ['put'],
  hit: ['hit'],
  find: ['found'],
  begin: ['began', 'begun'],
  sing: ['sang', 'sung'],
};

const DOUBLES = /^(?:quip|beg|rip|hit|sob|grin|nod|shrug|snap|sum|brag|v?log|blog|begin|put)$/;
const NOUNS_IN_ING = /^(?:warn|find|report|rul|offer|say|writ|urg)ing$/;

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

for (const verb of VERBS.trim().split(/\s+/)) {
  const [lemma = '', flags = ''] = verb.split('/');
  const stem = DOUBLES.test(lemma) ? lemma + lemma.slice(-1) : lemma.replace(/(?<=[^e])e$/, '');
  const regular = /[^aeiou]y$/.test(lemma)
    ? `${lemma.slice(0, -1)}ied`
    : `${stem.replace(/ee$/, 'e')}ed`;
  const [past, participle = past] = IRREGULAR[lemma] ?? [regular];
  const third =
    lemma.replace(/(?<=[^aeiou])y$/, 'ie') + (/(?:s|sh|ch|x|o)$/.test(lemma) ? 'es' : 's');
  add(lemma, 'base', lemma, flags);
  add(third, 'present', lemma, flags);
  add(past, 'past', lemma, flags.replace('s', ''));
  add(participle, 'participle', lemma, flags.replace('s', ''));
  add(`${stem}ing`, 'ing', lemma, flags.replace('s', ''));
}

function add(form: string, kind: CueForm, lemma: string, flags: string): void {
  const known = CUES.get(form);
  if (known) known.forms.add(kind);
  else
    CUES.set(form, {
      lemma,
      forms: new Set([kind]),
      alsoNoun: flags.includes('s') || NOUNS_IN_ING.test(form),
      onlyBeside: flags.includes('b'),
      naming: flags.includes('n'),
      withClause: flags.includes('c'),
      addressed: flags.includes('a'),
    });
}

/** The verb that a lower-case word is a form of, if it is one by which words are handed over. */
export function cueOf(word: string): Cue | undefined {
  return CUES.get(word);
}
