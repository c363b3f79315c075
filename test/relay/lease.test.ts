import { expect, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { Relay } from '../../adapters/relay/index.ts';
import { troubles } from '../../adapters/wechat/texts.ts';
import { title, traits } from '../../adapters/wechat/traits.ts';
import { BY_HAND } from '../../src/ports/by-hand.ts';
import type {
  Address,
  ChatAdapter,
  ConnectionStatus,
  Incoming,
  Outgoing,
} from '../../src/ports/chat.ts';
import { allTurns } from '../support/turns.ts';

const place = { platform: 'wechat', account: 'wxid_bot' };
const room: Address = { ...place, kind: 'group', chat: 'room' };
const known: Address = { ...place, kind: 'private', chat: 'wxid_5' };
const byName: Address = { ...place, kind: 'private', chat: `${BY_HAND}王五` };
const roomByName: Address = { ...place, kind: 'group', chat: `${BY_HAND}新群` };

const says = (text: string, to = room): Outgoing => ({ to, text, choices: [], silent: false });

/** A platform whose connection and slots are in the test's hand. */
class Platform implements ChatAdapter {
  readonly platform = 'wechat';
  readonly title = title;
  readonly traits = { ...traits, edits: true };
  readonly sent: string[] = [];
  readonly asked: string[] = [];
  state: ConnectionStatus['state'] = 'up';
  again = 0;
  receive: ((incoming: Incoming) => Promise<void>) | undefined;

  async start(receive: (incoming: Incoming) => Promise<void>): Promise<void> {
    this.receive = receive;
  }
  async acquireSlot(): Promise<number> {
    return this.again;
  }
  connection(): ConnectionStatus {
    return {
      state: this.state,
      since: 1,
      ...(this.state === 'up' ? {} : { why: troubles.kicked }),
    };
  }
  offerMenu(): void {
    this.asked.push('offerMenu');
  }
  menuFor(_: Address, user: string): void {
    this.asked.push(`menuFor ${user}`);
  }
  async fetch(photo: string): Promise<Uint8Array> {
    this.asked.push(`fetch ${photo}`);
    return new Uint8Array();
  }
  async send({ text }: Outgoing): Promise<{ messageId: string }> {
    this.sent.push(text);
    return { messageId: 'there' };
  }
  async stop(): Promise<void> {
    this.asked.push('stop');
  }
}

function relayed(inner?: Platform) {
  const clock = new SimulatedClock(1_000_000);
  const relay = new Relay({
    platform: 'wechat',
    title,
    traits,
    clock,
    ...(inner ? { inner } : {}),
  });
  const pass = (ms: number) => clock.moveTo(clock.now() + ms);
  const texts = () => relay.toShow().map(({ text }) => text);
  return { relay, clock, pass, texts };
}

/** What became of something: that it waits, or what came of it. */
async function fate(promise: Promise<unknown>): Promise<unknown> {
  const came = promise.then(
    () => 'done',
    (error: unknown) => (error as { outcome?: string }).outcome ?? String(error),
  );
  return Promise.race([came, allTurns().then(() => 'waits')]);
}

test('while nobody carries it everything goes to the platform', async () => {
  const inner = new Platform();
  const { relay } = relayed(inner);
  const heard: string[] = [];
  await relay.start(
    async ({ text }) => void heard.push(text),
    async () => {},
  );
  await inner.receive?.({ text: '+1' } as Incoming);
  expect(heard).toEqual(['+1']);
  expect(await relay.acquireSlot(room, false)).toBe(0);
  expect(await relay.send(says('好'))).toEqual({ messageId: 'there' });
  expect(relay.traits).toBe(inner.traits);
  expect(relay.connection()).toEqual({ state: 'up', since: 1 });
  inner.state = 'login';
  expect(relay.connection()).toEqual({ state: 'login', since: 1, why: troubles.kicked });
  relay.offerMenu([]);
  relay.menuFor(room, 'wxid_5', 'everybody');
  relay.menuFor(room, `${BY_HAND}王五`, 'everybody');
  await relay.fetch('photo');
  await expect(relay.fetch(`${BY_HAND}1:0`)).rejects.toThrow('gone');
  await relay.stop();
  expect(inner.asked).toEqual(['offerMenu', 'menuFor wxid_5', 'fetch photo', 'stop']);
});

test('while somebody does it waits for them, and counts as sent when they have shown it', async () => {
  const inner = new Platform();
  inner.state = 'down';
  const { relay, clock } = relayed(inner);
  expect(relay.attend('a', [])).toBe(true);
  expect(relay.connection()).toEqual({ state: 'up', since: clock.now() });
  expect(relay.traits).toMatchObject({ edits: false, redelivers: true, opensPrivate: true });
  const sending = relay.send(says('一'));
  const second = relay.send(says('二', byName));
  expect(await fate(sending)).toBe('waits');
  // Given again and again, until they say that it stands there.
  for (let times = 0; times < 3; times++)
    expect(relay.toShow().map(({ to, text }) => [to, text])).toEqual([
      [room, '一'],
      [byName, '二'],
    ]);
  const [first] = relay.toShow();
  relay.attend('a', [first?.id ?? '', 'something else']);
  expect((await sending).messageId).toBe(`${BY_HAND}${first?.id}`);
  expect(await fate(second)).toBe('waits');
  expect(relay.toShow().map(({ text }) => text)).toEqual(['二']);
  expect(inner.sent).toEqual([]);
});

test('whoever is not heard of for 15 seconds is gone: what they may have shown is in doubt, the rest was not sent', async () => {
  const { relay, pass, texts } = relayed(new Platform());
  relay.attend('a', []);
  const handed = relay.send(says('一'));
  expect(texts()).toEqual(['一']);
  pass(14_000);
  relay.attend('a', []);
  const unseen = relay.send(says('二'));
  pass(14_999);
  expect(await fate(handed)).toBe('waits');
  pass(1);
  expect(await fate(handed)).toBe('uncertain');
  expect(await fate(unseen)).toBe('refused');
  expect(relay.toShow()).toEqual([]);
  expect(relay.connection().state).toBe('up');
  // They come back in the same window.
  expect(relay.attend('a', [])).toBe(true);
});

test('who comes last has the place; what was not handed over waits for them', async () => {
  const { relay, texts } = relayed();
  relay.attend('a', []);
  const handed = relay.send(says('一'));
  texts();
  const unseen = relay.send(says('二'));
  expect(relay.attend('b', [])).toBe(true);
  expect(await fate(handed)).toBe('uncertain');
  expect(await fate(unseen)).toBe('waits');
  expect(relay.attend('a', [])).toBe(false);
  relay.leave('a');
  expect(texts()).toEqual(['二']);
  relay.leave('b');
  expect(await fate(unseen)).toBe('uncertain');
  expect(relay.connection()).toMatchObject({ state: 'down', why: { code: 'unattended' } });
});

test('without a platform what is to be sent comes again, until somebody is there', async () => {
  const { relay } = relayed();
  expect(await relay.acquireSlot(room, true)).toBeGreaterThan(0);
  expect(await fate(relay.send(says('一')))).toBe('refused');
  expect(relay.traits.opensPrivate).toBe(true);
  relay.attend('a', []);
  expect(await relay.acquireSlot(room, true)).toBe(0);
  relay.leave('a');
  expect(await relay.acquireSlot(room, false)).toBeGreaterThan(0);
});

test('what waits for a platform that is down goes to whoever comes', async () => {
  const inner = new Platform();
  inner.again = 5_000;
  const { relay } = relayed(inner);
  expect(await relay.acquireSlot(room, false)).toBe(5_000);
  relay.attend('a', []);
  expect(await relay.acquireSlot(room, false)).toBe(0);
});

test('the platform gets nothing for people and groups that are known by name only', async () => {
  const inner = new Platform();
  const { relay } = relayed(inner);
  expect(await relay.acquireSlot(byName, true)).toBe(0);
  expect(await fate(relay.send(says('好', byName)))).toBe('gone');
  expect(await relay.acquireSlot(roomByName, false)).toBeGreaterThan(0);
  expect(await fate(relay.send(says('好', roomByName)))).toBe('refused');
  relay.attend('a', []);
  expect(await relay.acquireSlot(roomByName, false)).toBe(0);
  expect(await fate(relay.send(says('私下', known)))).toBe('waits');
  expect(inner.sent).toEqual([]);
});

test('its own words are known again, whoever pasted them and however they are broken into lines', async () => {
  const inner = new Platform();
  const { relay } = relayed(inner);
  await relay.send(says('E1 报名 张伟。\n共 1/30 人'));
  relay.attend('a', []);
  void relay.send(says('E1 报名 李娟')).catch(() => {});
  expect(relay.isOwn('李雪梅', 'E1 报名 张伟。 共 1/30 人\n')).toBe(true);
  expect(relay.isOwn('李雪梅', 'E1 报名 李娟')).toBe(true);
  expect(relay.isOwn('小联', '随便什么')).toBe(true);
  expect(relay.isOwn('李雪梅', 'E1 报名')).toBe(false);
  for (let count = 0; count < 2_000; count++)
    void relay.send(says(`第 ${count} 条`)).catch(() => {});
  expect(relay.isOwn('李雪梅', 'E1 报名 李娟')).toBe(false);
});

test('what is entered is one message for each moment that was written down, handed over in order', async () => {
  const { relay } = relayed();
  const heard: Incoming[] = [];
  await relay.start(
    async (incoming) => {
      if (incoming.text === '慢') await allTurns();
      heard.push(incoming);
    },
    async () => {},
  );
  const words = {
    address: room,
    title: '联盟群',
    sender: { id: `${BY_HAND}王五`, name: '王五' },
    at: 5,
    photos: 0,
  };
  await Promise.all([
    relay.enter({ ...words, text: '慢', known: 5 }),
    relay.enter({ ...words, text: '+1', known: 5 }),
    relay.enter({ ...words, text: '+1', known: 5 }),
    relay.enter({ ...words, text: '+1', known: 6 }),
    relay.enter({ ...words, address: byName, text: '+1', known: 5 }),
    relay.enter({ ...words, text: '', photos: 2, known: 's-1' }),
  ]);
  expect(heard.map(({ text }) => text)).toEqual(['慢', '+1', '+1', '+1', '+1', '']);
  const ids = heard.map(({ id }) => id);
  expect(ids[1]).toBe(ids[2]);
  expect(new Set(ids).size).toBe(5);
  expect(heard[5]).toMatchObject({
    id: `${BY_HAND}s-1`,
    photos: [`${BY_HAND}s-1:0`, `${BY_HAND}s-1:1`],
    byHand: true,
  });
  await relay.stop();
  await expect(relay.enter({ ...words, text: '+1', known: 7 })).rejects.toThrow('not listening');
});
