import { describe, expect, it } from 'vitest';
import { answerRequest, KINDS, parseRequest } from '../../../../src/requests/request.js';
import type { Listing } from '../../../../src/requests/listing.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';
import type { Files } from '../../../support/memory-folder.js';
import { openSeeds } from '../../../support/seeds.js';
import { notesOf, saidOf } from '../../../support/reply.js';

async function check(files: Files, sentence: string): Promise<Listing> {
  const request = { kind: 'check', sentence } as const;
  const archive = await openMemoryArchive(files);
  return (await answerRequest(archive, { request, skip: 0, thread: [] })).listing;
}

const SPEECH = 'Ana Ruiz, the mayor, said: “We sold the ferries and we will sell the port.”';

describe('what is said of a checked quote', () => {
  it('tells how many articles carry the words, how often, and in which files', async () => {
    const text = 'We are ready. Yes, we are ready.';
    const checked = await check({ 'a.txt': text, 'b.txt': text }, '“we are ready”');
    expect(saidOf(checked)).toEqual([
      'Verbatim: “we are ready” stands in 2 articles, 4 times.',
      'In a.txt, b.txt.',
    ]);
  });

  it('names twenty of very many files, and counts the rest', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 23 }, (_, n) => [`${n}.txt`, 'We are ready.']),
    );
    const [, carriers, listed] = saidOf(await check(files, 'we are ready'));
    expect(carriers).toMatch(/ and 3 more files\.$/);
    expect(listed).toBe('The first 5 of 23 places:');
  });

  it('warns of three words, which may be part of anything, and not of four, nor of a whole sentence', async () => {
    const few = 'So few words may be part of something else: read them in their sentence.';
    const files = { 'a.txt': 'We will never be ready for that.' };
    expect(saidOf(await check(files, 'be ready for'))).toContain(few);
    expect(saidOf(await check(files, 'never be ready for'))).not.toContain(few);
    expect(saidOf(await check({ 'a.txt': 'We are ready.' }, 'we are ready'))).not.toContain(few);
  });

  it('names the speaker of the words, and tells when only some of them are quoted', async () => {
    expect(notesOf(await check({ 'a.txt': SPEECH }, 'We sold the ferries'))).toEqual([
      'In quotation marks: Ana Ruiz.',
    ]);
    expect(notesOf(await check({ 'a.txt': SPEECH }, 'the mayor, said: “We sold'))).toEqual([
      'Partly in quotation marks: Ana Ruiz.',
    ]);
  });

  it('claims nothing of words that no quotation was recognised around', async () => {
    const files = { 'a.txt': 'It is no “safe third country” for them.' };
    expect(notesOf(await check(files, 'safe third country'))).toEqual([
      'Not recognised as part of anybody’s quotation.',
    ]);
  });

  it('says what was counted as the same, and how many words are left out', async () => {
    expect(notesOf(await check({ 'a.txt': SPEECH }, 'we sold … sell the\nport')).slice(1)).toEqual([
      'Counted as the same: capitals, spaces and line breaks, an ellipsis.',
      '5 printed words left out of the pasted words.',
    ]);
  });

  it.each([
    ['We sold the ferries and we will buy the port', 'Not verbatim: 1 word differs.'],
    [
      'We bought the ferries and will sell the port',
      'Not verbatim: 2 words differ: 1 replaced, 1 left out.',
    ],
    ['We sold the boats and we will sell the harbour', 'Not verbatim: 2 words differ.'],
    [
      'We sold the ferries, and we will sell the port',
      'Not verbatim: the words are the same, the punctuation differs.',
    ],
    ['We sold the ferries and sell the port', 'Not verbatim: 2 words left out.'],
    ['We sold all the ferries', 'Not verbatim: 1 word added.'],
    [
      'We sold all the ferries and we sell the harbour',
      'Not verbatim: 3 words differ: 1 replaced, 1 left out, 1 added.',
    ],
    ['Nobody knows', 'Not found: nothing like “Nobody knows” stands in the archive.'],
  ])('“%s”: %s', async (sentence, headline) => {
    expect(saidOf(await check({ 'a.txt': SPEECH }, sentence))[0]).toBe(headline);
  });
});

describe('what help says of check', () => {
  it('is an example that the archive answers', async () => {
    const [example = ''] = KINDS.check.usage.map(({ write }) => write);
    const archive = await openSeeds();
    const asked = { request: parseRequest(example), skip: 0, thread: [] };
    const { listing } = await answerRequest(archive, asked);
    expect(saidOf(listing)[0]).toMatch(/^Verbatim: /);
  });
});
