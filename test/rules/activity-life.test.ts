import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, HOUR } from '../../src/core/time.ts';
import type { Activity, ActivityState } from '../../src/features/activities/records/index.ts';
import { activityNumbered } from '../../src/features/activities/rules/identifiers.ts';
import {
  type ActivityEvent,
  allows,
  transition,
  transitions,
} from '../../src/features/activities/rules/transitions.ts';
import type { Player } from '../../tools/play/player.ts';
import { playersInMemory } from '../support/conversation.ts';

const states = ['planned', 'open', 'underway', 'held', 'archived', 'cancelled'] as const;
const events = Object.keys(transitions) as ActivityEvent[];

/** Sign-up from 1, check-in from 10 to 40, the activity itself from 20 to 30. */
const activity = (state: ActivityState): Activity => ({
  id: 'a',
  number: 7,
  kind: 'service',
  title: '清洁家园',
  start: 20,
  end: 30,
  groups: [],
  state,
  signupFrom: 1,
  opens: 10,
  closes: 40,
  announced: true,
});

/** Where an event leads, at a moment; undefined where it cannot happen. */
function led(
  from: ActivityState,
  event: ActivityEvent,
  now: number,
  after: Partial<Activity> = {},
): ActivityState | undefined {
  const before = activity(from);
  return allows(event, before)
    ? transition(before, event, now, { ...before, ...after }).state
    : undefined;
}

describe('the life of an activity', () => {
  /** At 5: sign-up has begun, check-in has not opened. What is taken back was `open` before. */
  const table: Readonly<Record<ActivityEvent, Partial<Record<ActivityState, ActivityState>>>> = {
    make: {},
    open: { planned: 'open' },
    postpone: { planned: 'planned', open: 'planned' },
    enter: {},
    strike: { held: 'cancelled', archived: 'cancelled' },
    begin: { planned: 'underway', open: 'underway' },
    end: { underway: 'held' },
    record: { underway: 'underway', held: 'held', archived: 'archived' },
    complete: { held: 'archived' },
    reopen: { archived: 'held' },
    callOff: { planned: 'cancelled', open: 'cancelled', underway: 'cancelled' },
    reinstate: { cancelled: 'open' },
    reschedule: { planned: 'planned', open: 'open', underway: 'open' },
    moveBack: { planned: 'open', open: 'open', underway: 'open' },
    takeBack: { planned: 'cancelled', open: 'cancelled' },
    correctClock: { underway: 'open', held: 'open' },
  };
  const isBack = (event: ActivityEvent) => event === 'reinstate' || event === 'moveBack';

  test.each(
    events.flatMap((event) => states.map((from) => [from, event, table[event][from]] as const)),
  )('%s, %s: %s', (from, event, to) => {
    expect(led(from, event, 5, isBack(event) ? { state: 'open' } : {})).toBe(to);
    if (to === undefined)
      expect(() => transition(activity(from), event, 5)).toThrow(
        `${event} cannot happen to an activity that is ${from}`,
      );
  });

  test('begins with its making and with nothing else', () => {
    const { signupFrom: _, state: __, ...made } = activity('open');
    expect(transition(undefined, 'make', 5, made).state).toBe('open');
    expect(transition(undefined, 'make', 5, { ...made, signupFrom: 9 }).state).toBe('planned');
    expect(transition(undefined, 'enter', 5, made).state).toBe('held');
    for (const event of events.filter((one) => one !== 'make' && one !== 'enter'))
      expect(() => transition(undefined, event, 5, made)).toThrow('not there');
  });

  test('is moved by the clock alone only at the hours of check-in', () => {
    const byClock = events.filter((event) => transitions[event].by.includes('clock'));
    expect(byClock).toEqual(['begin', 'end', 'complete', 'correctClock']);
  });

  test.each([
    ['underway', 9, 'open'],
    ['underway', 10, 'underway'],
    ['underway', 40, 'underway'],
    ['held', 0, 'planned'],
    ['held', 9, 'open'],
    ['held', 10, 'underway'],
    ['held', 39, 'underway'],
    ['held', 40, 'held'],
  ] as const)('%s with a clock that is set back to %i: %s', (from, now, to) => {
    expect(led(from, 'correctClock', now)).toBe(to);
  });

  test('check-in that has opened waits where it was moved ahead, and stays open where not', () => {
    expect(led('underway', 'reschedule', 12, { opens: 13 })).toBe('open');
    expect(led('underway', 'reschedule', 12, { opens: 12 })).toBe('underway');
  });

  test('a day that is not called off after all has the sign-up that has begun since', () => {
    expect(led('cancelled', 'reinstate', 5, { state: 'planned', signupFrom: 6 })).toBe('planned');
    expect(led('cancelled', 'reinstate', 5, { state: 'planned', signupFrom: 5 })).toBe('open');
    expect(led('cancelled', 'reinstate', 5, { state: 'underway' })).toBe('underway');
  });
});

