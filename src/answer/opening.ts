import { type Citation, excerptOf, shift, type Span } from './answer.js';
import { CITATION_LENGTH, SENTENCE_CEILING, wholeCharacter } from './cut-citation.js';
import {
  type Article,
  listPassages,
  type Passage,
  passageText,
} from '../corpus/article/article.js';
import { splitSentences } from '../corpus/article/split-sentences.js';

/** The beginning of a paragraph, cut from the file: a citation that no question asked for. */
export type Opening = Pick<
  Citation,
  'passage' | 'text' | 'start' | 'end' | 'marks' | 'problems' | 'insideSentence'
>;

/** The beginning of an article as printed; `null` for one without a paragraph. */
export function leadOf(article: Article): Opening | null {
  return openingsOf(article, 1)[0] ?? null;
}

/** The beginnings of its first paragraphs, credits only where there is nothing else; `most` of them. */
export function openingsOf(article: Article, most: number): Opening[] {
  const passages = listPassages([article]);
  const text = passages.filter(({ paragraph }) => paragraph.role === 'text');
  return (text.length > 0 ? text : passages).slice(0, most).map(beginningOf);
}

/** The first whole sentences of a passage, about 450 characters at most; part of one only where it is far longer. */
export function beginningOf(passage: Passage): Opening {
  const { insideSentence, ...cut } = cutBeginning(passageText(passage));
  const excerpt = excerptOf(passage, shift(cut, passage.paragraph.start));
  return { ...excerpt, passage, marks: [], insideSentence };
}

function cutBeginning(text: string): Span & { insideSentence: boolean } {
  if (text.length <= CITATION_LENGTH) return { start: 0, end: text.length, insideSentence: false };
  let end = 0;
  for (const sentence of splitSentences(text)) {
    if (end > 0 && sentence.end > CITATION_LENGTH) break;
    end = sentence.end;
  }
  if (end <= SENTENCE_CEILING) return { start: 0, end, insideSentence: false };
  const space = text.lastIndexOf(' ', CITATION_LENGTH);
  return {
    start: 0,
    end: space > 0 ? space : wholeCharacter(text, CITATION_LENGTH),
    insideSentence: true,
  };
}
