import { recall, remember } from './store/remember.js';

export type Theme = 'light' | 'dark';

/** What is on the screen: the person's choice, else what their system prefers. */
export function currentTheme(): Theme {
  const chosen = recall('theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Without an argument: as chosen before, or as the system says, following it when it changes. */
export function applyTheme(theme?: Theme): void {
  if (theme) remember('theme', theme);
  const chosen = recall('theme') ?? theme;
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset['theme'] = chosen;
}
