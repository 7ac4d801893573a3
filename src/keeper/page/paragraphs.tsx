import { useEffect, useRef } from 'preact/hooks';
import type { ShownParagraph } from '../protocol.js';

/** Words that were chosen in one paragraph, exactly as they stand there. */
export interface ChosenWords {
  readonly paragraph: number;
  readonly text: string;
}

/** Words to be marked in a paragraph. */
export interface Mark extends ChosenWords {
  readonly kind: 'evidence' | 'problem';
}

interface ParagraphsProps {
  paragraphs: readonly ShownParagraph[];
  marks: readonly Mark[];
  /** The paragraph that is being written about; it is brought into view. */
  at: number | null;
  onChoose: (words: ChosenWords) => void;
}

/** The article's paragraphs with their numbers, each as the file has it. What is selected in one of them is chosen. */
export function Paragraphs({ paragraphs, marks, at, onChoose }: ParagraphsProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (at !== null) list.current?.children[at - 1]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  useEffect(() => {
    const look = () => {
      const words = selectedWords(list.current);
      if (words) onChoose(words);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [onChoose]);
  return (
    <ol class="paragraphs" ref={list}>
      {paragraphs.map(({ number, text, isHeading }) => (
        <li key={number} class={number === at ? 'paragraph paragraph-at' : 'paragraph'}>
          <button
            type="button"
            class="paragraph-number"
            aria-label={`Choose paragraph ${number}`}
            onClick={() => onChoose({ paragraph: number, text })}
          >
            {number}
          </button>
          <p class={isHeading ? 'paragraph-heading' : ''} data-paragraph={number}>
            {cutAtMarks(
              text,
              marks.filter(({ paragraph }) => paragraph === number),
            ).map(({ words, kind, start }) =>
              kind === null ? (
                words
              ) : (
                <mark key={start} class={`mark-${kind}`}>
                  {words}
                </mark>
              ),
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** What is selected inside one paragraph of the list; `null` for nothing, or for more than one. */
function selectedWords(list: HTMLElement | null): ChosenWords | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const { startContainer, endContainer } = range;
  const [from, to] = [startContainer, endContainer].map((node) =>
    (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-paragraph]'),
  );
  if (!from || !list?.contains(from)) return null;
  // A triple click reaches to the beginning of the next paragraph.
  const text = (from === to ? range.toString() : wordsIn(range, from)).trim();
  return text === '' ? null : { paragraph: Number(from.dataset['paragraph']), text };
}

/** The words of a range up to the end of the paragraph in which it begins, where it holds none after it. */
function wordsIn(range: Range, paragraph: HTMLElement): string {
  const inside = range.cloneRange();
  inside.setEnd(paragraph, paragraph.childNodes.length);
  const beyond = range.cloneRange();
  beyond.setStartAfter(paragraph);
  // The number of the next paragraph is no word of the article.
  return beyond.toString().replaceAll(/\d/g, '').trim() === '' ? inside.toString() : '';
}

/** A paragraph in pieces, each marked or not; where marks overlap the first one holds. */
export function cutAtMarks(
  text: string,
  marks: readonly Mark[],
): { words: string; kind: Mark['kind'] | null; start: number }[] {
  const places = marks
    .map((mark) => ({ kind: mark.kind, start: text.indexOf(mark.text), length: mark.text.length }))
    .filter(({ start, length }) => start >= 0 && length > 0)
    .toSorted((one, other) => one.start - other.start);
  const pieces: { words: string; kind: Mark['kind'] | null; start: number }[] = [];
  let at = 0;
  const add = (end: number, kind: Mark['kind'] | null): void => {
    if (end > at) pieces.push({ words: text.slice(at, end), kind, start: at });
    at = Math.max(at, end);
  };
  for (const { kind, start, length } of places) {
    add(start, null);
    add(start + length, kind);
  }
  add(text.length, null);
  return pieces;
}
