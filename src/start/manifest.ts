import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Document, parseDocument } from 'yaml';
import { EVENTS_PATH } from '../slack/connection/http-receiver.js';
import { standingPrompts } from '../slack/messages/agent-prompts.js';
import { DEFAULT_COMMAND } from '../config.js';

/** How an app's manifest differs from `manifest.yml`, which is for Socket Mode, without the agent pane. */
export interface ManifestOptions {
  /** The slash command. */
  readonly command: string;
  /** With the agent pane, which guests of a workspace may not use and which needs a paid plan in parts. */
  readonly agent?: boolean;
  /** For HTTP: the https address that Slack reaches the bot at, without a path. */
  readonly http?: string | undefined;
}

/** The text of `manifest.yml`, which is shipped beside the program. */
export function readManifestFile(): string {
  return readFileSync(fileURLToPath(new URL('../../manifest.yml', import.meta.url)), 'utf8');
}

/** `source` is the text of `manifest.yml`; its comments are kept. */
export function slackManifest(source: string, options: ManifestOptions): Document {
  const { command, agent = false, http } = options;
  const manifest = parseDocument(source);
  manifest.setIn(['features', 'slash_commands', 0, 'command'], command);
  if (agent) {
    manifest.setIn(['features', 'agent_view'], manifest.createNode(agentView()));
    manifest.addIn(['oauth_config', 'scopes', 'bot'], 'assistant:write');
    manifest.addIn(['settings', 'event_subscriptions', 'bot_events'], 'agent_session_stopped');
  }
  if (http !== undefined) {
    const url = `${http}${EVENTS_PATH}`;
    manifest.setIn(['features', 'slash_commands', 0, 'url'], url);
    manifest.setIn(['settings', 'event_subscriptions', 'request_url'], url);
    manifest.setIn(['settings', 'interactivity', 'request_url'], url);
    manifest.setIn(['settings', 'socket_mode_enabled'], false);
  }
  if (agent || http !== undefined || command !== DEFAULT_COMMAND) manifest.commentBefore = null;
  return manifest;
}

function agentView(): object {
  return {
    agent_description:
      "Passages from the newsroom's archive, word for word, each with its file and its date.",
    suggested_prompts: standingPrompts(),
  };
}

/** Prints the manifest that the options ask for and gives the exit code: 2 for wrong use, which is said on stderr. */
export function printManifest(
  words: readonly string[],
  { source, command, stdout, stderr }: PrintNeeds,
): number {
  const options = readOptions(words);
  if (typeof options === 'string') {
    stderr.write(`manifest: ${options}\n`);
    return 2;
  }
  const manifest = slackManifest(source, { ...options, command });
  stdout.write(
    options.json
      ? `${JSON.stringify(manifest, null, 2)}\n`
      : manifest.toString({ lineWidth: 0, singleQuote: true }),
  );
  return 0;
}

interface PrintNeeds {
  readonly source: string;
  readonly command: string;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** What was asked for, or what is wrong with it. */
function readOptions(
  args: readonly string[],
): { agent: boolean; json: boolean; http: string | undefined } | string {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { http, agent, json } = parseArgs({
      args: [...args],
      options: { agent: flag, json: flag, http: { type: 'string' } },
    }).values;
    if (http === undefined) return { agent, json, http };
    const host = readHost(http);
    if (host === null)
      return `--http ${http} is not an address that Slack can reach; expected one like https://bot.example.org, without a path`;
    return { agent, json, http: host };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return `${reason}. Expected nothing but --agent, --http https://your-host and --json`;
  }
}

/** The origin, `null` for anything but a plain https address. */
function readHost(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && url.href === `${url.origin}/` ? url.origin : null;
}
