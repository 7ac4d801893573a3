import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './icons.js';

interface DialogProps {
  labelledBy: string;
  testId: string;
  children: ComponentChildren;
  onClose: () => void;
  /** Another value: other contents, so the focus starts anew. */
  contents: string;
  role?: 'alertdialog';
}

/**
 * A modal window: the page behind it is inert, Tab stays inside, Escape closes. The focus starts on
 * the first field and returns to where it was.
 */
export function Dialog({ labelledBy, testId, children, onClose, contents, role }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else document.querySelector<HTMLElement>('[data-testid=composer]')?.focus();
    };
  }, []);
  useLayoutEffect(() => {
    const first =
      dialog.current?.querySelector<HTMLElement>('[autofocus]') ??
      dialog.current?.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea)') ??
      dialog.current?.querySelector<HTMLElement>('.dialog-foot .button-primary');
    first?.focus();
  }, [contents]);
  const cancel = (event: JSX.TargetedEvent<HTMLDialogElement>) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={labelledBy}
      data-testid={testId}
      {...(role ? { role } : {})}
      onCancel={cancel}
      onKeyDown={(event) => {
        if (event.key === 'Tab') keepInside(event);
        // A browser closes a dialog at the second Escape even where "cancel" was held back.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}

const focusable =
  'a[href], button, input:not([disabled]), select, textarea, summary, [tabindex="0"]';

/** Tab goes from the last element to the first, and back; not into the browser's own bars. */
function keepInside(event: JSX.TargetedKeyboardEvent<HTMLDialogElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(focusable)].filter(
    (each) => each.tabIndex >= 0 && each.checkVisibility(),
  );
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}

interface DialogFormProps {
  /** The id of the title, which the dialog is labelled by. */
  id: string;
  title: string;
  /** What the button at the corner is called, and how a test finds it. */
  closeLabel: string;
  closeTestId?: string;
  onClose: () => void;
  bodyClass?: string;
  children: ComponentChildren;
  /** What is said while an answer is waited for; null: nothing is. */
  working: string | null;
  foot: ComponentChildren;
  onSubmit?: () => void;
}

/** What a dialog holds: its head, a body that scrolls, and a foot with buttons. */
export function DialogForm(props: DialogFormProps) {
  const { id, title, closeLabel, closeTestId, onClose, bodyClass = '', working } = props;
  return (
    <form
      class="dialog-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (working === null) props.onSubmit?.();
      }}
    >
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={closeLabel} data-testid={closeTestId} onClick={onClose} />
      </header>
      <div class={`dialog-body ${bodyClass}`} tabIndex={0} role="group" aria-labelledby={id}>
        {props.children}
      </div>
      <footer class="dialog-foot">
        {working === null ? null : <span class="working">{working}</span>}
        {props.foot}
      </footer>
    </form>
  );
}
