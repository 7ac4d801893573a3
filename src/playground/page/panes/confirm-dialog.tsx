import { Dialog } from '../controls/dialog.js';
import { PlainText, TextOf } from '../text/text-object.js';
import { useSelect } from '../use-page.js';

/** "Are you sure?", in the bot's words. */
export function ConfirmDialog() {
  const asking = useSelect((state) => state.asking);
  if (!asking) return null;
  const { confirm, answer } = asking;
  return (
    <Dialog
      labelledBy="confirm-title"
      testId="confirm"
      contents="confirm"
      role="alertdialog"
      onClose={() => answer(false)}
    >
      <header class="dialog-head">
        <h2 id="confirm-title">
          {confirm.title ? <PlainText text={confirm.title} /> : 'Are you sure?'}
        </h2>
      </header>
      <div class="dialog-body">{confirm.text ? <TextOf text={confirm.text} /> : null}</div>
      <footer class="dialog-foot">
        <button
          type="button"
          class="button button-plain"
          data-testid="confirm-deny"
          onClick={() => answer(false)}
        >
          {confirm.deny ? <PlainText text={confirm.deny} /> : 'Cancel'}
        </button>
        <button
          type="button"
          class="button button-primary"
          data-testid="confirm-yes"
          autofocus
          onClick={() => answer(true)}
        >
          {confirm.confirm ? <PlainText text={confirm.confirm} /> : 'Yes'}
        </button>
      </footer>
    </Dialog>
  );
}
