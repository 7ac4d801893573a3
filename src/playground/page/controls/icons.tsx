import type { ComponentChildren, JSX } from 'preact';

/** Drawn for this page, on a grid of 16; lines take the colour of the text. */
const drawings = {
  hash: <path d="M6.2 2.5 5 13.5M11 2.5l-1.2 11M2.8 5.8h11M2.2 10.2h11" />,
  lock: <path d="M4 7.5h8v5.5H4zM5.7 7.5V5.4a2.3 2.3 0 0 1 4.6 0v2.1" />,
  thread: <path d="M2.5 3h11v7.5H8L5 13v-2.5H2.5zM5 5.7h6M5 8h4" />,
  more: <path d="M3.6 8h.1M8 8h.1M12.4 8h.1" stroke-width="2" />,
  clip: (
    <path d="m12.8 7.2-5 5a2.9 2.9 0 0 1-4.1-4.1l5.3-5.3a1.9 1.9 0 0 1 2.7 2.7L6.5 10.7a.9.9 0 0 1-1.3-1.3l4.6-4.6" />
  ),
  shared: <path d="M5.5 4.5 9 8l-3.5 3.5L2 8zM10.5 4.5 14 8l-3.5 3.5L7 8z" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  send: <path d="M2.5 8 13 3.2 10.4 13 7.3 9.2zM7.3 9.2 13 3.2" />,
  at: (
    <path d="M10.6 8A2.6 2.6 0 1 1 8 5.4 2.6 2.6 0 0 1 10.6 8zm0 0v.8a1.5 1.5 0 0 0 3 0V8A5.6 5.6 0 1 0 11 12.7" />
  ),
  slash: <path d="M10 3 6 13M2.5 3.5v9M13.5 3.5v9" />,
  sun: (
    <path d="M8 5.3A2.7 2.7 0 1 1 8 10.7 2.7 2.7 0 0 1 8 5.3zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9" />
  ),
  moon: <path d="M13 9.6A5.5 5.5 0 0 1 6.4 3 5.5 5.5 0 1 0 13 9.6z" />,
  clock: <path d="M8 2.3A5.7 5.7 0 1 1 8 13.7 5.7 5.7 0 0 1 8 2.3zM8 4.8V8l2.3 1.5" />,
  archive: <path d="M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 8.5h3" />,
  traffic: <path d="M2.5 5.5h9.5M9.5 3 12 5.5 9.5 8M13.5 10.5H4M6.5 8 4 10.5 6.5 13" />,
  chevron: <path d="m6 4 4 4-4 4" />,
  down: <path d="m4 6 4 4 4-4" />,
  warning: <path d="M8 2.5 14 13H2zM8 6.5v3M8 11.2v.1" />,
  trash: <path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5 5 13h6l.5-8.5M7 7v3.5M9 7v3.5" />,
  eye: (
    <path d="M1.8 8C4.5 3.7 11.5 3.7 14.2 8 11.5 12.3 4.5 12.3 1.8 8zM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z" />
  ),
  compass: <path d="M8 2.3A5.7 5.7 0 1 1 8 13.7 5.7 5.7 0 0 1 8 2.3zM10.4 5.6 9 9l-3.4 1.4L7 7z" />,
} satisfies Record<string, ComponentChildren>;

export type IconName = keyof typeof drawings;

/** Never the only name of a button: whoever uses it says what it means. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  );
}

interface IconButtonProps extends Omit<JSX.ButtonHTMLAttributes, 'icon' | 'label'> {
  icon: IconName;
  label: string;
}

/** A button with a drawing on its face; `label` is its name. */
export function IconButton({ icon, label, children, ...attributes }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} {...attributes}>
      <Icon name={icon} />
      {children}
    </button>
  );
}
