import type { types } from '@slack/bolt';
import { formatInstant, shorten } from '../../requests/wording.js';
import type { Watch } from '../../store/records.js';
import { ACTIONS } from '../actions.js';
import { button, buttons, type Message, plain, richText, section, words } from './blocks.js';
import { longest, plainText } from './fitting.js';
import { sayQuestion } from './wording.js';

/** Watches of a channel or a person, each with a button that removes it. Too many for Slack come with More. */
export function watchesMessage(
  watches: readonly Watch[],
  { command, skip = 0 }: { command: string; skip?: number },
): Message {
  if (watches.length === 0) {
    const none = `No watch is set here, and you have none elsewhere. Set one with ${command} watch and a question.`;
    return { text: plainText([none], []), blocks: [richText(section(words(none)))] };
  }
  const rest = watches.slice(skip);
  return longest(rest.length, (count) => {
    const shown = rest.slice(0, count);
    const left = rest.length - count;
    const title = titleOf(watches.length, skip, count);
    return {
      text: plainText(
        [title],
        shown.map(({ question }) => shorten(question)),
      ),
      blocks: [
        richText(section(words(title, { bold: true }))),
        ...shown.map(watchBlock),
        ...(left > 0
          ? [
              buttons(
                button({
                  actionId: ACTIONS.moreWatches,
                  label: `More (${left})`,
                  value: String(skip + count),
                }),
              ),
            ]
          : []),
      ],
    };
  });
}

function titleOf(total: number, skip: number, count: number): string {
  if (total === 1) return '1 watch';
  return count === total ? `${total} watches` : `Watches ${skip + 1}–${skip + count} of ${total}`;
}

/** One watch; the question is somebody's words, and so is no markup. */
export function watchBlock(watch: Watch): types.SectionBlock {
  const place = watch.channel.startsWith('D') ? 'In a direct message' : `In <#${watch.channel}>`;
  return {
    type: 'section',
    text: plain(sayQuestion(watch.question, 200)),
    fields: [{ type: 'mrkdwn', text: `${place} · since ${formatInstant(watch.madeAt)}` }],
    accessory: {
      ...button({ actionId: ACTIONS.removeWatch, label: 'Remove', value: watch.id }),
      confirm: {
        title: plain('Remove this watch?'),
        text: plain('Nothing will be told of it any more.'),
        confirm: plain('Remove'),
        deny: plain('Keep it'),
      },
    },
  };
}
