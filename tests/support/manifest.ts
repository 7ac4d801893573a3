import { z } from 'zod';
import { readManifestFile, slackManifest, type ManifestOptions } from '../../src/start/manifest.js';

const url = z
  .string()
  .regex(/^https?:\/\//)
  .max(3000);
const line = (max: number) => z.string().min(1).max(max);

/**
 * The rules of Slack's manifest.schema.2.0.0.json for the parts that this app uses: their keys, their limits,
 * and no others.
 */
const manifestRules = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: line(35),
    description: line(140),
    background_color: z.string().regex(/^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$/),
  }),
  features: z.strictObject({
    bot_user: z.strictObject({ display_name: line(80), always_online: z.boolean() }),
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    agent_view: z
      .strictObject({
        agent_description: line(300),
        suggested_prompts: z
          .array(z.strictObject({ title: line(100), message: line(1000) }))
          .max(4),
      })
      .optional(),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\//).min(2).max(32),
          url: url.optional(),
          description: line(2000),
          usage_hint: line(1000),
          should_escape: z.boolean(),
        }),
      )
      .min(1)
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: line(24),
          type: z.enum(['message', 'global']),
          callback_id: line(255),
          description: line(150),
        }),
      )
      .min(1)
      .max(10)
      .optional(),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({
      bot: z.array(z.string().max(50)).max(255),
      bot_optional: z.array(z.string().max(50)).max(255),
    }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: url.optional(),
      bot_events: z.array(z.string().max(50)).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: url.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

export type Manifest = z.infer<typeof manifestRules>;

/** `manifest.yml`, changed as asked for; throws where Slack's schema would refuse it. */
export function readManifest(options: Partial<ManifestOptions> = {}): Manifest {
  return manifestRules.parse(
    slackManifest(readManifestFile(), { command: '/deport', ...options }).toJS(),
  );
}
