import type { ChosenWords } from './paragraphs.js';

interface ChosenLineProps {
  chosen: ChosenWords | null;
  onEvidence: (words: ChosenWords) => void;
  onProblem: (words: ChosenWords) => void;
}

/** What can be done with the words that were chosen in the article. */
export function ChosenLine({ chosen, onEvidence, onProblem }: ChosenLineProps) {
  return (
    <div class="chosen" role="group" aria-label="The words you chose">
      {chosen === null ? (
        <p>Select words of one paragraph, or press its number.</p>
      ) : (
        <>
          <p>{`Paragraph ${chosen.paragraph}: “${shorten(chosen.text)}”`}</p>
          <button type="button" class="button" onClick={() => onEvidence(chosen)}>
            Use as evidence
          </button>
          <button type="button" class="button" onClick={() => onProblem(chosen)}>
            Note a problem
          </button>
        </>
      )}
    </div>
  );
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
