import { expect, it } from 'vitest';
import type { Article } from '../../../../src/corpus/article/article.js';
import { pickQuotations } from '../../../../src/digest/content/pick-quotations.js';
import { article } from '../../../support/article.js';

const said = (words: string): string => `“${words}” Ana Ruiz said.\n`;
const LONG = 'The ferries of the harbour will sail again on Monday,';

const texts = (...articles: Article[]): string[] =>
  pickQuotations(articles).map(({ text }) => text);

it('shows at most three, one of an article, each cut from its file', () => {
  const articles = [1, 2, 3, 4].map((number) =>
    article({ file: `${number}.txt`, text: said(LONG) + said(`${LONG} ${number},`) }),
  );
  expect(texts(...articles)).toEqual([LONG, LONG, LONG]);
});

it('shows none that is short, unattributed, withdrawn, or not as it was spoken', () => {
  const text = said(LONG);
  expect(
    texts(
      article({ text: said('No,') }),
      article({ text: `A sign in the hall: “${LONG}”\n` }),
      article({ text, withdrawn: 'Retracted.' }),
      article({ text, wording: 'retranslated' }),
      article({ text, wording: 'rewritten' }),
      article({
        text,
        problems: [{ paragraph: 1, text: 'ferries', kind: 'figure', note: 'In doubt.', also: [] }],
      }),
    ),
  ).toEqual([]);
});
