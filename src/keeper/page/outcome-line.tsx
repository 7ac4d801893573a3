import { type EntryForm, fieldOf } from '../form.js';
import type { SaveAnswer } from '../protocol.js';
import { nameOfField } from './entry-form.js';

/** What a save came to. */
export type Outcome =
  | Exclude<SaveAnswer, { kind: 'changed' }>
  /** `mine` and `before`: what was typed, and into what. */
  | { kind: 'changed'; isGone: boolean; mine: EntryForm; before: EntryForm };

/** So many faults are named beside the button; all of them stand at their fields. */
const SAID = 3;

interface OutcomeLineProps {
  outcome: Outcome | null;
  onMine: (mine: EntryForm, before: EntryForm) => void;
}

/** What came of the last save. */
export function OutcomeLine({ outcome, onMine }: OutcomeLineProps) {
  return (
    <>
      <div role="status">
        {outcome?.kind === 'saved' ? <p class="saved">Saved in articles.yml.</p> : null}
      </div>
      <div role="alert">
        {outcome?.kind === 'failed' ? (
          <p class="notice-bad">{`Not saved. ${outcome.message}`}</p>
        ) : null}
        {outcome?.kind === 'refused' ? (
          <ul class="notice-bad">
            {outcome.errors.slice(0, SAID).map(({ key, message }) => (
              <li key={`${key} ${message}`}>
                {`${nameOfField(fieldOf(key) ?? key ?? 'Entry')}: ${message}`}
              </li>
            ))}
            {outcome.errors.length > SAID ? (
              <li>{`and ${outcome.errors.length - SAID} more, each at its field`}</li>
            ) : null}
          </ul>
        ) : null}
        {outcome?.kind === 'changed' ? (
          <div class="notice-bad">
            <p>
              {outcome.isGone
                ? 'Not saved: the article is no longer in the archive.'
                : 'Not saved: the article or its entry was changed meanwhile, by hand or on another page. Here is how it stands now.'}
            </p>
            {outcome.isGone ? null : (
              <button
                type="button"
                class="button"
                onClick={() => onMine(outcome.mine, outcome.before)}
              >
                Put my changes back in
              </button>
            )}
          </div>
        ) : null}
      </div>
    </>
  );
}
