import { isObject } from '../json.js';
import type { WorkspaceState } from './workspace-state.js';

/** Whether a value read from a file is the state of a workspace, as far as everything here relies on it. */
export function isWorkspaceState(value: unknown): value is WorkspaceState {
  return (
    isObject(value) &&
    value['version'] === 1 &&
    typeof value['lastTs'] === 'number' &&
    hasStrings(value['team'], 'id', 'name', 'domain') &&
    hasStrings(value['app'], 'id', 'botId', 'botUser') &&
    areAll(value['people'], (one) => hasStrings(one, 'id', 'name', 'realName', 'tz', 'color')) &&
    areAll(
      value['channels'],
      (one) => hasStrings(one, 'id', 'name', 'kind', 'topic') && Array.isArray(one['members']),
    ) &&
    areAll(
      value['messages'],
      (one) =>
        hasStrings(one, 'channel', 'ts', 'user', 'from', 'text') &&
        areAll(one['blocks'], () => true) &&
        areAll(one['reactions'], () => true),
    ) &&
    areAll(Object.values(isObject(value['homes']) ? value['homes'] : { none: null }), isView) &&
    areAll(Object.values(isObject(value['modals']) ? value['modals'] : { none: null }), (stack) =>
      areAll(stack, isView),
    ) &&
    isObject(value['prompts']) &&
    Array.isArray(value['statuses'])
  );
}

function isView(value: unknown): boolean {
  return (
    hasStrings(value, 'id', 'rootId', 'hash') &&
    isObject(value['source']) &&
    areAll(value['source']['blocks'], () => true) &&
    isObject(value['errors'])
  );
}

function hasStrings(value: unknown, ...names: string[]): value is Record<string, unknown> {
  return isObject(value) && names.every((name) => typeof value[name] === 'string');
}

function areAll(value: unknown, check: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => check(one));
}
