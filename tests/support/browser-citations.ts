import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Visitor } from './browser-playground.js';

/** A passage as it stands on the screen, and where its Context says that it comes from. */
export interface ShownCitation {
  /** "1  CNN · Dec 5, 2024 · 000_cdfc808a8b69da1e.txt · paragraph 13" */
  readonly source: string;
  readonly file: string;
  readonly text: string;
  /** UTF-16 units in the file. */
  readonly start: number;
  readonly end: number;
}

/** Reads each passage of an answer, and opens its Context for the place in the file. */
export async function readCitations({ modal }: Visitor, answer: Locator): Promise<ShownCitation[]> {
  const blocks = answer.locator('[data-block-type=rich_text]:has(blockquote)');
  const shown: ShownCitation[] = [];
  await blocks.first().waitFor();
  for (const [index, block] of (await blocks.all()).entries()) {
    const source = await block.locator('.rich-section').first().innerText();
    const file = await block.locator('.rich-section code').first().innerText();
    const text = await block.locator('blockquote').innerText();
    await answer.locator('[data-action-id=show_context]').nth(index).click();
    const place = await modal.getByText(/^Characters \d+–\d+/).innerText();
    const [start = 0, end = 0] = (place.match(/\d+/g) ?? []).map(Number);
    await modal.press('Escape');
    await modal.waitFor({ state: 'detached' });
    shown.push({ source, file, text, start, end });
  }
  return shown;
}

/** What somebody who holds the page against the files would object to; empty: letter for letter. */
export function objections(shown: readonly ShownCitation[], folder: string): string[] {
  return shown
    .map((one) => ({
      ...one,
      inFile: readFileSync(path.join(folder, one.file), 'utf8').slice(one.start, one.end),
    }))
    .filter(({ text, inFile }) => text !== inFile)
    .map(({ file, start, end, text, inFile }) => {
      const at = Array.from(text, (_, index) => index).findIndex((n) => text[n] !== inFile[n]);
      const around = (words: string): string => words.slice(Math.max(0, at - 10), at + 10);
      return `${file} ${start}–${end}: shown …${around(text)}…, in the file …${around(inFile)}…`;
    });
}

/** The passages of a message, as soon as there are any. */
export async function quotes(message: Locator): Promise<string[]> {
  await message.locator('blockquote').first().waitFor();
  return message.locator('blockquote').allInnerTexts();
}
