import { splitParagraphs } from '../article/split-paragraphs.js';
import { isObject } from '../metadata/parse-yaml.js';
import { type Contents, noContents } from './contents.js';
import { readHtml } from './html-text.js';
import { paragraphsOf } from './page.js';
import { readStatedFacts } from './stated-facts.js';

/**
 * A story as a CMS exports it: `{"title", "body", "outlet", "published", "authors", "url"}`. Its body is plain text, or
 * HTML where it holds mark-up; offsets count in the text of the body. Other keys are passed over.
 */
export function readStory(source: string): Contents {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (cause) {
    return noContents(`not readable as JSON (${cause instanceof Error ? cause.message : ''})`);
  }
  if (!isObject(value))
    return noContents('expected one JSON object with the text of the article as body');
  const { body, ...stated } = value;
  if (typeof body !== 'string')
    return noContents(
      `its body is ${body === undefined ? 'missing' : 'not a text'}; expected the text of the article, a string`,
    );
  const { facts: own, faults } = readStatedFacts(stated, 'feed');
  if (!looksLikeHtml(body)) return { text: body, paragraphs: splitParagraphs(body), own, faults };
  const page = readHtml(body);
  return { text: page.text, paragraphs: paragraphsOf(page, page.lines), own, faults };
}

/** Whether a body holds the mark-up of paragraphs or lines, as editors in a browser write it. */
export function looksLikeHtml(body: string): boolean {
  return /<(?:p|div|br|h[1-6]|ul|ol|blockquote|section|article)(?:\s[^<>]*)?\/?>/i.test(body);
}
