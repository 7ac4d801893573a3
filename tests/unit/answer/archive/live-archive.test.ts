import { describe, expect, it } from 'vitest';
import { refOf } from '../../../../src/answer/answer.js';
import { changesBetween } from '../../../../src/answer/archive/archive-changes.js';
import type { Archive } from '../../../../src/answer/archive/archive.js';
import { formatFault } from '../../../../src/corpus/fault.js';
import { FolderError } from '../../../../src/corpus/folder/article-folder.js';
import { liveArchive } from '../../../support/live-archive.js';
import { type Files, memoryFolder } from '../../../support/memory-folder.js';
import { NOON } from '../../../support/open-memory-archive.js';

const PANAMA = 'Panama refused the flights.';
const CANADA = 'Canada opened its border.';

const found = async (archive: Archive, question: string): Promise<string[]> =>
  (await archive.ask(question, { limit: 100 })).citations.map(
    ({ passage, text }) => `${passage.article.file}: ${text}`,
  );

describe('a folder that changes while the bot runs', () => {
  it('has its new, changed and deleted files taken up', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const { archive, settle } = await liveArchive(files);
    files['b.txt'] = CANADA;
    await settle();
    expect(await found(archive, 'canada')).toEqual([`b.txt: ${CANADA}`]);
    files['b.txt'] = 'Canada closed its border.';
    await settle();
    expect(await found(archive, 'canada')).toEqual(['b.txt: Canada closed its border.']);
    delete files['a.txt'];
    await settle();
    expect(await found(archive, 'panama')).toEqual([]);
    expect(archive.freshness().articles).toBe(1);
  });

  it('has an edit of articles.yml and of synonyms.yml taken up', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const { archive, settle } = await liveArchive(files);
    files['articles.yml'] = 'version: 1\narticles: {a.txt: {outlet: CNN}}';
    files['synonyms.yml'] = 'version: 1\ngroups: [[flights, planes]]';
    await settle();
    expect(archive.articles()[0]?.outlet).toBe('CNN');
    expect((await archive.ask('planes')).citations).toHaveLength(1);
  });

  it('tells the time of its last change', async () => {
    let now = NOON;
    const files: Files = { 'a.txt': PANAMA };
    const { archive, settle } = await liveArchive(files, { now: () => now });
    now = new Date('2025-06-01T15:30:00Z');
    await settle();
    expect(archive.freshness().loadedAt).toEqual(NOON);
    files['b.txt'] = CANADA;
    await settle();
    expect(archive.freshness().loadedAt).toEqual(now);
  });

  it('leaves whoever holds a view with that view, whole', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const { archive, settle } = await liveArchive(files);
    const before = archive.view();
    files['a.txt'] = CANADA;
    await settle();
    expect(before.articles.map(({ text }) => text)).toEqual([PANAMA]);
    expect(archive.view().articles.map(({ text }) => text)).toEqual([CANADA]);
  });

  it('does not read a file that is still being written', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const { archive, settle, whileSettling } = await liveArchive(files);
    files['b.txt'] = 'Canada op';
    const seen: number[] = [];
    archive.subscribe(() => seen.push(archive.articles().length));
    whileSettling(() => {
      files['b.txt'] = CANADA;
    });
    await settle();
    expect(await found(archive, 'canada')).toEqual([`b.txt: ${CANADA}`]);
    expect(seen).toEqual([2]);
  });

  it('shows no article before articles.yml, still being written, may have hidden it', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const { archive, settle, whileSettling } = await liveArchive(files);
    const seen: string[] = [];
    archive.subscribe(() => seen.push(...archive.articles().map(({ file }) => file)));
    files['b.txt'] = CANADA;
    files['articles.yml'] = 'version: 1\narticles:\n';
    whileSettling(() => {
      files['articles.yml'] =
        'version: 1\narticles: {b.txt: {embargo_until: 2099-01-01T00:00:00Z}}';
    });
    await settle();
    expect(seen).not.toContain('b.txt');
    expect(await found(archive, 'canada')).toEqual([]);
  });

  it('keeps a file that an editor takes away for a moment to put its new version there', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const { archive, settle, whileSettling } = await liveArchive(files);
    const seen: string[][] = [];
    archive.subscribe(() => seen.push(archive.articles().map(({ text }) => text)));
    files['b.txt'] = CANADA;
    whileSettling(() => {
      delete files['a.txt'];
    });
    files['a.txt'] = PANAMA;
    const settling = settle();
    await settling;
    expect(seen[0]).toEqual([PANAMA, CANADA]);
  });

  it('believes that a file cannot be read only when it fails twice', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const folder = memoryFolder(files);
    let failures = 1;
    const { archive, settle } = await liveArchive(files, {
      folder: {
        ...folder,
        read: (name, limit) => {
          if (name === 'b.txt' && failures-- > 0) throw new Error('it was written to');
          return folder.read(name, limit);
        },
      },
    });
    files['b.txt'] = CANADA;
    await settle();
    expect(await found(archive, 'canada')).toHaveLength(1);
    failures = Infinity;
    files['b.txt'] = 'Canada again.';
    await settle();
    expect(await found(archive, 'canada')).toEqual([]);
    expect(archive.faults.map(formatFault)).toEqual([
      'error: b.txt: left out: it cannot be read (it was written to)',
    ]);
  });

  it('tells its subscribers once a new view stands, and not when nothing is new', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const { archive, settle } = await liveArchive(files);
    const heard: number[] = [];
    const stop = archive.subscribe(() => heard.push(archive.articles().length));
    await settle();
    expect(heard).toEqual([]);
    files['b.txt'] = CANADA;
    await settle();
    expect(heard).toEqual([2]);
    stop();
    delete files['b.txt'];
    await settle();
    expect(heard).toEqual([2]);
  });

  it('goes on when a subscriber fails', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const { archive, news, settle } = await liveArchive(files);
    archive.subscribe(() => {
      throw new Error('mine');
    });
    files['b.txt'] = CANADA;
    await settle();
    expect(news).toContainEqual({ kind: 'failed', error: new Error('mine') });
    expect(archive.articles()).toHaveLength(2);
  });

  it('says what arrived, changed and went, and which faults are new', async () => {
    const files: Files = { 'a.txt': PANAMA, 'b.txt': CANADA, 'old.txt': '' };
    const { news, settle } = await liveArchive(files);
    delete files['b.txt'];
    files['a.txt'] = `${PANAMA} Twice.`;
    files['c.txt'] = 'Cuba spoke.';
    files['d.txt'] = Buffer.from([0]);
    await settle();
    expect(news).toMatchObject([
      {
        kind: 'read',
        changes: {
          arrived: [{ file: 'c.txt' }],
          changed: [{ before: { text: PANAMA }, after: { text: `${PANAMA} Twice.` } }],
          removed: [{ file: 'b.txt' }],
        },
        faults: [{ file: 'd.txt', message: expect.stringContaining('zero bytes') }],
      },
    ]);
  });
});

