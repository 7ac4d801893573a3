/** Fewer words in marks are a term or a name, and not what somebody said. */
const QUOTED_WORDS = 3;

/** Each form bars its own opening mark inside, so that ten thousand unclosed marks take no more than a look at each. */
const IN_MARKS = /"([^"“”]*)"|“([^“”"]*)[”"]|„([^„“”"]*)[“”"]|«([^«»]*)»/g;

/** The longest words that stand between quotation marks, or `null` where none do, or only a term. */
export function quotedWords(text: string): string | null {
  let longest: string | null = null;
  for (const match of text.matchAll(IN_MARKS)) {
    const words = (match.slice(1).find((group) => group !== undefined) ?? '').trim();
    if (words.split(/\s+/).length >= QUOTED_WORDS && words.length > (longest?.length ?? 0))
      longest = words;
  }
  return longest;
}
