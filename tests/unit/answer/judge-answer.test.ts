import { describe, expect, it } from 'vitest';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import type { Files } from '../../support/memory-folder.js';

/** Paragraphs about nothing that is asked, so that common and rare words differ as in an archive. */
const FILLER = Array.from(
  { length: 30 },
  (_, n) => `The weather bureau expects rain in district ${n}.`,
).join('\n');

const ask = async (files: Files, question: string) => {
  const { status, missing, total } = await (
    await openMemoryArchive({ 'filler.txt': FILLER, ...files })
  ).ask(question);
  return { status, missing, total };
};

describe('nothing', () => {
  const files = { 'a.txt': 'Panama refused the flights.' };

  it('is the answer where no word stands in the archive, and every word is named', async () => {
    expect(await ask(files, 'brexit referendum')).toEqual({
      status: 'nothing',
      missing: ['brexit', 'referendum'],
      total: 0,
    });
  });

  it('is the answer where only one common word of many does', async () => {
    expect(await ask(files, 'brexit referendum parliament sterling weather')).toMatchObject({
      status: 'nothing',
      missing: ['brexit', 'referendum', 'parliament', 'sterling', 'weather'],
    });
  });

  it('is the answer where words stand, but not from the outlet that was wanted', async () => {
    expect(await ask(files, 'panama from:cnn')).toMatchObject({ status: 'nothing', total: 0 });
  });

  it('is the answer to a greeting', async () => {
    for (const greeting of ['hello', 'Thanks!', 'ok bye'])
      expect(await ask(files, greeting)).toMatchObject({ status: 'nothing', total: 0 });
  });
});

describe('in part', () => {
  it('is answered where the words in marks stand, but not as they do there', async () => {
    const archive = await openMemoryArchive({ 'a.txt': 'Panama refused the flights.' });
    const answer = await archive.ask('"flights refused"');
    expect(answer).toMatchObject({ status: 'partial', phrasesMissing: true, total: 1 });
    expect(await archive.ask('"refused the flights"')).toMatchObject({
      status: 'found',
      phrasesMissing: false,
    });
    expect(await archive.ask('"brexit vote"')).toMatchObject({ status: 'nothing', total: 0 });
  });

  it('is answered where a word of weight stands nowhere, which is named', async () => {
    const files = { 'a.txt': 'Guatemala lowered its interest rate.' };
    expect(await ask(files, 'birth rate in guatemala')).toMatchObject({
      status: 'partial',
      missing: ['birth'],
    });
  });

  it('is answered where a name is missing, however much else is there', async () => {
    const files = { 'a.txt': 'The ministry refused all the deportation flights on Monday.' };
    expect(
      await ask(files, 'did the ministry refuse all deportation flights Monday Yemen'),
    ).toEqual({ status: 'partial', missing: ['Yemen'], total: 1 });
  });

  it('is answered where the words stand in two articles apart', async () => {
    const files = { 'a.txt': 'The vatican spoke of peace.', 'b.txt': 'The tariffs rose.' };
    expect(await ask(files, 'vatican tariffs')).toMatchObject({ status: 'partial', missing: [] });
  });

  it('is answered where they stand far apart in one article', async () => {
    const files = {
      'a.txt': 'The vatican spoke of peace.\nOne.\nTwo.\nThree.\nThe tariffs rose again.',
    };
    expect(await ask(files, 'vatican tariffs')).toMatchObject({ status: 'partial' });
  });
});

describe('found', () => {
  it('is answered where the words stand in neighbouring paragraphs', async () => {
    const files = { 'a.txt': 'The vatican spoke of peace.\nThe tariffs rose again.' };
    expect(await ask(files, 'vatican tariffs')).toMatchObject({ status: 'found', missing: [] });
  });

  it('is answered where title or heading hold what the passage does not repeat', async () => {
    const titled = {
      'a.txt': 'The tariffs rose again.',
      'articles.yml': 'version: 1\narticles: {a.txt: {title: The Vatican speaks}}',
    };
    expect(await ask(titled, 'vatican tariffs')).toMatchObject({ status: 'found', missing: [] });
    const headed = { 'a.txt': 'The Vatican Speaks\nThe tariffs rose again.' };
    expect(await ask(headed, 'vatican tariffs')).toMatchObject({ status: 'found', missing: [] });
  });

  it('is answered where little is missing, which is named all the same', async () => {
    const files = {
      'a.txt': `The ministry refused all the deportation flights on Monday.\n${'Later talks. '.repeat(3)}`,
    };
    const answer = await ask(files, 'ministry refused deportation flights monday quite');
    expect(answer).toMatchObject({ status: 'found', missing: ['quite'] });
  });

  const twoOutlets = {
    'a.txt': 'The vatican spoke of peace.',
    'b.txt': 'The tariffs rose again.',
    'articles.yml': 'version: 1\narticles: {a.txt: {outlet: CNN}, b.txt: {outlet: The Verge}}',
  };

  it('is answered by two outlets together where both are named', async () => {
    const question = 'what did CNN say of the vatican and The Verge of tariffs';
    expect(await ask(twoOutlets, question)).toMatchObject({ status: 'found', missing: [] });
    expect(await ask(twoOutlets, 'what did CNN say of the vatican and tariffs')).toMatchObject({
      status: 'partial',
    });
  });

  it('is answered by two articles together where a comparison is asked, whose word nobody misses', async () => {
    for (const question of [
      'compare vatican and tariffs',
      'differences between vatican and tariffs',
    ])
      expect(await ask(twoOutlets, question)).toMatchObject({ status: 'found', missing: [] });
  });
});
