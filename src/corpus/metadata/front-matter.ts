/** A Markdown file's YAML head: its source, and where the article begins after it. */
export interface FrontMatter {
  readonly yaml: string;
  /** Offset into the file's text at which the article itself begins. */
  readonly bodyStart: number;
}

const FRONT_MATTER =
  /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?<=[\r\n])---[ \t]*(?:\r\n|\n|\r|$)/;

/** The front matter between two lines of `---` at the very top, or `null` when there is none. */
export function findFrontMatter(text: string): FrontMatter | null {
  const match = FRONT_MATTER.exec(text);
  return match ? { yaml: match[1] ?? '', bodyStart: match[0].length } : null;
}
