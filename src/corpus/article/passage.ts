import type { Article, Paragraph } from './article.js';

/** What is indexed and ranked: one paragraph, with the headings that stand over it. */
export interface Passage {
  /** Its place in the archive's list of passages; changes whenever the archive is read again. */
  readonly id: number;
  readonly article: Article;
  readonly paragraph: Paragraph;
  /** Headings directly above; they lend their words to the search and are never cited alone. */
  readonly headings: readonly Paragraph[];
}

export function passageText({ article, paragraph }: Passage): string {
  return article.text.slice(paragraph.start, paragraph.end);
}

/** The passages of the articles, in the order of the files and of their paragraphs. */
export function listPassages(articles: readonly Article[]): Passage[] {
  const passages: Passage[] = [];
  for (const article of articles) {
    let headings: Paragraph[] = [];
    for (const paragraph of article.paragraphs) {
      if (paragraph.role === 'heading') {
        headings.push(paragraph);
      } else {
        passages.push({ id: passages.length, article, paragraph, headings });
        headings = [];
      }
    }
  }
  return passages;
}
