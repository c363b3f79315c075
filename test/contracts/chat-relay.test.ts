import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { systemClock } from '../../adapters/clock-system/index.ts';
import { Relay } from '../../adapters/relay/index.ts';
import { NamedChat } from '../../adapters/terminal/chat.ts';
import { title, traits } from '../../adapters/wechat/traits.ts';
import { BY_HAND } from '../../src/ports/by-hand.ts';
import { chatContract } from './chat.contract.ts';

const place = { platform: 'wechat', account: 'wxid_bot' };

/** Whoever says something does not see whether it is received; `again`: it is said until it is. */
function soon(say: () => Promise<void>, again = () => false): void {
  setImmediate(
    () =>
      void say().catch((error: unknown) => {
        expect(error).toBeInstanceOf(Error);
        if (again()) soon(say, again);
      }),
  );
}

chatContract('carried by hand', async () => {
  const relay = new Relay({ platform: 'wechat', title, traits, clock: systemClock() });
  const shown: string[] = [];
  let just: string[] = [];
  const looking = setInterval(() => {
    relay.attend('window', just);
    just = relay.toShow().map(({ id, text }) => {
      shown.push(text);
      return id;
    });
  }, 5);
  relay.attend('window', []);
  let open = true;
  return {
    chat: relay,
    says: async (name, text, where) => {
      const id = `${BY_HAND}${name}`;
      const address =
        where === 'group'
          ? { ...place, kind: 'group' as const, chat: 'room' }
          : { ...place, kind: 'private' as const, chat: id };
      const words = {
        address,
        sender: { id, name },
        text,
        at: Date.now(),
        photos: 0,
        known: randomUUID(),
      };
      soon(
        () => relay.enter(words),
        () => open,
      );
    },
    shown: () => shown,
    close: async () => {
      open = false;
      clearInterval(looking);
    },
  };
});

chatContract('in front of a platform, with nobody there', async () => {
  const shown: string[] = [];
  const inner = new NamedChat({
    platform: 'wechat',
    traits,
    session: 's',
    show: ({ text }) => void shown.push(text),
  });
  return {
    chat: new Relay({ platform: 'wechat', title, traits, clock: systemClock(), inner }),
    says: async (name, text, where) => {
      const said = {
        name,
        text,
        private: where === 'private',
        group: '联盟群',
        photos: 0,
        at: Date.now(),
      };
      soon(() => inner.say(said));
    },
    shown: () => shown,
    close: async () => {},
  };
});
