import { styleText } from 'node:util';

type Colouring = (text: string) => string;

/** Colours for a terminal, or none. */
export interface Paint {
  readonly bold: Colouring;
  readonly dim: Colouring;
  readonly cyan: Colouring;
  readonly yellow: Colouring;
  readonly red: Colouring;
  /** A word of the question inside a passage. */
  readonly mark: Colouring;
}

type Format = Parameters<typeof styleText>[0];

export function createPaint(colours: boolean): Paint {
  const paint =
    (format: Format): Colouring =>
    (text) =>
      // Whether there are colours is told by the caller; styleText would look at this process's own output.
      colours ? styleText(format, text, { validateStream: false }) : text;
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    cyan: paint('cyan'),
    yellow: paint('yellow'),
    red: paint('red'),
    mark: paint(['bold', 'underline']),
  };
}

// Control characters but tab and line end, and those that turn the writing direction round.
// oxlint-disable-next-line no-control-regex
const COMMANDS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** Text from a file or a person, with what a terminal would take for a command made visible instead. */
export function visible(text: string): string {
  return text.replace(COMMANDS, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
  });
}
