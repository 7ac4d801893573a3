import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Channel, Person } from '../../protocol.js';

/** Through whose eyes text is shown: names, the zone of their clock, what a mention can open. */
export interface Reader {
  me: string;
  zone: string;
  now: () => number;
  personById: (id: string) => Person | undefined;
  channelById: (id: string) => Channel | undefined;
  /** Whom a broadcast in this place would reach; 0 where that is not known. */
  audience: number;
  openChannel: (id: string) => void;
}

export const nobody: Reader = {
  me: '',
  zone: 'UTC',
  now: () => Date.now(),
  personById: () => undefined,
  channelById: () => undefined,
  audience: 0,
  openChannel: () => undefined,
};

export const ReaderContext = createContext<Reader>(nobody);
export const useReader = () => useContext(ReaderContext);
