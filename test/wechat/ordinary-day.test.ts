import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WechatStage } from '../support/wechat.ts';
import type { Room } from '../support/wechat-gateway/index.ts';

/*
 * An ordinary evening on WeChat, at the pace that an account is given unless somebody sets another:
 * a notice at 18:00, sixty people in two groups, and what each waits for. The bot and its adapter
 * go by one clock that only the test moves.
 */

const pace = { perMinute: 20, perDay: 500, gap: 1_500, groupGap: 3_000 };
const STEP = 500;
const TICK = 30_000;
/** So many turns in which nothing is on its way are a rest. */
const REST = 30;

/** Something that somebody says, and how it is seen that it was noticed. */
interface Deed {
  readonly kind: 'once' | 'crowd';
  readonly at: number;
  readonly begin: () => void;
  readonly isNoticed: () => boolean;
}

test('of a hundred acknowledgements 95 come within the pace, of a crowd within a minute, and nothing is sent too fast', {
  timeout: 120_000,
}, async () => {
  const stage = await WechatStage.open({ begin: '2026-11-22 17:58', pace, oneClock: true });
  const { gateway, room, clock, app } = stage;
  const other = gateway.room('志愿者群', [stage.user('周敏')]);
  const sent: number[] = [];
  gateway.onSaid(() => void sent.push(clock.now()));
  const begun = clock.now();
  let said = 0;
  const say = (name: string, text: string, where: Room) => {
    said += 1;
    const person = stage.user(name);
    if (!where.members.includes(person)) gateway.join(where, person);
    gateway.say(person, text, where, { at: clock.now() });
  };
  /** Until everything that needs no time has happened: both ends are in this process. */
  const rest = async () => {
    for (let quiet = 0; quiet < REST; ) {
      const before = sent.length;
      await turn();
      quiet = stage.heard.length === said && sent.length === before ? quiet + 1 : 0;
    }
  };
  const pass = async () => {
    clock.moveTo(clock.now() + STEP);
    const due = app.nextDue() ?? Number.POSITIVE_INFINITY;
    if ((clock.now() - begun) % TICK === 0 || due <= clock.now()) await app.tick();
    await rest();
  };
  say('周敏', '/here', other);
  while (clock.now() < begun + 150_000) await pass();
  expect(stage.said).toEqual([expect.stringContaining('【还有 3 天】')]);

  const start = clock.now();
  const texts = (where: Room) => gateway.said(where).map(({ text }) => text);
  const names = Array.from({ length: 60 }, (_, index) => `居民${index + 101}`);
  const groupOf = (index: number) => (index % 2 === 0 ? room : other);
  /** The group reads their words, or their name on the list. */
  const deed = (kind: Deed['kind'], name: string, text: string, where: Room, at: number): Deed => ({
    kind,
    at,
    begin: () => say(name, kind === 'once' ? `需求 ${text}` : text, where),
    isNoticed: () => texts(where).some((one) => one.includes(kind === 'once' ? text : name)),
  });
  const deeds: readonly Deed[] = [
    // Fourteen sign up within two seconds, and others while people report what is broken.
    ...names
      .slice(0, 14)
      .map((name, index) => deed('crowd', name, '+1 E1', groupOf(index), index * 140)),
    ...names.slice(14, 40).map((name, index) => {
      const what = `${index + 1}号楼的灯坏了`;
      return deed('once', name, what, groupOf(index), 5_000 + index * 11_000);
    }),
    ...names
      .slice(40)
      .map((name, index) => deed('crowd', name, '+1 E1', groupOf(index), 30_000 + index * 13_000)),
  ].toSorted((one, another) => one.at - another.at);
  const waiting = new Map<Deed, number>();
  const took: { readonly kind: Deed['kind']; readonly ms: number }[] = [];
  const left = [...deeds];
  while (left.length > 0 || waiting.size > 0) {
    while ((left[0]?.at ?? Number.POSITIVE_INFINITY) <= clock.now() - start) {
      const deed = left.shift();
      if (deed === undefined) break;
      deed.begin();
      waiting.set(deed, clock.now());
    }
    await rest();
    for (const [deed, since] of waiting)
      if (deed.isNoticed()) {
        took.push({ kind: deed.kind, ms: clock.now() - since });
        waiting.delete(deed);
      }
    expect(clock.now() - start).toBeLessThan(600_000);
    await pass();
  }
  const slowest = (kind: Deed['kind']) => {
    const all = took.filter((one) => one.kind === kind).map(({ ms }) => ms);
    return all.sort((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1];
  };
  expect(took).toHaveLength(60);
  expect(slowest('once')).toBeLessThanOrEqual(10_000);
  expect(slowest('crowd')).toBeLessThanOrEqual(60_000);
  const gaps = sent.slice(1).map((at, index) => at - (sent[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(pace.gap);
  const inMinute = sent.map((at) => sent.filter((one) => one > at - 60_000 && one <= at).length);
  expect(Math.max(...inMinute)).toBeLessThanOrEqual(pace.perMinute);
  expect(stage.chat.connection().state).toBe('up');
});
