import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Visitor } from './browser-playground.js';

/** A passage as it stands on the screen, and where Open says that it comes from. */
export interface ShownCitation {
  /** "1  CNN · Dec 5, 2024" */
  readonly source: string;
  readonly file: string;
  readonly text: string;
  /** UTF-16 units in the file. */
  readonly start: number;
  readonly end: number;
}

/** Reads the first passage under each source of an answer, and opens it for the place in the file. */
export async function readCitations({ modal }: Visitor, answer: Locator): Promise<ShownCitation[]> {
  const sources = answer.locator('[data-block-type=section]');
  const shown: ShownCitation[] = [];
  await answer.locator('blockquote').first().waitFor();
  for (const [index, section] of (await sources.all()).entries()) {
    const source = await section.locator('.section-body').innerText();
    const text = await section.locator('xpath=following::blockquote[1]').innerText();
    await answer.locator('[data-action-id=open_citation]').nth(index).click();
    const place = await modal.getByText(/ · characters [\d,]+–[\d,]+/).innerText();
    const [, file = '', from = '', to = ''] =
      /^(\S+) · .* · characters ([\d,]+)–([\d,]+)/.exec(place) ?? [];
    const [start = 0, end = 0] = [from, to].map((at) => Number(at.replaceAll(',', '')));
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
