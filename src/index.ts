import { openArchive as openFolderArchive } from './answer/archive/archive.js';
import { systemClock } from './clock.js';
import { openFolder } from './corpus/folder/article-folder.js';
import { formatFault } from './corpus/fault.js';
import { openFollowedArchive } from './start/archive.js';
import { answerRequest, readAsked, type ReplyJson } from './requests/request.js';

export { FolderError } from './corpus/folder/article-folder.js';
export type { CitationJson, DateJson } from './requests/json.js';
export type { ReplyJson } from './requests/request.js';
export type { AnswerJson } from './requests/kinds/passages.js';
export { QuestionError } from './search/question/question.js';

/** A folder of articles, read and ready to be asked. */
export interface Archive {
  /**
   * The passages that answer a question, best first; or what a command or a plain form asks for (`check …`, "how many
   * …?"), by its `kind`. A question in words has `citations` whatever its kind. `limit` is 1 to 100, 3 passages unless given. `thread` holds the questions asked before, oldest first: a
   * follow-up ("and honduras?") is read with them.
   * @throws QuestionError when the question cannot be read; the message says what was expected
   * @throws RangeError for a limit outside 1 to 100
   */
  ask(
    question: string,
    options?: { limit?: number; thread?: readonly string[] },
  ): Promise<ReplyJson>;
  /** One line for each file or piece of metadata that could not be used as it is. */
  readonly faults: readonly string[];
  /** Lets go of the archive and its folder. Asking it afterwards fails. */
  close(): void;
}

/**
 * Opens a folder of articles as an archive: as it is now, or, with `watch`, as it changes. Then files that arrive,
 * change or go are taken up within some two seconds, and each question sees the old archive or the new one.
 * @throws FolderError when there is no such folder
 */
export async function openArchive(options: {
  corpusDir: string;
  watch?: boolean;
  now?: () => Date;
}): Promise<Archive> {
  const { corpusDir, watch = false, now = () => new Date() } = options;
  const opening = watch
    ? openFollowedArchive({ corpusDir, clock: { ...systemClock, now } })
    : openFolderArchive({ folder: openFolder(corpusDir), now });
  let archive: Awaited<typeof opening> | null = await opening;
  let faults: readonly string[] = [];
  return {
    get faults() {
      if (archive !== null) faults = archive.faults.map(formatFault);
      return faults;
    },
    async ask(question, { limit, thread = [] } = {}) {
      if (archive === null) throw new Error('This archive is closed; open it again to ask.');
      return (await answerRequest(archive, readAsked(question, thread), limit)).json();
    },
    close() {
      void archive?.close();
      archive = null;
    },
  };
}
