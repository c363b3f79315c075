import { systemClock } from '../../adapters/clock-system/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { Telegram } from '../../adapters/telegram/index.ts';
import { TelegramServer } from '../support/telegram-server/index.ts';
import type { User } from '../support/telegram-server/world.ts';
import { chatContract } from './chat.contract.ts';

chatContract('telegram', async () => {
  const server = await TelegramServer.start({ hearsAll: true });
  const group = server.group('联盟群');
  const people = new Map<string, User>();
  const user = (name: string): User => {
    const known = people.get(name) ?? server.person(name);
    people.set(name, known);
    return known;
  };
  const clock = systemClock();
  const fast = { ...clock, after: (ms: number, call: () => void) => clock.after(ms / 20, call) };
  return {
    chat: new Telegram({
      settings: { token: server.token, root: server.root },
      clock: fast,
      log: silentLog,
    }),
    says: async (name, text, place) =>
      void server.say(user(name), text, place === 'group' ? group : undefined),
    shown: () => group.shown(server.bot),
    close: () => server.stop(),
  };
});