describe('a faulty edit loses nothing', () => {
  const GOOD =
    'version: 1\narticles: {a.txt: {outlet: CNN}, b.txt: {embargo_until: 2099-01-01T00:00:00Z}}';
  const setUp = async () => {
    const files: Files = { 'a.txt': PANAMA, 'b.txt': CANADA, 'articles.yml': GOOD };
    return { files, ...(await liveArchive(files)) };
  };

  it.each([
    ['is no YAML', '{ no'],
    ['is empty', ''],
    ['has no articles', 'version: 1\narticle: {}'],
    ['is not UTF-8', Buffer.from([0xff, 0xfe, 0x41, 0])],
  ])(
    'of an articles.yml that %s: what it said before holds, and the freshness line says so',
    async (_, broken) => {
      const { files, archive, settle } = await setUp();
      files['articles.yml'] = broken;
      await settle();
      expect(archive.articles().map(({ file, outlet }) => `${file} ${outlet}`)).toEqual([
        'a.txt CNN',
      ]);
      expect(archive.freshness().held).toEqual(['articles.yml']);
      expect(archive.faults.map(({ message }) => message).join()).toContain(
        'until it is mended what it said before holds',
      );
      files['articles.yml'] = 'version: 1\narticles: {a.txt: {outlet: BBC}}';
      await settle();
      expect(archive.articles().map(({ outlet }) => outlet)).toEqual(['BBC', null]);
      expect(archive.freshness()).toMatchObject({ held: [], faults: 0 });
    },
  );

  it('nor does deleting articles.yml lift an embargo', async () => {
    const { files, archive, settle } = await setUp();
    delete files['articles.yml'];
    await settle();
    expect(archive.articles().map(({ file, outlet }) => `${file} ${outlet}`)).toEqual([
      'a.txt CNN',
    ]);
    expect(archive.faults.map(formatFault)).toEqual([
      'error: articles.yml: is gone; until it is mended what it said before holds',
    ]);
  });

  it('of one entry: its last good version holds, all other entries are as they are now', async () => {
    const { files, archive, settle } = await setUp();
    files['c.txt'] = 'Cuba spoke.';
    files['articles.yml'] =
      'version: 1\narticles: {a.txt: {outlet: 5}, b.txt: {outlet: 6}, c.txt: {outlet: BBC}}';
    await settle();
    expect(archive.articles().map(({ file, outlet }) => `${file} ${outlet}`)).toEqual([
      'a.txt CNN',
      'c.txt BBC',
    ]);
  });

  it('of a new article that a broken articles.yml names: it stays hidden if that speaks of embargoes', async () => {
    const { files, archive, settle } = await setUp();
    files['c.txt'] = 'Cuba spoke.';
    files['articles.yml'] = `${GOOD.slice(0, -1)}, c.txt: {embargo_until: 2099-01-01T00:00:00Z`;
    await settle();
    expect(archive.articles().map(({ file }) => file)).toEqual(['a.txt']);
  });

  it('of synonyms.yml', async () => {
    const files: Files = {
      'a.txt': PANAMA,
      'synonyms.yml': 'version: 1\ngroups: [[flights, planes]]',
    };
    const { archive, settle } = await liveArchive(files);
    files['synonyms.yml'] = 'version: 1\ngroups: [[flights]]';
    await settle();
    expect((await archive.ask('planes')).citations).toHaveLength(1);
    expect(archive.freshness().held).toEqual(['synonyms.yml']);
  });
});

