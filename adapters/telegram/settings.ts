import { z } from 'zod';
import { because } from '../../src/core/mistakes.ts';

export interface TelegramSettings {
  readonly token: string;
  /** The process has several bots on Telegram, and people are told which one is meant. */
  readonly isOneOfSeveral?: true;
  /** Where the Bot API is, for calls and files. */
  readonly root: string;
  /** Updates are posted here; they are asked for when it is missing. */
  readonly webhook?: { readonly url: string; readonly secret: string; readonly port: number };
}

const root = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/(?<!\/)\/+$/, ''));
const token = z.string().refine(
  (text) => /^\d+:[\w-]{30,}$/.test(text),
  because({
    zh: '要写 @BotFather 给的令牌，像 123456:ABC…',
    en: 'a token as @BotFather gives it, 123456:ABC…',
  }),
);
const tokens = z
  .string()
  .transform((text) => text.split(/[\s,，、]+/).filter((one) => one !== ''))
  .pipe(z.array(token).min(1));
const secret = z
  .string()
  .refine(
    (text) => /^[\w-]{16,256}$/.test(text),
    because({ zh: '要 16 到 256 个字母、数字、_ 或 -', en: '16 to 256 of A–Z a–z 0–9 _ -' }),
  );
const port = z.coerce.number().int().min(1).max(65_535);

/** The settings by which Telegram is connected, as `.env.example` lists them. */
export const settings = z.object({
  TELEGRAM_BOT_TOKEN: token.optional().meta({
    description: 'The token that @BotFather gives; Telegram is connected when it is set',
    examples: ['123456:ABC-the-35-characters-of-BotFather'],
    secret: true,
  }),
  TELEGRAM_BOT_TOKENS: tokens.optional().meta({
    description: 'Tokens of several bots in one process, with commas between them',
    examples: ['123456:ABC-the-35-characters-of-BotFather'],
    secret: true,
  }),
  TELEGRAM_API_ROOT: root.default('https://api.telegram.org').meta({
    description: 'Where the Bot API is, for calls and for files',
    examples: ['https://api.telegram.org'],
  }),
  TELEGRAM_WEBHOOK_URL: z
    .url({ protocol: /^https$/ })
    .optional()
    .meta({
      description:
        'Updates are posted to this address; without it the bot asks for them. Of several bots each adds /<its id>',
      examples: ['https://bot.example.org/telegram'],
    }),
  TELEGRAM_WEBHOOK_SECRET: secret.optional().meta({
    description: 'With the address: 16 to 256 letters and digits that nobody else knows',
    examples: ['at-least-16-letters-and-digits'],
    secret: true,
  }),
  TELEGRAM_WEBHOOK_PORT: port.default(8443).meta({
    description:
      'The port that listens behind the address; several bots take the ones after it, too',
    examples: ['8443'],
  }),
});

/** What the settings mean; an address without a secret would let anybody post updates. */
export const understood = settings
  .refine(
    (given) =>
      given.TELEGRAM_WEBHOOK_URL === undefined || given.TELEGRAM_WEBHOOK_SECRET !== undefined,
    {
      path: ['TELEGRAM_WEBHOOK_SECRET'],
      ...because({
        zh: '写了 TELEGRAM_WEBHOOK_URL 就要有它，不然谁都能冒充 Telegram',
        en: 'is needed with TELEGRAM_WEBHOOK_URL, so that nobody else can post updates',
      }),
    },
  )
  .transform((given): readonly TelegramSettings[] => {
    const {
      TELEGRAM_BOT_TOKEN: first,
      TELEGRAM_BOT_TOKENS: others = [],
      TELEGRAM_API_ROOT: api,
      TELEGRAM_WEBHOOK_URL: url,
      TELEGRAM_WEBHOOK_SECRET: key,
      TELEGRAM_WEBHOOK_PORT: behind,
    } = given;
    const all = [...new Set([...(first === undefined ? [] : [first]), ...others])];
    if (all.length === 1) return all.map((one) => ({ token: one, root: api, ...hook(0) }));
    return all.map((one, index) => ({
      token: one,
      root: api,
      isOneOfSeveral: true,
      ...hook(index, `/${accountOf(one)}`),
    }));

    /** Each bot has a path and a port of its own. */
    function hook(index: number, path = ''): Pick<TelegramSettings, 'webhook'> {
      if (url === undefined || key === undefined) return {};
      return { webhook: { url: `${url}${path}`, secret: key, port: behind + index } };
    }
  });

/** The id of the bot that a token belongs to. */
export function accountOf(one: string): string {
  return one.slice(0, one.indexOf(':'));
}
