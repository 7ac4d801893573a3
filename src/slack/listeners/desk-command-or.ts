import { readDeskCommand } from '../read-desk-command.js';
import { correctionsWords } from './corrections-words.js';
import { digestWords } from './digest-words.js';
import type { AskListener } from './listener.js';
import { listWatches, setWatch } from './watch-words.js';

/** What is done and not asked, in a command, a mention or a direct message alike; all else goes to `ask`. */
export function deskCommandOr(ask: AskListener): AskListener {
  return (asked, desk) => {
    const command = readDeskCommand(asked.text);
    switch (command?.kind) {
      case 'digest':
        return digestWords(command.words, asked, desk);
      case 'watch':
        return setWatch(command.question, asked, desk);
      case 'watches':
        return listWatches(asked, desk);
      case 'corrections':
        return correctionsWords(command.wanted, asked, desk);
      case undefined:
        return ask(asked, desk);
    }
  };
}
