import type { WatchNews } from '../../digest/delivery/outbox.js';
import { citationEntry } from '../../requests/kinds/passages.js';
import { excerptLine, plural } from '../../requests/wording.js';
import type { Watch } from '../../store/records.js';
import { escapeText, type Message, richText, section, words } from './blocks.js';
import { entryBlocks, postedCitation } from './entry-blocks.js';
import { longest, plainText } from './fitting.js';
import { sayQuestion } from './wording.js';

/** News for a watch: the best passage of each article that answers, and why it was sent. */
export function watchMessage({ watch, citations }: WatchNews, command: string): Message {
  return longest(citations.length, (count) => {
    const shown = citations.slice(0, count);
    const left = citations.length - count;
    const title = `New for the watch ${sayQuestion(watch.question)}: ${plural(citations.length, 'article')}`;
    const said =
      left > 0 ? [`${plural(left, 'further article')} left out: ask the question to see all.`] : [];
    return {
      text: plainText([title, ...said], shown.map(excerptLine)),
      cites: shown.map(postedCitation),
      blocks: [
        richText(
          section(words(title, { bold: true })),
          ...said.map((line) => section(words(line))),
        ),
        ...shown.flatMap((citation, index) =>
          entryBlocks(
            citationEntry(citation, index + 1, { question: watch.question, thread: [] }),
            { order: 'rank' },
          ),
        ),
        richText(
          section(
            words('Sent because an article arrived, or changed, that answers a watch of ', {
              italic: true,
            }),
            { type: 'user', user_id: watch.user },
            words(`. ${command} watches lists them, each with a button to remove it.`, {
              italic: true,
            }),
          ),
        ),
      ],
    };
  });
}

/** To all in a channel, or to the person in a direct message: what was set, and what will come of it. */
export function watchMadeMessage(watch: Watch, direct: boolean): Message {
  const question = sayQuestion(watch.question);
  const rest = `${question}. When an article arrives that answers it, ${direct ? 'you are' : 'this channel is'} told; what is in the archive already is not.`;
  return direct
    ? {
        text: escapeText(`Watch set: ${rest}`),
        blocks: [richText(section(words(`Watch set: ${rest}`)))],
      }
    : {
        text: escapeText(`A watch was set here: ${rest}`),
        blocks: [
          richText(
            section({ type: 'user', user_id: watch.user }, words(` set a watch here: ${rest}`)),
          ),
        ],
      };
}
