import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Config } from '../config.js';
import { FolderError } from '../corpus/folder/article-folder.js';
import { startDesk } from '../keeper/start-desk.js';
import { explainListening, StartError } from '../slack/start-error.js';

const PAGE = fileURLToPath(new URL('../keeper/page', import.meta.url));

/**
 * Opens the page on which the archive is kept; `null` for words that are no options of it.
 * @throws FolderError, StartError
 */
export async function startDeskPage(
  words: readonly string[],
  { port, ...config }: Pick<Config, 'corpusDir' | 'port'>,
  needs: Pick<Parameters<typeof startDesk>[0], 'now' | 'unique'>,
): Promise<{ readonly greeting: string; stop(): Promise<void> } | null> {
  const named = readOptions(words);
  if (named === null) return null;
  const { corpusDir = config.corpusDir } = named;
  const desk = await startDesk({ corpusDir, port, pageDir: PAGE, ...needs }).catch(
    (cause: unknown) => {
      if (cause instanceof FolderError) throw cause;
      throw new StartError(explainListening(cause, port), { cause });
    },
  );
  const greeting = [
    `The desk is open at ${desk.url}: the articles in ${corpusDir}, and what is known of each.`,
    'What you save goes into articles.yml there; no article is ever written to.',
    'It shows articles under embargo too. Stop with Ctrl+C.',
  ].join('\n');
  return { greeting, stop: () => desk.stop() };
}

function readOptions(words: readonly string[]): { corpusDir?: string } | null {
  try {
    const options = { corpus: { type: 'string' } } as const;
    const { corpus } = parseArgs({ args: [...words], options }).values;
    return corpus === undefined ? {} : { corpusDir: corpus };
  } catch {
    return null;
  }
}
