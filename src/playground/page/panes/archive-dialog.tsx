import { useState } from 'preact/hooks';
import type { ArchiveArticle, ArchiveState } from '../../protocol.js';
import { Dialog, DialogForm } from '../controls/dialog.js';
import { fetchArticle } from '../store/connection.js';
import { usePage, useSelect, useWorking, useWorld } from '../use-page.js';
import { TryButton } from './welcome-card.js';

/** The articles that the bot reads, and ways to change them: what arrives, changes or goes is noticed by it. */
export function ArchiveDialog() {
  const page = usePage();
  const open = useSelect((state) => state.archive);
  const archive = useWorld((world) => world.archive);
  const [draft, setDraft] = useState<ArticleDraft | null>(null);
  if (!open || !archive) return null;
  const close = () => {
    setDraft(null);
    page.store.set({ archive: false });
  };
  const edit = async (file: string) => {
    const text = await fetchArticle(file);
    if (text !== null) return setDraft({ file, text });
    page.store.set({ notice: `${file} could not be read.` });
  };
  return (
    <Dialog
      labelledBy="archive-title"
      testId="archive"
      contents={draft === null ? 'list' : `draft ${draft.file ?? ''}`}
      onClose={draft === null ? close : () => setDraft(null)}
    >
      {draft === null ? (
        <ArticleList
          archive={archive}
          onNew={() => setDraft({ file: null, text: '' })}
          onEdit={(file) => void edit(file)}
          onClose={close}
        />
      ) : (
        <ArticleForm key={draft.file} draft={draft} onDone={() => setDraft(null)} />
      )}
    </Dialog>
  );
}

interface ArticleListProps {
  archive: ArchiveState;
  onNew: () => void;
  onEdit: (file: string) => void;
  onClose: () => void;
}

function ArticleList({ archive, onNew, onEdit, onClose }: ArticleListProps) {
  const page = usePage();
  const working = useWorking('archive');
  return (
    <DialogForm
      id="archive-title"
      title="The archive"
      closeLabel="Close"
      closeTestId="archive-close"
      onClose={onClose}
      bodyClass="archive-list"
      working={working ? 'Writing…' : null}
      foot={
        <button type="button" class="button" onClick={onClose}>
          Done
        </button>
      }
    >
      <p class="archive-note">
        A copy in <code>{archive.folder}</code>, deleted when the playground stops. The bot notices
        within seconds what changes here.
      </p>
      <section aria-labelledby="samples-title">
        <h3 id="samples-title">Add an article</h3>
        <ul class="samples">
          {archive.samples.map((sample) => (
            <li key={sample.id}>
              <TryButton
                words={sample.title}
                hint={sample.hint}
                data-testid="sample"
                data-sample={sample.id}
                {...(working ? { 'aria-disabled': true } : {})}
                onClick={() => void page.changeArchive({ kind: 'add-sample', sample: sample.id })}
              />
            </li>
          ))}
          <li>
            <TryButton
              words="One of your own"
              hint="Paste a text, with title, outlet and date if you know."
              data-testid="new-article"
              onClick={onNew}
            />
          </li>
        </ul>
      </section>
      <section aria-labelledby="article-list-title">
        <h3 id="article-list-title">What it holds</h3>
        <ul class="articles" data-testid="articles">
          {archive.articles.map((article) => (
            <ArticleRow key={article.file} article={article} onEdit={() => onEdit(article.file)} />
          ))}
        </ul>
        {archive.more > 0 ? <p class="archive-note">and {archive.more} more files</p> : null}
      </section>
    </DialogForm>
  );
}

const REASON = 'Withdrawn in the playground, to see what the bot does.';

function ArticleRow({ article, onEdit }: { article: ArchiveArticle; onEdit: () => void }) {
  const page = usePage();
  const { file, title, outlet, withdrawn, added } = article;
  const isWithdrawn = withdrawn !== '';
  const button = (verb: string, testId: string, onClick: () => void) => (
    <button
      type="button"
      class="button"
      aria-label={`${verb} ${file}`}
      data-testid={testId}
      onClick={onClick}
    >
      {verb}
    </button>
  );
  const withdraw = () => {
    const reason = isWithdrawn ? null : REASON;
    void page.changeArchive({ kind: 'withdraw-article', file, reason });
  };
  return (
    <li data-testid="archive-article">
      <span class="article-words">
        <span class="article-title">{title === '' ? file : title}</span>
        <span class="article-detail">
          {[title === '' ? '' : file, outlet, added ? 'added here' : '']
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        {isWithdrawn ? <span class="article-withdrawn">Withdrawn: {withdrawn}</span> : null}
      </span>
      {button('Edit', 'edit-article', onEdit)}
      {button(isWithdrawn ? 'Restore' : 'Withdraw', 'withdraw-article', withdraw)}
    </li>
  );
}

/** A text to be written: into a file that stands there, or with `null` into a new one. */
interface ArticleDraft {
  file: string | null;
  text: string;
}

/** Where an article is pasted or edited. */
function ArticleForm({ draft, onDone }: { draft: ArticleDraft; onDone: () => void }) {
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
