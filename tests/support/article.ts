import { type Article, listPassages, type Passage } from '../../src/corpus/article/article.js';
import { splitParagraphs } from '../../src/corpus/article/split-paragraphs.js';

/** An article of which only the named fields matter. */
export function article(fields: Partial<Article> = {}): Article {
  const text = fields.text ?? 'The ministry made a statement.\n';
  return {
    file: 'story.txt',
    text,
    sha256: '0'.repeat(64),
    paragraphs: splitParagraphs(text),
    title: null,
    outlet: null,
    authors: [],
    url: null,
    published: { status: 'unknown', reasoning: null },
    wording: 'as-printed',
    problems: [],
    embargo: null,
    withdrawn: null,
    usageTerms: null,
    entryOutdated: false,
    ...fields,
  };
}

/** The passages of articles that are nothing but these texts, one file each. */
export function passagesOf(...texts: string[]): Passage[] {
  return listPassages(
    texts.map((text, index) => article({ text, file: `${String(index).padStart(3, '0')}.txt` })),
  );
}
