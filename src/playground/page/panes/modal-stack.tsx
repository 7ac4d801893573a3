import { useLayoutEffect } from 'preact/hooks';
import type { View } from '../../protocol.js';
import { Blocks } from '../blocks/block-view.js';
import { SurfaceContext } from '../blocks/surface.js';
import { Dialog, DialogForm } from '../controls/dialog.js';
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
  const close = () => page.closeView(view);
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
