/** English and Spanish words with no subject of their own: nothing is ever found for the sake of one of these alone. */
const STOP_WORDS = new Set(
  `a about above after again against all am an and any are as at be because been before being below between
  both but by can cannot could did do does doing dont down during each few for from further had has have having
  he her here hers herself him himself his how i if in into is isnt it its itself just let me more most my myself
  no nor not of off on once only or other our ours ourselves out over own s same shall she should so some such t
  than that the their theirs them themselves then there these they this those through to too under until up upon us very
  was we were what whats when where which while who whom whos whose why will with would you your yours yourself yourselves
  wont cant didnt doesnt wasnt arent havent hasnt hadnt couldnt wouldnt shouldnt werent thats theres theyre youre im ive w
  please pls ok okay hey hi hello hola thanks thank thx gracias bye many much per also ever any every still yet may might must never really often ago well get got go make made
  around among across within without during per via
  el la los las un una unos unas de del al que y en con por para se su sus lo le les como pero sobre entre cuando donde quien
  cual cuanto cuantos cuanta cuantas es fue ha han muy ya este esta estos estas ese esa`.split(
    /\s+/,
  ),
);

/** Words that frame a question to an archive and say nothing of its subject ("according to the article"). */
const FRAMING_WORDS = new Set(
  `according archive article articles anything clip clipping clippings coverage cover covered covers find found give
  information know look mention mentioned mentions news passage passages quote quotes read report reported
  reporting reports say saying says said search show something stories story tell tells told want wrote written write
  compare compared comparing comparison contrast versus vs difference differences dijo dijeron dice
  else again exactly precisely actually anyone anybody someone somebody everyone everybody guy guys explain explained`.split(
    /\s+/,
  ),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

export function isFramingWord(word: string): boolean {
  return FRAMING_WORDS.has(word);
}