/** What may happen to one activity one after another, and when. */
const happenings = fc.array(
  fc.record({ event: fc.constantFrom(...events), hours: fc.integer({ min: 0, max: 12 }) }),
  { maxLength: 60 },
);

describe('whatever happens in whatever order', () => {
  test('nothing but the state changes, and an activity that was not held is never archived', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const { state: _, ...draft } = activity('open');
        let now = 0;
        let one = transition(undefined, 'make', now, draft);
        const past = [one.state];
        for (const { event, hours } of list) {
          now += hours * HOUR;
          if (!allows(event, one)) continue;
          const next = transition(one, event, now);
          expect({ ...next, state: one.state }).toEqual(one);
          past.push(next.state);
          one = next;
        }
        const archived = past.indexOf('archived');
        if (archived >= 0) expect(past.slice(0, archived)).toContain('held');
        const held = past.indexOf('held');
        if (held >= 0) expect(past.slice(0, held)).toContain('underway');
      }),
    );
  });

  test('every state is reached from the first one', () => {
    const reached = new Set<ActivityState>(['planned']);
    for (let round = 0; round < states.length; round++)
      for (const from of [...reached])
        for (const event of events) {
          const to = led(from, event, 5);
          if (to !== undefined) reached.add(to);
        }
    expect([...reached].sort()).toEqual([...states].sort());
  });
});

/** How an activity comes into each state, by what people say of `E#` and by the time of its day. */
const ways: Readonly<Partial<Record<ActivityState, readonly string[]>>> = {
  open: [],
  underway: ['14:30'],
  held: ['18:00'],
  archived: ['14:30', '到 E# 张伟', '18:00', '[图片]', '小结 E# 扫了楼道，惠及3人次'],
  cancelled: ['/取消 E#'],
};

/** What a liaison says in the evening before or on the day, and the event that it asks for. */
const commands: readonly (readonly [string, ActivityEvent])[] = [
  ['/取消 E# 下雨', 'callOff'],
  ['/改期 E# 推迟2天', 'reschedule'],
  ['/签到时间 E# 16:00-19:00', 'reschedule'],
  ['小结 E# 还扫了院子', 'record'],
];

async function speak(player: Player, step: string, number: number): Promise<void> {
  const text = step.replace('#', String(number));
  const isPhoto = text === '[图片]';
  await player.say({ name: '李雪梅', text: isPhoto ? '' : text, photos: isPhoto ? 1 : 0 });
}

/** Makes an activity on the day after and brings it into a state. @returns its number */
async function bring(player: Player, day: string, way: readonly string[]): Promise<number> {
  await player.passTo(`${day} 20:00`);
  player.take();
  await player.say({ name: '李雪梅', text: '/活动 明天15点 清洁家园' });
  const number = Number(/E(\d+) 清洁家园/.exec(heard(player))?.[1]);
  for (const step of way)
    if (/^\d/.test(step)) await player.passTo(`${addDays(day, 1)} ${step}`);
    else await speak(player, step, number);
  player.take();
  return number;
}

/** What the bot has said. */
function heard(player: Player): string {
  return player
    .take()
    .map(({ outgoing }) => outgoing.text)
    .join(' | ');
}

async function stored(player: Player, number: number): Promise<Activity> {
  const found = activityNumbered(await player.records(), number);
  if (found === undefined) throw new Error(`E${number} is gone`);
  return found;
}

describe('every command in every state', () => {
  const cases = Object.entries(ways).flatMap(([state, way]) =>
    commands.map(([words, event]) => ({ state: state as ActivityState, way, words, event })),
  );

  test('leads where the table says, and back', async () => {
    const player = await playersInMemory();
    for (const [index, { state, way, words, event }] of cases.entries()) {
      const number = await bring(player, addDays('2026-12-01', 3 * index), way);
      const before = await stored(player, number);
      expect(before.state, way.join('，')).toBe(state);
      await speak(player, words, number);
      const after = await stored(player, number);
      const what = `${state}: ${words} → ${heard(player)}`;
      if (!allows(event, before)) {
        expect(after, what).toEqual(before);
        expect(what).not.toContain('小结记下');
        continue;
      }
      if (event === 'record') expect(what).toContain('小结记下');
      expect(after.state, what).toBe(transition(before, event, player.clock.now(), after).state);
      await speak(player, '/撤销', number);
      expect((await stored(player, number)).state, `${what}, ${heard(player)}`).toBe(state);
    }
  });
});

/** An activity's state in a record that is written; polls have states of other names. */
const WRITES = /\bstate: '(planned|underway|held|archived)'/;

test('nothing but the table writes a state', () => {
  const features = join(import.meta.dirname, '../../src/features');
  const written = ['activities', 'calendar', 'polls'].flatMap((name) =>
    readdirSync(join(features, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('rules/transitions.ts'))
      .map((file) => join(features, name, file))
      .filter((path) => WRITES.test(readFileSync(path, 'utf8'))),
  );
  expect(written).toEqual([]);
  expect(WRITES.test("put(activities, { ...activity, state: 'held' })")).toBe(true);
});
