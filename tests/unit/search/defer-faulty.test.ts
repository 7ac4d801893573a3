import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import { openSeeds } from '../../support/seeds.js';

const cited = ({ citations }: Answer): string[] =>
  citations.map(
    ({ passage: { article, paragraph } }) => `${article.file.slice(0, 3)} ${paragraph.number}`,
  );

/** Two passages on Honduras, the fuller of which has a problem of this kind. */
async function askWith(kind: string, question = 'honduras'): Promise<string[]> {
  const archive = await openMemoryArchive({
    '001.txt': 'Honduras spoke of Honduras and of its army.\nThe ministry of Honduras spoke.',
    'articles.yml': `version: 1
articles:
  001.txt:
    problems: [{ paragraph: 1, text: Honduras spoke, kind: ${kind}, note: Do not quote it. }]`,
  });
  return cited(await archive.ask(question));
}

describe('a passage with a serious problem', () => {
  it('comes after its equal without one', async () => {
    expect(await askWith('wrong name')).toEqual(['001 2', '001 1']);
    expect(await askWith('figure')).toEqual(['001 1', '001 2']);
  });

  it('comes first where it says more of what is asked', async () => {
    expect(await askWith('wrong name', 'honduras army')).toEqual(['001 1', '001 2']);
  });

  it('gives way in a thread too, where both hold what is asked now', async () => {
    const answer = await (await openSeeds()).ask('and honduras?', { thread: ['panama deportees'] });
    expect(cited(answer).slice(0, 2)).toEqual(['003 4', '003 9']);
  });

  it('leaves the scores in order', async () => {
    const { citations } = await (await openSeeds()).ask('mass deportations', { limit: 100 });
    const scores = citations.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});
