import type { Command } from '../../commands.js';
import type { CommandAnswer } from '../../protocol.js';

export type SendCommand = (command: Command) => Promise<CommandAnswer>;

/** Posts a command to the workspace. Never rejects: a server that is gone is an answer, too. */
export const sendCommand: SendCommand = async (command) => {
  try {
    const response = await fetch('/playground/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
    });
    const answer: unknown = await response.json();
    if (isAnswer(answer)) return answer;
    return { ok: false, error: `The playground answered ${response.status}.` };
  } catch {
    return { ok: false, error: 'The playground did not answer. Is it still running?' };
  }
};

function isAnswer(value: unknown): value is CommandAnswer {
  return (
    typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
  );
}
