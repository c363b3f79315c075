import { ChatUnusable } from '../../src/ports/chat.ts';
import { type Puppets, puppetsOf } from './puppets.ts';
import type { WechatSettings } from './settings.ts';

/** wechaty and what needs it, loaded when WeChat is connected. */
export interface Library {
  readonly puppets: Puppets;
  readonly connection: typeof import('./connection.ts');
  readonly receive: typeof import('./receive.ts');
  readonly send: typeof import('./send.ts');
}

/** @throws ChatUnusable when the puppet is not installed. */
export async function loadLibrary(parts: {
  readonly settings: WechatSettings;
  readonly folder: string;
  /** Other than by the settings. */
  readonly puppets?: Puppets;
}): Promise<Library> {
  const { settings, folder, puppets } = parts;
  try {
    return {
      puppets: puppets ?? (await puppetsOf(settings, folder)),
      connection: await import('./connection.ts'),
      receive: await import('./receive.ts'),
      send: await import('./send.ts'),
    };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    if (!missing) throw error;
    throw new ChatUnusable({
      zh: `微信连不上：没有装 ${settings.puppet}。请运行 npm install ${settings.puppet} wechaty，或者把 WECHATY_PUPPET 留空`,
      en: `WeChat cannot be connected: ${settings.puppet} is not installed. npm install ${settings.puppet} wechaty, or leave WECHATY_PUPPET empty`,
    });
  }
}
