import { useState } from 'preact/hooks';
import { DialogForm } from '../controls/dialog.js';
import { usePage, useWorking } from '../use-page.js';

/** A text to be written: into a file that stands there, or with `null` into a new one. */
export interface Draft {
  file: string | null;
  text: string;
}

/** Where an article is pasted or edited. */
export function ArticleForm({ draft, onDone }: { draft: Draft; onDone: () => void }) {
  const page = usePage();
  const isNew = draft.file === null;
  const working = useWorking('archive');
  const [text, setText] = useState(draft.text);
  const [title, setTitle] = useState('');
  const [outlet, setOutlet] = useState('');
  const [date, setDate] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const known = (words: string) => (words.trim() === '' ? null : words.trim());
  const save = async () => {
    const answer = await page.changeArchive(
      draft.file === null
        ? {
            kind: 'add-article',
            article: { title: known(title), outlet: known(outlet), date: known(date), text },
          }
        : { kind: 'write-article', file: draft.file, text },
    );
    if (answer.ok) onDone();
    else setRefused(answer.error ?? 'This was not written.');
  };
  const line = (label: string, value: string, set: (value: string) => void, type = 'text') => (
    <label class="input">
      <span class="input-label">
        {label}
        <span class="input-optional"> (optional)</span>
      </span>
      <input
        class={type === 'date' ? 'field field-short' : 'field'}
        type={type}
        value={value}
        data-testid={`article-${label.toLowerCase()}`}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <DialogForm
      id="archive-title"
      title={isNew ? 'A new article' : 'Edit the article'}
      closeLabel="Back"
      onClose={onDone}
      bodyClass="article-form"
      working={working ? 'Writing…' : null}
      onSubmit={() => void save()}
      foot={
        <>
          <button type="button" class="button button-plain" onClick={onDone}>
            Cancel
          </button>
          <button type="submit" class="button button-primary" data-testid="save-article">
            {isNew ? 'Add to the archive' : 'Save'}
          </button>
        </>
      }
    >
      {isNew ? (
        <>
          {line('Title', title, setTitle)}
          {line('Outlet', outlet, setOutlet)}
          {line('Date', date, setDate, 'date')}
        </>
      ) : (
        <p class="archive-note">
          <code>{draft.file}</code>
        </p>
      )}
      <label class={refused === null ? 'input' : 'input input-refused'}>
        <span class="input-label">Text</span>
        <textarea
          class="field"
          rows={12}
          value={text}
          data-testid="article-text"
          onInput={(event) => setText(event.currentTarget.value)}
        ></textarea>
        {refused === null ? null : (
          <span class="input-error" role="alert" data-testid="article-refused">
            {refused}
          </span>
        )}
      </label>
    </DialogForm>
  );
}
