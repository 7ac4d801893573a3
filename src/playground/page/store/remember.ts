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
