import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EnteredValue } from '../../commands.js';
import type { Confirm } from './shape.js';

/** What blocks stand on: a message or a view. It keeps what was entered and tells the bot of presses. */
export interface Surface {
  /** Unique in the page; goes into element ids. */
  key: string;
  valueOf: (blockId: string, actionId: string) => EnteredValue | undefined;
  enter: (blockId: string, actionId: string, value: EnteredValue) => void;
  /** Resolves when the bot has acknowledged, or did not. */
  press: (blockId: string, actionId: string, value?: EnteredValue) => Promise<void>;
  /** Whether a press of this element waits for the bot. */
  isWorking: (blockId: string, actionId: string) => boolean;
  /** block_id → why the bot refused what stands there. */
  errors: Readonly<Record<string, string>>;
  /** Shows the element's confirm dialog; true: go on. */
  confirm: (confirm: Confirm) => Promise<boolean>;
}

/** Shows blocks to look at: nothing pressed goes anywhere. */
const still: Surface = {
  key: 'still',
  valueOf: () => undefined,
  enter: () => undefined,
  press: () => Promise.resolve(),
  isWorking: () => false,
  errors: {},
  confirm: () => Promise.resolve(true),
};

export const SurfaceContext = createContext(still);
export const useSurface = () => useContext(SurfaceContext);
