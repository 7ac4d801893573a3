import { describe, expect, it } from 'vitest';
import { doAtOnce } from '../../../../src/corpus/slices.js';
import { checkQuote } from '../../../../src/quotes/check/check-quote.js';
import { openSeeds } from '../../../support/seeds.js';

/** A sentence as somebody pasted it: how many printed words it has others for, leaves out, and how many it adds. */
type Case = readonly [pasted: string, replaced: number, leftOut: number, added: number];

const LEFT_OUT: readonly Case[] = [
  ['Our main mission is to protect Panama', 0, 6, 0],
  ['our main mission is to protect the Republic of Panama', 0, 3, 0],
  ['our mission is to protect the interests of the Republic of Panama', 0, 1, 0],
  ['mission to protect Panama', 0, 7, 0],
  ['We have no obligation to accept deportees other than Panamanian', 0, 2, 0],
  ['we have no obligation to accept nationalities other than Panamanian', 0, 2, 0],
  ['We wish to maintain relations with the United States within the framework of respect', 0, 2, 0],
  ['we would be incapable of closing the border', 1, 5, 0],
  ['We are a safe third country', 0, 1, 0],
  ['Mexico’s position is not to close borders but to build bridges between peoples', 0, 3, 0],
  ['Mexico’s position is to build bridges between governments', 0, 5, 0],
  ['We will ask the United States that as many migrants as possible can be sent home', 1, 2, 0],
  ['there are no mechanisms for the Trump administration on how to conduct dialogue', 0, 1, 0],
  ['We are trying to make migration a choice, not obligation', 0, 1, 0],
  ['Trump has made clear that immigration is as much a priority as tariffs', 0, 1, 0],
  ['The current arrangement accommodates 30,000 people monthly', 0, 2, 0],
  ['Mexico has dispatched 10,000 troops to its border', 0, 1, 0],
  ['secure the border, and deport dangerous terrorists', 0, 2, 0],
  ['Thanks to this, migrants are assisted before they reach the border', 0, 2, 0],
  ['Everyone has their way of communicating', 0, 1, 0],
  ['I give you the certainty that we would never propose that we would close the border', 0, 7, 0],
  ['It has never been our approach and we don’t agree with that', 0, 2, 0],
  [
    'We can’t talk about specific measures because we haven’t had any specific conversations',
    0,
    2,
    0,
  ],
];

const ADDED: readonly Case[] = [
  ['we can agree on how to receive all our compatriots', 0, 0, 1],
  ['Usually by now there is much more informal contact and some level of discussion', 0, 0, 1],
  ['This will be resolved very soon', 0, 0, 1],
  ['We certainly have no obligation to accept deportees', 0, 0, 1],
  ['we would be totally incapable of it', 0, 0, 1],
  ['I have no doubt at all it will come', 0, 0, 2],
  ['we will always be ready to receive them', 0, 0, 1],
  ['Mexico has dispatched more than 10,000 troops to its northern border', 0, 0, 2],
  ['We wish to maintain good relations with the United States', 0, 0, 1],
  ['no one has ever suggested that', 0, 0, 1],
  ['This story has now been updated with additional details', 0, 0, 1],
  ['We hope to have a lasting agreement with the Trump administration', 1, 0, 1],
  ['it recently extradited 29 very prominent cartel members wanted by the U.S.', 0, 0, 1],
];

const REPLACED: readonly Case[] = [
  ['In light of international law, we have an obligation to accept deportees', 1, 0, 0],
  ['an average of around 5,200 people have been detained each day in Mexico', 1, 0, 0],
  ['Trump has made it clear that migration is as much a priority as tariffs', 1, 0, 0],
  ['We hope mass deportations never happen, but if they do, we will be ready', 1, 0, 0],
  ['we could be incapable of it', 1, 0, 0],
  ['we would be ready', 1, 0, 0],
  ['we have no obligation to accept migrants of nationalities other than Panamanian', 1, 0, 0],
  ['We are not a safe fourth country', 1, 0, 0],
  ['we will be happy to receive them', 1, 0, 0],
  ['an average of around 2,500 migrants have been detained each day', 1, 0, 0],
  ['Mexico has dispatched 15,000 troops to its southern border', 2, 0, 0],
  ['a recent U.S. tariff announcement of 20% on car parts', 1, 0, 0],
  ['Our main mission is to guard Panama', 1, 6, 0],
  ['He was given a mandate by the American people to halt the invasion', 2, 0, 0],
  ['if the US government makes such a choice, we are ready for it', 1, 0, 0],
  ['I have every doubt it will come', 1, 0, 0],
  ['We reiterate that Mexico’s policy is not to close borders', 1, 0, 0],
  ['the largest fentanyl seizure in the country’s history', 1, 0, 0],
];

/** Two words that change places are one that is left out and one that is added, or two replaced: two differ. */
const MOVED: readonly (readonly [pasted: string, differing: number])[] = [
  ['not to borders close but to build bridges', 2],
  ['we would incapable be of it', 2],
  ['We are not a third safe country', 2],
  ['mutual respect of framework the within', 0],
  ['We hope to have an administration with the Trump agreement', 2],
  ['We are trying to migration make a choice', 2],
  ['extradited 29 cartel prominent members wanted by the U.S.', 2],
  ['the Trump with administration an agreement', 0],
  ['it recently 29 extradited prominent cartel members', 2],
];

describe('the words of a pasted sentence that differ', () => {
  it.each([...LEFT_OUT, ...ADDED, ...REPLACED])(
    '“%s”: %i replaced, %i left out, %i added',
    async (sentence, replaced, leftOut, added) => {
      const { nearest } = doAtOnce(checkQuote((await openSeeds()).view(), sentence));
      expect(nearest?.counts).toEqual({ replaced, leftOut, added });
      expect(nearest?.differing).toBe(replaced + leftOut + added);
    },
  );

  it.each(MOVED)('“%s”: %i change places', async (sentence, differing) => {
    const { nearest } = doAtOnce(checkQuote((await openSeeds()).view(), sentence));
    expect(nearest?.differing ?? 0).toBe(differing);
  });

  it.each([
    'we would be delighted',
    'we have no plans',
    'it has never been his',
    'he will go',
    'I will be there',
  ])('“%s” is like nothing: only small words are the same', async (sentence) => {
    expect(doAtOnce(checkQuote((await openSeeds()).view(), sentence))).toMatchObject({
      status: 'not found',
    });
  });
});
