import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import { openSeeds } from '../../support/seeds.js';

const places = ({ citations }: Answer): string[] =>
  citations.map(
    ({ passage: { article, paragraph } }) => `${article.file.slice(0, 3)} ${paragraph.number}`,
  );

const follow = async (thread: string[], question: string, limit = 3): Promise<Answer> =>
  (await openSeeds()).ask(question, { thread, limit });

describe('after “panama deportees”, a follow-up over the five articles', () => {
  it.each([
    ['and honduras?', 'panama deportees · honduras', '003 9'],
    ['who said it?', 'panama deportees · who', '000 14'],
    ['when was that?', 'panama deportees · when', '000 13'],
    ['what about the bahamas?', 'panama deportees · bahamas', '002 8'],
    ['any numbers?', 'panama deportees · numbers', '002 14'],
    ['how many?', 'panama deportees · how many', '002 14'],
    ['why?', 'panama deportees · why', '000 14'],
    ['y Guatemala?', 'panama deportees · Guatemala', '003 4'],
  ])('%s is read as “%s”', async (question, readAs, place) => {
    const answer = await follow(['panama deportees'], question, 10);
    expect(answer).toMatchObject({ readAs, status: 'found', thread: ['panama deportees'] });
    expect(places(answer)).toContain(place);
  });

  it('about another subject cites only passages that hold it', async () => {
    for (const [question, subject] of [
      ['and honduras?', /hondura/i],
      ['what about the bahamas?', /bahamas/i],
    ] as const)
      for (const { passage } of (await follow(['panama deportees'], question, 100)).citations)
        expect(passage.article.text.slice(passage.paragraph.start, passage.paragraph.end)).toMatch(
          subject,
        );
  });

  it('about an absent subject finds nothing, names it, and does not drift back', async () => {
    expect(await follow(['panama deportees'], 'and brazil?')).toMatchObject({
      readAs: 'panama deportees · brazil',
      status: 'nothing',
      missing: ['brazil'],
      total: 0,
      citations: [],
    });
  });

  it('goes on from the follow-ups before it', async () => {
    const thread = ['panama deportees', 'and honduras?', 'any numbers?'];
    const answer = await follow(thread, 'who said it?', 100);
    expect(answer.readAs).toBe('panama deportees · honduras · who');
    expect(places(answer)).toContain('003 9');
    expect(places(answer)).not.toContain('000 14');
  });

  it('replaces the subject of the follow-up before it', async () => {
    const thread = ['panama deportees', 'and honduras?'];
    expect((await follow(thread, 'what about the bahamas?')).readAs).toBe(
      'panama deportees · bahamas',
    );
  });
});

describe('a question stands by itself', () => {
  it.each([
    [['panama deportees'], 'what did sheinbaum say about tariffs'],
    [['panama deportees'], 'fentanyl bust'],
    [['panama deportees', 'and honduras?'], 'Kamala Harris'],
    [['panama deportees'], 'and what of the cartel members extradited by Mexico in March?'],
  ])('after %j: %s', async (thread, question) => {
    const answer = await follow(thread, question);
    expect(answer.readAs).toBeNull();
    expect(answer.thread).toEqual([]);
    expect(answer).toEqual({ ...(await follow([], question)), searched: answer.searched });
  });

  it('where nothing was asked before, though it begins like a follow-up', async () => {
    const answer = await follow([], 'and honduras?');
    expect(answer.readAs).toBeNull();
    expect(places(answer)).toEqual(places(await follow([], 'honduras')));
  });

  it('and opens the topic of the follow-ups after it', async () => {
    const thread = ['panama deportees', 'fentanyl bust'];
    expect((await follow(thread, 'who said it?')).readAs).toBe('fentanyl bust · who');
  });
});

describe('what is no question', () => {
  it('is not answered with the topic again', async () => {
    for (const said of ['thanks', 'Hello!', 'ok'])
      expect(await follow(['panama deportees'], said)).toMatchObject({
        readAs: null,
        status: 'nothing',
        citations: [],
      });
  });

  it('ends no topic when it stood in between', async () => {
    expect((await follow(['panama deportees', 'thanks'], 'and honduras?')).readAs).toBe(
      'panama deportees · honduras',
    );
  });

  it('is passed over when it could not be read', async () => {
    const thread = ['panama since:someday', 'panama deportees', 'x'.repeat(20_001), 'a from:'];
    expect((await follow(thread, 'and honduras?')).readAs).toBe('panama deportees · honduras');
  });
});

describe('filters and phrases of the topic', () => {
  const files = {
    'a.txt': 'Panama refused the flights.\nHonduras took the flights.',
    'b.txt': 'Honduras refused the flights.\nPanama took the talks.',
    'articles.yml': 'version: 1\narticles: {a.txt: {outlet: CNN}, b.txt: {outlet: Time}}',
  };
  const asked = async (thread: string[], question: string): Promise<string[]> =>
    places(await (await openMemoryArchive(files)).ask(question, { thread }));

  it('hold for its follow-ups', async () => {
    expect(await asked(['panama flights from:cnn'], 'and honduras?')).toEqual(['a.t 2']);
    expect(await asked(['"panama refused"'], 'who said it?')).toEqual(['a.t 1']);
  });

  it('give way to those of the follow-up', async () => {
    expect(await asked(['panama flights from:cnn'], 'and honduras? from:time')).toEqual(['b.t 1']);
    expect(await asked(['"panama refused"'], 'and "honduras took"?')).toEqual(['a.t 2']);
  });

  it('do not bind a new question', async () => {
    expect((await asked(['panama flights from:cnn'], 'honduras')).toSorted()).toEqual([
      'a.t 2',
      'b.t 1',
    ]);
  });
});
