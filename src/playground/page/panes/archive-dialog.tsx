import { useState } from 'preact/hooks';
import type { ArchiveState, ArchiveArticle } from '../../protocol.js';
import { Dialog, DialogForm } from '../controls/dialog.js';
import { usePage, useSelect, useWorking, useWorld } from '../use-page.js';
import { ArticleForm, type Draft } from './article-form.js';

/** The articles that the bot reads, and ways to change them: what arrives, changes or goes is noticed by it. */
export function ArchiveDialog() {
  const page = usePage();
  const open = useSelect((state) => state.archive);
  const archive = useWorld((world) => world.archive);
  const [draft, setDraft] = useState<Draft | null>(null);
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
              <button
                type="button"
                class="try"
                data-testid="sample"
                data-sample={sample.id}
                {...(working ? { 'aria-disabled': true } : {})}
                onClick={() => void page.changeArchive({ kind: 'add-sample', sample: sample.id })}
              >
                <span class="try-title">{sample.title}</span>
                <span class="try-hint">{sample.hint}</span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" class="try" data-testid="new-article" onClick={onNew}>
              <span class="try-title">One of your own</span>
              <span class="try-hint">Paste a text, with title, outlet and date if you know.</span>
            </button>
          </li>
        </ul>
      </section>
      <section aria-labelledby="article-list-title">
        <h3 id="article-list-title">What it holds</h3>
        <ul class="articles" data-testid="articles">
          {archive.articles.map((article) => (
            <ArticleRow key={article.file} article={article} onEdit={onEdit} />
          ))}
        </ul>
        {archive.more > 0 ? <p class="archive-note">and {archive.more} more files</p> : null}
      </section>
    </DialogForm>
  );
}

const REASON = 'Withdrawn in the playground, to see what the bot does.';

function ArticleRow({
  article,
  onEdit,
}: {
  article: ArchiveArticle;
  onEdit: (file: string) => void;
}) {
  const page = usePage();
  const { file, title, outlet, withdrawn, added } = article;
  const isWithdrawn = withdrawn !== '';
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
      <button
        type="button"
        class="button"
        aria-label={`Edit ${file}`}
        data-testid="edit-article"
        onClick={() => onEdit(file)}
      >
        Edit
      </button>
      <button
        type="button"
        class="button"
        aria-label={`${isWithdrawn ? 'Restore' : 'Withdraw'} ${file}`}
        data-testid="withdraw-article"
        onClick={() =>
          void page.changeArchive({
            kind: 'withdraw-article',
            file,
            reason: isWithdrawn ? null : REASON,
          })
        }
      >
        {isWithdrawn ? 'Restore' : 'Withdraw'}
      </button>
    </li>
  );
}

/** The text of an article of the archive; null where it cannot be had. */
async function fetchArticle(file: string): Promise<string | null> {
  try {
    const response = await fetch(`/playground/article?file=${encodeURIComponent(file)}`);
    const answer: unknown = await response.json();
    return isArticle(answer) ? answer.text : null;
  } catch {
    return null;
  }
}

function isArticle(answer: unknown): answer is { text: string } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'text' in answer &&
    typeof answer.text === 'string'
  );
}
