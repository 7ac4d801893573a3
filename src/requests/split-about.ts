const ABOUT = /(?:^|\s)(?:about|on|regarding)\s+(?=\S)/i;

/** "arevalo about safe third country" → a name, and what the words are to be about. */
export function splitAbout(text: string): { name: string; about: string | null } {
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
