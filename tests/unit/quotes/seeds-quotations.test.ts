import { expect, it } from 'vitest';
import { doAtOnce } from '../../../src/corpus/slices.js';
import { openArchive } from '../../../src/answer/archive/archive.js';
import { openFolder } from '../../../src/corpus/folder/article-folder.js';
import { findQuotations } from '../../../src/quotes/find-quotations.js';
import { quotationsIn } from '../../../src/quotes/quotations-in.js';
import { NOON } from '../../support/open-memory-archive.js';
import { SEEDS } from '../../support/seeds.js';

const archive = await openArchive({ folder: openFolder(SEEDS), now: () => NOON });

const quotes = (name: string, about: string | null = null): string[] =>
  doAtOnce(findQuotations(archive.view(), { name, about })).quotations.map(
    ({ article, paragraph, text, speaker: { mention, name: speaker } }) =>
      `${article.file.slice(0, 3)}:${paragraph.number} ${text} | ${mention?.text} → ${speaker}`,
  );

it('finds every quotation of the five articles, and no term', () => {
  const all = archive.articles().flatMap((article) => quotationsIn(article));
  expect(
    all
      .map(({ article, paragraph }) => `${article.file.slice(0, 3)}:${paragraph.number}`)
      .join(' '),
  ).toBe(
    '000:3 000:3 000:4 000:5 000:6 000:7 000:8 000:8 000:9 000:9 000:14 000:15 000:16 000:16 001:8 001:8 001:9 ' +
      '003:5 003:5 003:7 003:12 003:13 003:13 003:15 003:20 003:22 003:24 003:25 003:26 003:28 004:5 004:6 004:8 004:9',
  );
  expect(all.filter(({ speaker }) => speaker.basis === 'none')).toEqual([]);
});

it('gives what Sheinbaum said in the order of the dates, sentences first, “he” of the translated file too', () => {
  expect(quotes('sheinbaum')).toEqual([
    '000:3 We hope to have an agreement with the Trump administration, | Sheinbaum → Claudia Sheinbaum',
    '000:5 We hope [mass deportations] don’t happen, but if they do, we will be ready to receive them, | she → Claudia Sheinbaum',
    '000:9 Everyone has their own way of communicating, but I can assure you, I give you the certainty that we would never — and we would be incapable of it — propose that we would close the border, | Sheinbaum → Claudia Sheinbaum',
    '000:9 It has never been our approach and of course we don’t agree with that. | Sheinbaum → Claudia Sheinbaum',
    '001:8 In our conversation with President Trump, I explained to him the comprehensive strategy that Mexico has followed to address the migration phenomenon, respecting human rights, | Sheinbaum → Claudia Sheinbaum',
    '001:8 Thanks to this, migrants and caravans are assisted before they reach the border. | Sheinbaum → Claudia Sheinbaum',
    '001:9 We reiterate that Mexico’s position is not to close borders but to build bridges between governments and between peoples, | she → Claudia Sheinbaum',
    "003:13 Of course we don't agree, | he → Claudia Sheinbaum",
    '003:13 However, if the US government makes such a decision, we are ready for it. | he → Claudia Sheinbaum',
    '003:15 We will ask the United States that as many non-Mexico migrants as possible can be sent to their countries of origin, or we can cooperate with different mechanisms, | he → Claudia Sheinbaum',
    '004:8 We aim to share with her the ongoing initiatives and the cooperative mechanisms we have with the United States, | Sheinbaum → Claudia Sheinbaum',
    '000:3 in solidarity with everyone, but [Mexico’s] main function is to receive Mexicans. | Sheinbaum → Claudia Sheinbaum',
    '000:4 we can agree on how to receive our compatriots. | Sheinbaum → Claudia Sheinbaum',
    '000:7 excellent | she → Claudia Sheinbaum',
    '004:6 fruitful | President Sheinbaum → Claudia Sheinbaum',
    '004:9 preferential treatment | She → Claudia Sheinbaum',
  ]);
});

it('gives what Arévalo said, also without the accent, by a slip of the keys and about a topic', () => {
  const said = [
    '003:24 We are not a safe third country, no one has suggested that, | Guatemalan President Bernardo Arévalo → Bernardo Arévalo',
  ];
  for (const name of ['Arévalo', 'arevalo', 'ARÉVALO', 'arevallo', 'bernardo arevalo'])
    expect(quotes(name)).toEqual(said);
  expect(quotes('arevalo', 'safe third country')).toEqual(said);
  expect(quotes('arevalo', 'tariffs')).toEqual([]);
});

it('shows the two spellings of Leavitt as each file prints hers', () => {
  expect(quotes('leavitt')).toEqual([
    '000:16 He will comply, | she → Karoline Leavitt',
    '003:12 President Trump will bring full federal power to bear and coordinate with state agencies to carry out the largest deportation operation of illegal criminals, drug traffickers and human traffickers in American history, | Trump transition team spokeswoman Carolyn Leavitt → Carolyn Leavitt',
    '000:6 was given a mandate by the American people to stop the invasion of illegal immigrants, secure the border, and deport dangerous criminals and terrorists that make our communities less safe. He will deliver. | Karoline Leavitt → Karoline Leavitt',
    '000:16 the invasion of illegal immigrants, secure the border and deport dangerous criminals and terrorists | she → Karoline Leavitt',
  ]);
  expect(doAtOnce(findQuotations(archive.view(), { name: 'leavitt' })).names).toEqual([
    { name: 'Karoline Leavitt', count: 3 },
    { name: 'Carolyn Leavitt', count: 1 },
  ]);
});

it('gives what the Panamanian Foreign Ministry said, by “the ministry” and “it” too', () => {
  const said = [
    '000:14 In light of international law, we have no obligation to accept deportees of nationalities other than Panamanian. We wish to maintain relations with the United States always within the framework of mutual respect, | the ministry → Panamanian Foreign Ministry',
    '000:15 This Foreign Ministry clearly understands that our main mission is to protect the interests of the Republic of Panama, | it → Panamanian Foreign Ministry',
  ];
  for (const name of ['panama foreign ministry', 'foreign ministry', 'Panama’s Foreign Ministry'])
    expect(quotes(name)).toEqual(said);
});

it('says of Xi Jinping that he stands in the archive and is not quoted', () => {
  const found = doAtOnce(findQuotations(archive.view(), { name: 'xi jinping' }));
  expect(found).toMatchObject({ total: 0, names: [], quotations: [], nearest: [] });
  expect(
    found.mentioned.map(({ article, paragraph }) => [article.file.slice(0, 3), paragraph.number]),
  ).toEqual([['003', 9]]);
});
