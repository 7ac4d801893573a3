import { brotliDecompressSync } from 'node:zlib';
import { FAMILIES, WORDS } from './wordnet.js';

// What is known of English beside the archive. Words are stems, as the index has them. Unpacked when first asked for:
// most starts of the program ask for none of it.

const words = once(() => new Set(unpack(WORDS)));

const families = once(() => {
  const kinOf = new Map<string, string[]>();
  for (const pair of unpack(FAMILIES)) {
    const [one = '', other = ''] = pair.split(' ');
    for (const [stem, kin] of [
      [one, other],
      [other, one],
    ] as const) {
      const family = kinOf.get(stem);
      if (family === undefined) kinOf.set(stem, [kin]);
      else family.push(kin);
    }
  }
  return kinOf;
});

/** Whether the stem is an English word's, or a well-known name's: then it is no slip for another. */
export function isEnglish(stem: string): boolean {
  return words().has(stem);
}

/** The stems of words of the same family that the stemmer leaves apart: spoke, speech and speaker of speak. */
export function familyOf(stem: string): readonly string[] {
  return families().get(stem) ?? [];
}

function unpack(packed: string): string[] {
  return brotliDecompressSync(Buffer.from(packed, 'base64')).toString().split('\n');
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
