import { z } from 'zod';
import { because } from '../../src/core/mistakes.ts';

/** How the WeChat adapter is set up; checked and understood. */
export interface WechatSettings {
  /** The puppet's package. */
  readonly puppet: string;
  /** Ids of people and rooms outlive a login. */
  readonly stableIds: boolean;
  readonly pace: PaceSettings;
  /** For `wechaty-puppet-service`. */
  readonly gateway?: {
    readonly token: string;
    readonly endpoint?: string;
    readonly insecure: boolean;
  };
}

/** How much is sent, so that the account is not taken for a machine. Times in ms. */
export interface PaceSettings {
  readonly perMinute: number;
  readonly perDay: number;
  /** Between two messages; as much again is left to chance. */
  readonly gap: number;
  /**
   * Between messages that nobody waits for, when they go to different groups; as much again is left
   * to chance.
   */
  readonly groupGap: number;
}

export const SERVICE = 'wechaty-puppet-service';

/** Of which puppets it is known whether their ids outlive a login; of others it is not believed. */
const STABLE: Readonly<Record<string, boolean>> = {
  [SERVICE]: true,
  'wechaty-puppet-padlocal': true,
  'wechaty-puppet-xp': true,
  'wechaty-puppet-official-account': true,
  'wechaty-puppet-wechat4u': false,
  'wechaty-puppet-wechat': false,
};

const yes = z
  .enum(['true', 'false', '1', '0'])
  .transform((text) => text === 'true' || text === '1');
const seconds = z.coerce.number().min(0).max(600);
const count = z.coerce.number().int().min(1);

/**
 * The settings by which WeChat is connected, as `.env.example` lists them. The first four have
 * wechaty's own names.
 */
export const settings = z.object({
  WECHATY_PUPPET: z
    .string()
    .refine(
      (text) => /^[@\w./-]+$/.test(text),
      because({
        zh: '要写装好的包的名字，例：wechaty-puppet-service',
        en: 'the name of an installed package, wechaty-puppet-service for example',
      }),
    )
    .meta({
      description:
        'The puppet that talks to WeChat, wechaty-puppet-service for a gateway; WeChat is connected when it is set',
      examples: ['wechaty-puppet-service'],
    }),
  WECHATY_PUPPET_SERVICE_TOKEN: z
    .string()
    .optional()
    .meta({
      description: 'The token of the gateway, as its provider gives it',
      examples: ['puppet_service_abc'],
      secret: true,
    }),
  WECHATY_PUPPET_SERVICE_ENDPOINT: z
    .string()
    .refine((text) => /^\S+:\d+$/.test(text), because({ zh: '要写成 主机:端口', en: 'host:port' }))
    .optional()
    .meta({
      description: 'Where the gateway is, host:port; without it the provider’s directory is asked',
      examples: ['127.0.0.1:8788'],
    }),
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: yes.default(false).meta({
    description:
      'true where the gateway speaks without TLS: only on this machine or through a tunnel',
    examples: ['false'],
  }),
  WECHAT_STABLE_IDS: yes.optional().meta({
    description:
      'Whether ids of people and rooms outlive a login; known puppets have their own default',
    examples: ['true'],
  }),
  WECHAT_PER_MINUTE: count
    .default(20)
    .meta({ description: 'The most messages a minute on WeChat', examples: ['20'] }),
  WECHAT_PER_DAY: count
    .default(500)
    .meta({ description: 'The most messages in 24 hours on WeChat', examples: ['500'] }),
  WECHAT_GAP: seconds.default(1.5).meta({
    description: 'Seconds between two messages on WeChat, and by chance up to as much again',
    examples: ['1.5'],
  }),
  WECHAT_GROUP_GAP: seconds.default(3).meta({
    description:
      'Seconds between two WeChat groups when something goes to many, and by chance up to as much again',
    examples: ['3'],
  }),
});

/**
 * What the settings mean. A gateway cannot be reached without a token that names its certificate.
 */
export const understood = settings
  .refine(
    (given) =>
      given.WECHATY_PUPPET !== SERVICE ||
      /^[^_\s]+_\S+$/.test(given.WECHATY_PUPPET_SERVICE_TOKEN ?? ''),
    {
      path: ['WECHATY_PUPPET_SERVICE_TOKEN'],
      ...because({
        zh: '用 wechaty-puppet-service 就要有它，还要带前缀，自己的网关写 insecure_…',
        en: 'is needed with wechaty-puppet-service, and has a prefix: insecure_… for a gateway of your own',
      }),
    },
  )
  .transform((given): WechatSettings => {
    const token = given.WECHATY_PUPPET_SERVICE_TOKEN;
    const endpoint = given.WECHATY_PUPPET_SERVICE_ENDPOINT;
    const insecure = given.WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT;
    return {
      puppet: given.WECHATY_PUPPET,
      stableIds: given.WECHAT_STABLE_IDS ?? STABLE[given.WECHATY_PUPPET] ?? false,
      pace: {
        perMinute: given.WECHAT_PER_MINUTE,
        perDay: given.WECHAT_PER_DAY,
        gap: given.WECHAT_GAP * 1_000,
        groupGap: given.WECHAT_GROUP_GAP * 1_000,
      },
      ...(token === undefined
        ? {}
        : { gateway: { token, insecure, ...(endpoint === undefined ? {} : { endpoint }) } }),
    };
  });
