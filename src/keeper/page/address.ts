/** The article that the address names after its #; `null` for the table. */
export function fileInAddress(): string | null {
  try {
    return decodeURIComponent(location.hash.slice(1)) || null;
  } catch {
    return null;
  }
}

/** Where an article is found on this page; without one the table. */
export function addressOf(file: string | null): string {
  return `#${file === null ? '' : encodeURIComponent(file)}`;
}
