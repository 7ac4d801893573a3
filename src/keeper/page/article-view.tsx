import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type EntryForm, fieldOf, isChanged, mineOnTop, toEntry, toForm } from '../form.js';
import type { FieldError, OpenedArticle } from '../protocol.js';
import { addressOf } from './address.js';
import { fetchOpened, sendSave } from './connection.js';
import { ChosenLine } from './chosen-line.js';
import { EntryFields } from './entry-form.js';
import { type Outcome, OutcomeLine } from './outcome-line.js';
import { type ChosenWords, type Mark, Paragraphs } from './paragraphs.js';
import { FaultList } from './table-view.js';

interface ArticleViewProps {
  file: string;
  onUnsaved: (isUnsaved: boolean) => void;
}

/** One article: its paragraphs beside the form of what is known of it. */
export function ArticleView({ file, onUnsaved }: ArticleViewProps) {
  const [article, setArticle] = useState<OpenedArticle | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const load = async () => {
      const fetched = await fetchOpened(file);
      if ('got' in fetched) setArticle(fetched.got);
      else setFailure(fetched.failure);
    };
    void load();
  }, [file]);
  if (article !== null)
    return <Editor article={article} onArticle={setArticle} onUnsaved={onUnsaved} />;
  return (
    <main class="table-view">
      <h1 tabIndex={-1}>{file}</h1>
      <p role="status">{failure ?? 'Opening…'}</p>
      <a href={addressOf(null)}>All articles</a>
    </main>
  );
}

interface EditorProps {
  article: OpenedArticle;
  onArticle: (article: OpenedArticle) => void;
  onUnsaved: (isUnsaved: boolean) => void;
}

function Editor({ article, onArticle, onUnsaved }: EditorProps) {
  const before = toForm(article.entry);
  const [form, setForm] = useState(before);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [saving, setSaving] = useState(false);
  const [chosen, setChosen] = useState<ChosenWords | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const formElement = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const unsaved = isChanged(form, before);
  useEffect(() => onUnsaved(unsaved), [unsaved]);
  useEffect(() => title.current?.focus(), []);
  const choose = useCallback((words: ChosenWords) => setChosen(words), []);

  const change = (next: EntryForm) => {
    setForm(next);
    if (outcome?.kind === 'saved') setOutcome(null);
  };
  const save = async () => {
    if (saving) return;
    setSaving(true);
    const { file, version, entry, sha256 } = article;
    const answer = await sendSave({ file, version, entry: toEntry(form, entry, sha256) });
    setSaving(false);
    if (answer.kind === 'changed')
      setOutcome({ kind: 'changed', isGone: answer.article === null, mine: form, before });
    else setOutcome(answer);
    if ((answer.kind === 'saved' || answer.kind === 'changed') && answer.article !== null) {
      onArticle(answer.article);
      setForm(toForm(answer.article.entry));
    }
  };
  const errors = outcome?.kind === 'refused' ? byField(outcome.errors) : {};
  useEffect(() => {
    if (outcome?.kind === 'refused')
      formElement.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [outcome]);

  const asEvidence = (words: ChosenWords) => {
    const status = form.status === 'exact' ? 'exact' : 'inferred';
    change({
      ...form,
      status,
      basis: form.basis || 'text',
      evidence: words.text,
      paragraph: String(words.paragraph),
    });
    setAt(words.paragraph);
  };
  const asProblem = (words: ChosenWords) => {
    const problem = { ...words, paragraph: String(words.paragraph), kind: '', note: '', also: '' };
    // In the order of the article.
    const later = form.problems.findIndex((each) => Number(each.paragraph) > words.paragraph);
    const index = later < 0 ? form.problems.length : later;
    change({ ...form, problems: form.problems.toSpliced(index, 0, problem) });
    setAt(words.paragraph);
    requestAnimationFrame(() => document.getElementById(`problems.${index}.kind`)?.focus());
  };

  return (
    <main class="article-view">
      <section class="text-pane" aria-labelledby="article-title" tabIndex={-1}>
        <header class="article-head">
          <a href={addressOf(null)}>All articles</a>
          <h1 id="article-title" tabIndex={-1} ref={title}>
            {article.shown.title ?? article.file}
          </h1>
          {article.shown.title === null ? null : <p class="row-file">{article.file}</p>}
          <HiddenLine hidden={article.hidden} />
          <FaultList faults={article.faults} of={article.file} />
        </header>
        <Paragraphs
          paragraphs={article.paragraphs}
          marks={marksOf(form)}
          at={at}
          onChoose={choose}
        />
        <ChosenLine chosen={chosen} onEvidence={asEvidence} onProblem={asProblem} />
      </section>
      <form
        class="form-pane"
        aria-label="What is known of it"
        noValidate
        ref={formElement}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {article.isOutdated ? (
          <div class="notice-line">
            <p>The file has changed since this was written. Look whether it still holds.</p>
            <label class="check">
              <input
                type="checkbox"
                checked={form.fits}
                onChange={(event) => change({ ...form, fits: event.currentTarget.checked })}
              />
              I have looked: it holds for the file as it is now
            </label>
          </div>
        ) : null}
        <EntryFields form={form} article={article} errors={errors} onForm={change} onAt={setAt} />
        <footer class="form-foot">
          <OutcomeLine
            outcome={outcome}
            onMine={(mine, typedInto) => {
              setForm(mineOnTop(mine, typedInto, before));
              setOutcome(null);
            }}
          />
          <button
            type="submit"
            class="button button-primary"
            aria-busy={saving}
            aria-disabled={!unsaved}
          >
            Save
          </button>
        </footer>
      </form>
    </main>
  );
}

function HiddenLine({ hidden }: Pick<OpenedArticle, 'hidden'>) {
  if (hidden === null) return null;
  return (
    <p class="notice-line">
      {hidden === 'until'
        ? 'Under embargo: the bot shows nothing of it to anybody until that ends. You see it because this page is on your own machine.'
        : 'Hidden from the bot: it is a draft, or what says how long it is under embargo cannot be read.'}
    </p>
  );
}

function byField(errors: readonly FieldError[]): Record<string, string> {
  const entries = errors.flatMap(({ key, message }) => {
    const field = fieldOf(key);
    return field === null ? [] : [[field, message] as const];
  });
  return Object.fromEntries(entries);
}

function marksOf({ evidence, paragraph, problems }: EntryForm): Mark[] {
  return [
    { kind: 'evidence', text: evidence.trim(), paragraph: Number(paragraph) },
    ...problems.map((problem): Mark => ({
      kind: 'problem',
      text: problem.text.trim(),
      paragraph: Number(problem.paragraph),
    })),
  ];
}
