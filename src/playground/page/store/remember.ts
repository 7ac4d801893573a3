/** What this browser keeps for the page; forgotten quietly where storage is closed. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`playground.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`playground.${key}`);
    else localStorage.setItem(`playground.${key}`, value);
  } catch {
    // A private window: the choice lasts as long as the page.
  }
}

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
