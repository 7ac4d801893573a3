const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** People, groups, broadcasts, channels and dates: `<@U7|maya>`, `<!subteam^S1|@desk>`, `<#C1|news>`, `<!date^…|…>`. */
const NAMED = /<[@#!][^<>]*>/g;

/** What may be the code of an emoji: `:flag-pa:`, `:+1::skin-tone-3:`. Slack's names are at most a hundred characters. */
const EMOJI = /:([a-z\d_+'-]{1,100})(?:::skin-tone-[2-6])?:/g;

/** Those whose names have no letter. */
const NUMBERS = new Set(['+1', '-1', '100', '1234']);

/** What is bold, italic, struck or code, with its marks: these stand at the edges of words and on one line. */
const MARKED = ['*', '_', '~', '`'].map(
  (mark) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}${mark}])[${mark}](?=\\S)([^${mark}\\n]+)(?<=\\S)[${mark}](?![\\p{L}\\p{N}${mark}])`,
      'gu',
    ),
);

/**
 * What a person typed or pasted, read back from the form in which Slack delivers it: without mentions of people, groups
 * and channels, without emoji and the marks of quoted lines, bold or code; the three entities as characters. Links are as
 * they were `shown`, or `whole`: with the address that a label hides.
 */
export function readText(delivered: string, links: 'shown' | 'whole' = 'whole'): string {
  const named = delivered
    .replaceAll(NAMED, ' ')
    .replaceAll(/<([^|<>\s]*)\|([^<>]*)>/g, (_link, to: string, label: string) =>
      links === 'shown' ? label : readLink(to, label),
    )
    .replaceAll(/<((?:https?|mailto):[^|<>]*)>/g, '$1')
    .replaceAll(EMOJI, (code, name: string, at: number, whole: string) =>
      isEmoji(name, whole.charAt(at - 1), whole.charAt(at + code.length)) ? ' ' : code,
    )
    .replaceAll(/^&gt;(?:&gt;&gt;)? ?/gm, '')
    .replaceAll('```', ' ');
  return MARKED.reduce((text, mark) => text.replaceAll(mark, '$1'), named)
    .replaceAll(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** 10:30:45 is a time, and re:panama:deportees are three words. */
function isEmoji(name: string, before: string, after: string): boolean {
  const stuck = [before, after].every((neighbour) => /[\p{L}\p{N}]/u.test(neighbour));
  return !stuck && (NUMBERS.has(name) || /[a-z]/.test(name));
}

/** A label is the address itself, with or without its scheme and perhaps cut short, or words of its own. */
function readLink(to: string, label: string): string {
  if (!/^https?:/i.test(to)) return label;
  const shown = label.replace(/(?:…|\.\.\.)$/, '').trim();
  return shown === '' || withoutScheme(to).startsWith(withoutScheme(shown)) ? to : `${label} ${to}`;
}

function withoutScheme(address: string): string {
  return address.replace(/^(?:https?:\/\/)?(?:www\.)?/i, '');
}
