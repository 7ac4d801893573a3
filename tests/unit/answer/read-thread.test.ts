import { describe, expect, it } from 'vitest';
import type { ListedAnswer } from '../../../src/answer/answer.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import { openSeeds } from '../../support/seeds.js';

const places = ({ citations }: ListedAnswer): string[] =>
  citations.map(
    ({ passage: { article, paragraph } }) => `${article.file.slice(0, 3)} ${paragraph.number}`,
  );

const follow = async (thread: string[], question: string, limit = 3): Promise<ListedAnswer> =>
  (await openSeeds()).ask(question, { thread, limit });

describe('after “panama deportees”, a follow-up over the five articles', () => {
  it.each([
    ['and honduras?', 'panama deportees · honduras', '003 9'],
    ['who said it?', 'panama deportees · who', '000 14'],
    ['when was that?', 'panama deportees · when', '000 13'],
    ['what about the bahamas?', 'panama deportees · bahamas', '002 8'],
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

describe('asked of the passages just shown', () => {
  it('who, when, how many and which words go to them and those beside them', async () => {
    const { listed } = await follow([], 'panama ministry');
    const shown = listed.entries.flat().map(({ passage }) => passage.id);
    for (const question of ['who said it?', 'when was that?', 'any quotes?', 'any numbers?']) {
      const { citations, thread } = await follow(['panama ministry'], question, 100);
      expect(thread).toEqual(['panama ministry']);
      for (const { passage } of citations)
        expect(shown.some((id) => Math.abs(id - passage.id) <= 1)).toBe(true);
    }
  });

  it('numbers that none of them holds are said to be missing, and no other passage is shown', async () => {
    const thread = ['what about the bahamas?'];
    expect(await follow(thread, 'any numbers?')).toMatchObject({
      status: 'nothing',
      noneHolds: 'figure',
      citations: [],
    });
  });

  it('a number that stands only beside them is an answer in part', async () => {
    const files = { 'a.txt': 'Panama refused.\nSome 5,200 people were held.' };
    const archive = await openMemoryArchive(files);
    expect(await archive.ask('any numbers?', { thread: ['panama'] })).toMatchObject({
      status: 'partial',
      noneHolds: null,
      total: 1,
    });
  });

  it('“more” goes on where the last answer ended, and on again', async () => {
    const all = places(await follow([], 'mass deportations', 9));
    expect(places(await follow(['mass deportations'], 'more'))).toEqual(all.slice(3, 6));
    const again = await follow(['mass deportations', 'more'], 'any more?');
    expect(places(again)).toEqual(all.slice(6, 9));
    expect(again.listed.skipped).toBe(6);
    const pressed = await (
      await openSeeds()
    ).ask('more', { thread: ['mass deportations'], skip: 6, limit: 3 });
    expect(places(pressed)).toEqual(all.slice(6, 9));
  });

  it('a question that refers to them with words that stand nowhere keeps to them, and says so', async () => {
    const answer = await follow(['caravans'], 'who broke them up?');
    expect(places(answer)[0]).toBe('001 10');
    expect(answer).toMatchObject({ status: 'partial', missing: ['broke'] });
  });
});

describe('a short question is read alone and with the topic', () => {
  it('and with it where another passage then comes first that holds as much of it', async () => {
    const answer = await follow(['safe third country'], 'mexico?');
    expect(answer.readAs).toBe('safe third country · mexico');
    expect(places(answer)[0]).toBe('001 15');
    const next = await follow(['safe third country', 'mexico?'], 'why?');
    expect(next.readAs).toBe('safe third country · mexico · why');
  });

  it('and alone where the topic would cost its own words', async () => {
    expect(await follow(['panama'], 'car tariffs')).toMatchObject({ readAs: null });
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
    'a.txt': 'Panama refused the flights, it said.\nHonduras took the flights.',
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