describe('when the folder cannot be followed', () => {
  it('is looked at every second where watching fails, which is said once', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const { archive, news, failWatching, wake } = await liveArchive(files);
    failWatching('EMFILE');
    failWatching('EMFILE');
    files['b.txt'] = CANADA;
    await wake();
    expect(news.filter(({ kind }) => kind === 'polling')).toEqual([
      { kind: 'polling', reason: 'EMFILE' },
    ]);
    expect(archive.articles()).toHaveLength(2);
  });

  it('keeps what it had while the folder is gone, says so, and follows it when it is back', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const folder = memoryFolder(files);
    let gone = false;
    const { archive, news, wake, settle } = await liveArchive(files, {
      folder: {
        ...folder,
        list: async () => {
          if (gone) throw new FolderError('no folder');
          return folder.list();
        },
      },
    });
    gone = true;
    await settle();
    await wake();
    expect(await found(archive, 'panama')).toHaveLength(1);
    expect(archive.freshness().folderGone).toBe(true);
    gone = false;
    files['b.txt'] = CANADA;
    await wake();
    expect(archive.freshness().folderGone).not.toBe(true);
    expect(archive.articles()).toHaveLength(2);
    expect(news.map(({ kind }) => kind)).toEqual(['gone', 'back', 'read']);
  });

  it('tries again after any other failure', async () => {
    const files: Files = { 'a.txt': PANAMA };
    const folder = memoryFolder(files);
    let failures = 0;
    const { archive, news, settle, wake } = await liveArchive(files, {
      folder: {
        ...folder,
        list: async () => {
          if (failures-- > 0) throw new Error('disk');
          return folder.list();
        },
      },
    });
    failures = 1;
    files['b.txt'] = CANADA;
    await settle();
    await wake();
    expect(news.map(({ kind }) => kind)).toEqual(['failed', 'read']);
    expect(archive.articles()).toHaveLength(2);
  });
});

describe('verify, after the archive has read the changed file', () => {
  const verifyAfter = async (now: string, yml?: string): Promise<unknown> => {
    const files: Files = { 'a.txt': `The talks.\n${PANAMA}\nThe end came.` };
    const { archive, settle } = await liveArchive(files);
    const [first] = (await archive.ask('panama')).citations;
    if (first === undefined) throw new Error('nothing found');
    files['a.txt'] = now;
    if (yml !== undefined) files['articles.yml'] = yml;
    await settle();
    return archive.verify(refOf(first));
  };

  it('finds the words where they stand now', async () => {
    const now = `By nobody.\nThe talks.\n${PANAMA}`;
    const start = now.indexOf('Panama');
    expect(await verifyAfter(now)).toEqual({ kind: 'moved', start, end: start + PANAMA.length });
  });

  it('shows what stands there instead', async () => {
    expect(await verifyAfter('The talks.\nPanama accepted the flights.')).toEqual({
      kind: 'changed',
      now: 'Panama accepted the flights.',
    });
  });

  it('shows no words of an article withdrawn since', async () => {
    expect(
      await verifyAfter(
        'The talks.\nPanama accepted the flights.',
        'version: 1\narticles: {a.txt: {withdrawn: Made up.}}',
      ),
    ).toEqual({ kind: 'changed', now: null, withdrawn: 'Made up.' });
  });
});

describe('the end of an embargo', () => {
  const files = {
    'a.txt': PANAMA,
    'b.txt': CANADA,
    'articles.yml': 'version: 1\narticles: {b.txt: {embargo_until: 2025-06-01T12:00:10Z}}',
  };
  const END = new Date('2025-06-01T12:00:10Z');

  it('is an arrival, told to subscribers without anybody asking', async () => {
    let now = NOON;
    const { archive, wake } = await liveArchive(files, { now: () => now });
    const before = archive.view().articles;
    const arrived: string[] = [];
    archive.subscribe(() =>
      arrived.push(
        ...changesBetween(before, archive.view().articles).arrived.map(({ file }) => file),
      ),
    );
    now = new Date(END.getTime() - 1);
    await wake();
    expect(arrived).toEqual([]);
    now = END;
    await wake();
    expect(arrived).toEqual(['b.txt']);
  });

  it('is not put off by a question at that very moment', async () => {
    let now = NOON;
    const { archive } = await liveArchive(files, { now: () => now });
    now = END;
    expect(await found(archive, 'canada')).toHaveLength(1);
  });

  it('is taken back when the clock is', async () => {
    let now = END;
    const { archive, wake } = await liveArchive(files, { now: () => now });
    expect(await found(archive, 'canada')).toHaveLength(1);
    now = NOON;
    expect(await found(archive, 'canada')).toHaveLength(0);
    await wake();
    now = END;
    await wake();
    expect(await found(archive, 'canada')).toHaveLength(1);
  });
});
