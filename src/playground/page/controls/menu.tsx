import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  key: string;
  label: string;
  detail?: string | undefined;
  /** Present: one of several of which one is chosen. */
  checked?: boolean;
  face?: ComponentChildren;
  data?: Record<string, string>;
  choose: () => void;
}

interface MenuProps {
  /** Names the list, and the button too where its face holds no words. */
  label: string;
  /** The button is named by the words on its face. */
  faceNames?: boolean;
  buttonClass: string;
  face: ComponentChildren;
  items: MenuItem[];
  /** Attributes of the button. */
  data?: Record<string, string>;
}

/**
 * A button with a list of things to do. Arrows, Home and End move; Escape and a click elsewhere close;
 * the focus returns to the button. The list lies over everything else, dialogs too.
 */
export function Menu({ label, faceNames = false, buttonClass, face, items, data = {} }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const entries = () => [
    ...(list.current?.querySelectorAll<HTMLButtonElement>('[role^=menuitem]') ?? []),
  ];
  const onToggle = (event: JSX.TargetedToggleEvent<HTMLDivElement>) => {
    const isOpen = event.newState === 'open';
    setOpen(isOpen);
    if (!isOpen || !button.current || !list.current) return;
    place(list.current, button.current);
    const all = entries();
    (all.find((entry) => entry.ariaChecked === 'true') ?? all[0])?.focus();
  };
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation();
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    const to = nextIndex(event.key, at, all.length);
    if (event.key === 'Tab') list.current?.hidePopover();
    if (to === null) return;
    event.preventDefault();
    all[to]?.focus();
  };
  const choose = (item: MenuItem) => {
    list.current?.hidePopover();
    button.current?.focus();
    item.choose();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={buttonClass}
        {...(faceNames ? {} : { 'aria-label': label })}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popovertarget={id}
        {...data}
      >
        {face}
      </button>
      <div
        ref={list}
        id={id}
        class="menu"
        popover="auto"
        role="menu"
        aria-label={label}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            tabIndex={-1}
            class="menu-item"
            role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            {...(item.checked === undefined ? {} : { 'aria-checked': item.checked })}
            {...item.data}
            onClick={() => choose(item)}
          >
            {item.face}
            <span class="menu-words">
              <span>{item.label}</span>
              {item.detail ? <span class="menu-detail">{item.detail}</span> : null}
            </span>
          </button>
        ))}
      </div>
    </>
  );
}

/** Where an arrow, Home or End leads in a list that goes round; null: another key. */
export function nextIndex(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at <= 0 ? count : at) - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Below the button where there is room, else above; never over the edge of the window. */
function place(list: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = from.bottom + 4 + height <= window.innerHeight;
  const top = below ? from.bottom + 4 : Math.max(8, from.top - height - 4);
  const left = Math.min(from.left, window.innerWidth - width - 8);
  list.style.top = `${top}px`;
  list.style.left = `${Math.max(8, left)}px`;
}
