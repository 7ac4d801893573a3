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

/** The questions that a sentence in marks is put to, the sentence itself taken out. */
const WHO_SAID: readonly RegExp[] = [
  /^\W*who (?:first |really |actually )?(?:said|says|told|wrote|tweeted)\b/i,
  /^\W*(?:when |where )?(?:did|has|have) .{1,80}? (?:say|said|write|written|tell|told|tweet|tweeted)\b/i,
  /^\W*is it true that .{1,80}? (?:said|wrote)\b/i,
  /^\W*(?:is|was) (?:this|that|the) (?:a )?(?:real |right |correct )?(?:quote|quotation|sentence)\b/i,
  /^\W*is\W+(?:a )?(?:real|right|correct|verbatim|accurate)(?: quote| quotation)?\W*$/i,
  /^\W*(?:please )?(?:verify|confirm|fact-?check)(?: (?:this|that|the) (?:quote|quotation|sentence))?\W*$/i,
];

/** More words beside the sentence ask for more than where it stands. */
const WORDS_BESIDE = 12;

/** Whether a question, its quoted sentence taken out, asks if that was said, and nothing more. */
export function asksWhoSaid(question: string): boolean {
  return (
    WHO_SAID.some((form) => form.test(question)) && question.split(/\s+/).length <= WORDS_BESIDE
  );
}
