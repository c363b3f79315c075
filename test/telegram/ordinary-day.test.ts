import { expect, test } from 'vitest';
import { OneClockStage } from '../support/one-clock.ts';
import type { Room } from '../support/telegram-server/index.ts';

/* An ordinary evening: a notice at 18:00, sixty people in two groups, and what each waits for. */

const rates = { perSecond: 30, perGroupMinute: 20, perGroupSecond: 3 };
const STEP = 250;

/** Something that somebody did, and how it is seen that it was noticed. */
interface Deed {
  readonly kind: 'press' | 'once' | 'card';
  readonly at: number;
  readonly begin: () => void;
  readonly isNoticed: () => boolean;
}

test('of a hundred acknowledgements 95 come within a second, on the card within five, without one 429', async () => {
  const made = await OneClockStage.open({ begin: '2026-11-22 17:00', rates });
  const { stage } = made;
  const { server, group } = stage;
  const other = server.group('志愿者群');
  server.say(stage.user('周敏'), '/here', other);
  await made.passTo(made.now + 3_600_000 + 5_000);
  const texts = (room: Room) => stage.shown(room);
  const shows = (room: Room, words: string) => texts(room).some((one) => one.includes(words));
  const notice = (room: Room) => {
    const found = room.messages.findLast(({ text = '' }) => text.includes('已报'));
    if (found === undefined) throw new Error('no notice');
    return found;
  };
  const start = made.now;
  const names = Array.from({ length: 60 }, (_, index) => `居民${index + 101}`);
  const press = (name: string, room: Room, at: number): Deed => {
    const before = { query: '' };
    return {
      kind: 'press',
      at,
      begin: () => {
        before.query = server.press(stage.user(name), notice(room), '报名 E1');
      },
      isNoticed: () => server.answers.some(({ query }) => query === before.query),
    };
  };
  const once = (name: string, text: string, room: Room, shown: string, at: number): Deed => ({
    kind: 'once',
    at,
    begin: () => void server.say(stage.user(name), text, room),
    isNoticed: () => shows(room, shown),
  });
  let signed = 0;
  const typed = (name: string, room: Room, at: number): Deed => {
    const before = { count: 0 };
    return {
      kind: 'card',
      at,
      begin: () => {
        signed += 1;
        before.count = signed;
        server.say(stage.user(name), '+1 E1', room);
      },
      isNoticed: () =>
        texts(room).some((one) => Number(/已报 (\d+)\//.exec(one)?.[1] ?? 0) >= before.count),
    };
  };
  const [typing, asking, pressing] = [names.slice(0, 14), names.slice(14, 34), names.slice(34)];
  const deeds: readonly Deed[] = [
    // Fourteen sign up within two seconds.
    ...typing.map((name, index) => typed(name, group, index * 140)),
    ...asking.map((name, index) =>
      once(
        name,
        `需求 ${index + 1}号楼的灯坏了`,
        index % 2 === 0 ? group : other,
        `${index + 1}号楼的灯坏了`,
        20_000 + index * 12_000,
      ),
    ),
    ...pressing.map((name, index) =>
      press(name, index % 2 === 0 ? group : other, 30_000 + index * 9_000),
    ),
  ];
  const waiting = new Map<Deed, number>();
  const took: { readonly kind: Deed['kind']; readonly ms: number }[] = [];
  const left = [...deeds].sort((a, b) => a.at - b.at);
  while (left.length > 0 || waiting.size > 0) {
    while ((left[0]?.at ?? Number.POSITIVE_INFINITY) <= made.now - start) {
      const deed = left.shift();
      if (deed === undefined) break;
      deed.begin();
      waiting.set(deed, made.now);
    }
    await made.rest();
    for (const [deed, since] of waiting)
      if (deed.isNoticed()) {
        took.push({ kind: deed.kind, ms: made.now - since });
        waiting.delete(deed);
      }
    expect(made.now - start).toBeLessThan(600_000);
    await made.pass(STEP);
  }
  const slowest = (kind: Deed['kind']) => {
    const all = took.filter((one) => one.kind === kind).map(({ ms }) => ms);
    return all.sort((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1];
  };
  expect(took).toHaveLength(60);
  expect(slowest('press')).toBeLessThanOrEqual(1_000);
  expect(slowest('once')).toBeLessThanOrEqual(1_000);
  expect(slowest('card')).toBeLessThanOrEqual(5_000);
  expect(server.flood.refused).toBe(0);
  expect(server.problems).toEqual([]);
});
