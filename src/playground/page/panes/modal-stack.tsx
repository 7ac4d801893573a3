import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../../protocol.js';
import { Blocks } from '../blocks/block-view.js';
import { SurfaceContext } from '../blocks/surface.js';
import { Dialog, DialogHead } from '../dialog.js';
import { usePage, useWorking, useWorld } from '../use-page.js';
import { useViewSurface } from './use-surface.js';

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
      onClose={() => page.closeView(top)}
    >
      <Modal key={top.id} view={top} />
    </Dialog>
  );
}

function Modal({ view }: { view: View }) {
  const page = usePage();
  const surface = useViewSurface(view);
  const working = useWorking(`submit/${view.id}`);
  const below = useWorld((world) => world.modals.length > 1);
  const form = useRef<HTMLFormElement>(null);
  const refused = Object.keys(surface.errors).join(' ');
  useLayoutEffect(() => {
    if (refused === '') return;
    form.current
      ?.querySelector<HTMLElement>('.input-refused :is(input, select, textarea)')
      ?.focus();
  }, [refused]);
  return (
    <SurfaceContext.Provider value={surface}>
      <form
        ref={form}
        class="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!working && view.submit !== undefined) void page.submitView(view);
        }}
      >
        <DialogHead
          id="modal-title"
          title={view.title}
          closeLabel={below ? 'Back' : 'Close'}
          testId="modal-close"
          onClose={() => page.closeView(view)}
        />
        <div class="dialog-body" tabIndex={0} role="group" aria-labelledby="modal-title">
          <Blocks blocks={view.blocks} />
        </div>
        <footer class="dialog-foot">
          {working ? <span class="working">Waiting for the bot…</span> : null}
          <button type="button" class="button button-plain" onClick={() => page.closeView(view)}>
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
        </footer>
      </form>
    </SurfaceContext.Provider>
  );
}
