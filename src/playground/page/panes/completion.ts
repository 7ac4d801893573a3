import type { AppInfo, Channel, Person } from '../../protocol.js';
import { emojiNames, emojiSign } from '../text/emoji.js';
import { slackbot } from '../text/inline.js';

export interface CompletionItem {
  id: string;
  label: string;
  detail: string;
  /** Replaces what stands between `from` and the caret; a space follows. */
  insert: string;
}

export interface Completion {
  kind: 'command' | 'person' | 'channel' | 'emoji';
  /** Where the word with its sign begins. */
  from: number;
  items: CompletionItem[];
}

export interface KnownWords {
  commands: AppInfo['commands'];
  people: readonly Person[];
  channels: readonly Channel[];
  /** Slack has no commands in threads. */
  inThread: boolean;
}

const most = 8;

/**
 * What could stand at the caret: after `/` at the very beginning the commands, after `@` people and
 * the bot, after `#` channels, after `:` and two letters emoji. null: nothing to offer, or what is typed is already the only choice.
 */
export function completionAt(text: string, caret: number, words: KnownWords): Completion | null {
  const before = text.slice(0, caret);
  const match = /(?:^|[\s(])([@#])([\p{L}\p{N}._-]*)$/u.exec(before);
  if (match) {
    const query = (match[2] ?? '').toLowerCase();
    const from = caret - query.length - 1;
    return match[1] === '@'
      ? offer('person', from, people(query, words.people), before)
      : offer('channel', from, channels(query, words.channels), before);
  }
  const code = /(?:^|[\s(]):([a-z0-9_+-]{2,})$/i.exec(before)?.[1];
  if (code !== undefined)
    return offer('emoji', caret - code.length - 1, emoji(code.toLowerCase()), before);
  if (!words.inThread && /^\/[\w-]*$/.test(before)) {
    return offer('command', 0, commands(before.toLowerCase(), words.commands), before);
  }
  return null;
}

function offer(
  kind: Completion['kind'],
  from: number,
  items: CompletionItem[],
  before: string,
): Completion | null {
  if (items.length === 0) return null;
  const isDone = items.length === 1 && items[0]?.insert === before.slice(from);
  return isDone ? null : { kind, from, items: items.slice(0, most) };
}

function people(query: string, all: readonly Person[]): CompletionItem[] {
  const starts = (name: string) =>
    name
      .toLowerCase()
      .split(/[\s.-]+/)
      .some((word) => word.startsWith(query));
  return all
    .filter((person) => person.id !== slackbot)
    .filter((person) => person.name.toLowerCase().startsWith(query) || starts(person.realName))
    .toSorted((one, other) => Number(other.isBot) - Number(one.isBot))
    .map((person) => ({
      id: person.id,
      label: person.realName,
      detail: person.isBot ? 'app' : person.title,
      insert: `@${person.name}`,
    }));
}

function channels(query: string, all: readonly Channel[]): CompletionItem[] {
  return all
    .filter((channel) => channel.kind !== 'direct' && channel.name.startsWith(query))
    .map((channel) => ({
      id: channel.id,
      label: `#${channel.name}`,
      detail: channel.topic,
      insert: `#${channel.name}`,
    }));
}

function emoji(query: string): CompletionItem[] {
  return emojiNames(query).map((name) => ({
    id: name,
    label: `${emojiSign(name) ?? ''} :${name}:`,
    detail: '',
    insert: `:${name}:`,
  }));
}

function commands(query: string, all: AppInfo['commands']): CompletionItem[] {
  return all
    .filter(({ command }) => command.startsWith(query))
    .map(({ command, description, usageHint }) => ({
      id: command,
      label: usageHint === '' ? command : `${command} ${usageHint}`,
      detail: description,
      insert: command,
    }));
}

/** The text and the caret after an item was chosen. */
export function complete(
  text: string,
  caret: number,
  completion: Completion,
  item: CompletionItem,
): { text: string; caret: number } {
  const rest = text.slice(caret).replace(/^ /, '');
  const head = `${text.slice(0, completion.from)}${item.insert} `;
  return { text: head + rest, caret: head.length };
}

/** How to use the command that is being typed; empty where the text is none. */
export function usageOf(text: string, all: AppInfo['commands']): string {
  const word = /^(\/\S+)\s/.exec(text)?.[1];
  const known = all.find(({ command }) => command === word);
  return known && known.usageHint !== '' ? `${known.command} ${known.usageHint}` : '';
}
