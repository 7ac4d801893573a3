import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../../../src/corpus/article/split-paragraphs.js';
import { findStatedDate } from '../../../../src/corpus/article/stated-date.js';

const stated = (text: string): string | null =>
  findStatedDate(text, splitParagraphs(text))?.date ?? null;

describe('a date that the article states', () => {
  it.each([
    ['Published: December 5, 2024', '2024-12-05'],
    ['Published: Thursday, December 5, 2024 at 3:00 PM ET', '2024-12-05'],
    ['Published 5 December 2024', '2024-12-05'],
    ['Published Dec. 5, 2024, 3:04 p.m. ET', '2024-12-05'],
    ['Published Dec 5, 2024 | Updated Dec 6, 2024', '2024-12-05'],
    ['First published on 2024-12-05', '2024-12-05'],
    ['Published: 2024-12-05T10:30:00Z', '2024-12-05'],
    ['POSTED: SEPT. 1ST, 2024', '2024-09-01'],
    ['Date: 2024-02-29', '2024-02-29'],
    ['MEXICO CITY, March 28, 2025 — The Secretary visited Mexico.', '2025-03-28'],
    ['LONDON (Reuters), 5 December 2024 - The bank raised rates.', '2024-12-05'],
    ['BOGOTÁ, 5 Dec. 2024 – The ministry spoke.', '2024-12-05'],
  ])('is read from “%s”', (line, day) => {
    expect(stated(`The Title of It\n${line}\nThe ministry spoke.`)).toBe(day);
  });

  it('comes with its words and their paragraph', () => {
    const text = 'The Title of It\n\nPublished: December 5, 2024\nThe ministry spoke.';
    expect(findStatedDate(text, splitParagraphs(text))).toEqual({
      date: '2024-12-05',
      evidence: 'December 5, 2024',
      paragraph: 2,
    });
  });
});

describe('what is not taken for one', () => {
  it.each([
    ['a day and month that can be read two ways', 'Published: 05/12/2024'],
    ['a day that no calendar has', 'Published: February 30, 2025'],
    ['a date in the body', 'The talks began on December 5, 2024.'],
    ['a date at the start of a sentence', 'December 5, 2024 was a Thursday.'],
    ['a dateline without a date', 'MEXICO CITY — The Secretary visited on March 28, 2025.'],
    ['a date without its year', 'Published: December 5'],
    ['another work’s date in a sentence', 'Published 5 May 2020 in Nature, the study holds.'],
    ['a post told of in a sentence', 'Posted on May 1, 2020 on Facebook, the video spread.'],
    ['an updated date alone', 'Updated: December 6, 2024'],
  ])('%s', (_, line) => {
    expect(stated(`${line}\nThe ministry spoke.`)).toBeNull();
  });

  it('a “Published” line far below the head, as of a related story', () => {
    expect(stated('The ministry spoke.\n'.repeat(5) + 'Published: December 5, 2024')).toBeNull();
  });
});
