import { useLayoutEffect } from 'preact/hooks';
import type { SlackView } from '../../protocol.js';
import { Blocks } from '../blocks/block-view.js';
import { SurfaceContext } from '../blocks/surface.js';
import { Dialog, DialogForm } from '../controls/dialog.js';
import { PlainText, TextOf } from '../text/mrkdwn.js';
import { usePage, useSelect, useSurfaceOn, useWorking, useWorld } from '../use-page.js';

/** The person's open modals; the topmost is shown, closing it uncovers the one below. */
export function ModalStack() {
  const page = usePage();
  const top = useWorld((world) => world.modals.at(-1));
  if (!top) return null;
  return (
    <Dialog
      labelledBy="modal-title"
      testId="modal"
      contents={top.id}
      onClose={() => page.do({ kind: 'close-view', view: top.id })}
    >
      <Modal key={top.id} view={top} />
    </Dialog>
  );
}

function Modal({ view }: { view: SlackView }) {
  const page = usePage();
  const surface = useSurfaceOn(view);
  const working = useWorking(`submit/${view.id}`);
  const below = useWorld((world) => world.modals.length > 1);
  const close = () => page.do({ kind: 'close-view', view: view.id });
  const refused = Object.keys(surface.errors).join(' ');
  useLayoutEffect(() => {
    if (refused === '') return;
    document.querySelector<HTMLElement>('[data-testid=modal] .input-refused input')?.focus();
  }, [refused]);
  return (
    <SurfaceContext.Provider value={surface}>
      <DialogForm
        id="modal-title"
        title={view.title}
        closeLabel={below ? 'Back' : 'Close'}
        closeTestId="modal-close"
        onClose={close}
        working={working ? 'Waiting for the bot…' : null}
        {...(view.submit === undefined ? {} : { onSubmit: () => void page.submitView(view) })}
        foot={
          <>
            <button type="button" class="button button-plain" onClick={close}>
              {view.close ?? (view.submit === undefined ? 'Close' : 'Cancel')}
            </button>
            {view.submit === undefined ? null : (
              <button
                type="submit"
                class="button button-primary"
                data-testid="modal-submit"
                {...(working ? { 'aria-disabled': true } : {})}
              >
                {view.submit}
              </button>
            )}
          </>
        }
      >
        <Blocks blocks={view.blocks} />
      </DialogForm>
    </SurfaceContext.Provider>
  );
}

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

/** The Home tab as the bot published it for this person. */
export function HomePane() {
  const home = useWorld((world) => world.home);
  const app = useWorld((world) => world.app.name);
  return (
    <div class="home" tabIndex={0} role="group" aria-label={`${app} Home`} data-testid="home">
      {home ? (
        <Home key={home.id} view={home} />
      ) : (
        <p class="empty">{app} has not published its Home yet. It does so when this tab opens.</p>
      )}
    </div>
  );
}

function Home({ view }: { view: SlackView }) {
  const surface = useSurfaceOn(view);
  return (
    <SurfaceContext.Provider value={surface}>
      <div class="home-column">
        <Blocks blocks={view.blocks} />
      </div>
    </SurfaceContext.Provider>
  );
}
