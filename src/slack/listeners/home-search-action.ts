import { answerDirectMessage } from './answer-direct-message.js';
import type { PressListener } from './listener.js';

/** A question from the Home tab is answered in Messages, as if it had been asked there, and Home says so. */
export const homeSearchAction: PressListener = async (pressed, desk) => {
  const text = (pressed.value ?? '').trim();
  if (text === '') return;
  await answerDirectMessage({ ...pressed, text, thread: null }, desk);
  await pressed.changed(desk, text);
};
