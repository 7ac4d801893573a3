import { describe, expect, it } from 'vitest';
import type { Freshness } from '../../../src/answer/answer.js';
import { archiveLine, archiveNotices } from '../../../src/requests/freshness.js';
import { answerFooter } from '../../../src/slack/messages/archive-footer.js';
import { exact, inferred } from '../../support/dates.js';
import { readBlocks } from '../../support/wire.js';

const NOW = new Date('2025-06-01T12:00:00Z');

function freshness(facts: Partial<Freshness> = {}): Freshness {
  return {
    articles: 2,
    passages: 4,
    outlets: [],
    newest: exact('2025-05-30'),
    loadedAt: new Date('2025-06-01T08:00:00Z'),
    withProblems: 1,
    faults: 0,
    ...facts,
  };
}

const footer = (facts: Partial<Freshness>): string =>
  readBlocks(answerFooter(freshness(facts), NOW));

describe('the last line of an answer', () => {
  it('is not there where the archive is neither new nor stale nor faulty', () => {
    expect(answerFooter(freshness(), NOW)).toEqual([]);
    expect(archiveNotices(freshness({ newest: null }), '2025-06-01')).toEqual([]);
  });

  it('says of an archive that was read within the hour when, on the clock of whoever reads it', () => {
    const loadedAt = new Date('2025-06-01T11:30:00Z');
    expect(footer({ loadedAt })).toBe(
      'The archive was read <!date^1748777400^{date_short}, {time}|Jun 1, 2025, 11:30 UTC>.',
    );
  });

  it('says of a stale one how old the newest dated article is, and where that date is inferred', () => {
    expect(footer({ newest: exact('2025-05-25') })).toBe('');
    expect(footer({ newest: exact('2025-05-24') })).toBe(
      'The newest article with a date is from May 24, 2025.',
    );
    expect(footer({ newest: inferred('2025-01-01', '2025-01-17') })).toBe(
      'The newest article with a date is from Jan 1–17, 2025 (inferred).',
    );
  });

  it('says what is faulty, and names no file', () => {
    expect(footer({ faults: 2, held: ['articles.yml'], folderGone: true })).toBe(
      '2 faults in the archive’s files; npm run check names them. Notes on the articles cannot be read just now; what they said before holds. The archive’s folder cannot be opened just now; this is what was read of it before.',
    );
  });
});

it.each([
  [{}, '2 articles, the newest dated May 30, 2025'],
  [{ articles: 1, newest: null }, '1 article, none dated'],
])('what the archive holds is said in a line: %j', (facts, line) => {
  expect(archiveLine(freshness(facts))).toBe(line);
});
