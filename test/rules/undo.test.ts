import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Records } from '../../src/core/collection.ts';
import { MINUTE } from '../../src/core/time.ts';
import { activities, type Signup, signups } from '../../src/features/activities/records/index.ts';
import { tableFor } from '../../src/features/activities/rules/attendance-table.ts';
import { inOrder, isThere, movedUp, seatsLeft } from '../../src/features/activities/rules/seats.ts';
import { ballots, polls } from '../../src/features/polls/records.ts';
import { choicesOf } from '../../src/features/polls/rules/ballots.ts';
import { tallyOf } from '../../src/features/polls/rules/tally.ts';
import type { Player } from '../../tools/play/player.ts';
import { playersInMemory } from '../support/conversation.ts';

/*
 * Do and undo, whatever stands around it: the whole bot, in memory, with what people really say.
 */

interface Said {
  readonly name: string;
  readonly text: string;
}

/**
 * A bot in which everybody has been met, and whatever was said before is too long ago to be taken
 * back.
 */
async function after(names: readonly string[], ...said: readonly Said[]): Promise<Player> {
  const player = await playersInMemory();
  for (const name of names) await player.say({ name, text: '/帮助' });
  for (const one of said) await player.say(one);
  return player;
}

async function say(player: Player, ...said: readonly Said[]): Promise<string> {
  for (const one of said) await player.say(one);
  return player
    .take()
    .map(({ outgoing }) => outgoing.text)
    .join('\n');
}

/** `甲 +1`. */
function said(...all: readonly string[]): Said[] {
  return all.map((one) => ({ name: one.slice(0, 1), text: one.slice(2) }));
}

/** What was said until now is too long ago to be taken back. */
async function letItStand(player: Player): Promise<void> {
  await player.pass(player.clock.now() + 6 * MINUTE);
}

const RUNS = { numRuns: 40 };

const people = ['甲', '乙', '丙', '丁', '戊', '己'];
const person = fc.constantFrom(...people);

/** What somebody says about their own sign-up. */
const own = fc.record({
  name: person,
  text: fc.constantFrom('+1', '+2', '+3', '-1', '退出 E1', '请假 E1'),
});
/** Also what they say about others. */
const about = fc.oneof(
  { weight: 3, arbitrary: own },
  fc.record({
    name: person,
    text: fc.tuple(person, person).map(([one, other]) => `+1 ${one} ${other}`),
  }),
  fc.record({ name: person, text: person.map((one) => `-1 ${one}`) }),
  fc.record({
    name: person,
    text: fc
      .array(fc.tuple(person, fc.integer({ min: 1, max: 3 })), { minLength: 2, maxLength: 4 })
      .map(
        (list) =>
          `/接龙 ${list.map(([one, party], at) => `${at + 1}. ${one} ${party}人`).join(' ')}`,
      ),
  }),
);

const seats = fc.integer({ min: 1, max: 6 });

async function signingUp(capacity: number, around: readonly Said[]): Promise<Player> {
  const created = { name: '联络员', text: `/活动 25日9点 清洁家园 ${capacity}人` };
  const player = await after(people, created, ...around);
  await letItStand(player);
  player.take();
  return player;
}

function listIn(records: Records) {
  const [activity] = records.all(activities);
  if (activity === undefined) throw new Error('there is no activity');
  const list = records.where(signups, activity.id);
  // Nobody sits on a seat twice, and nobody waits who could sit.
  expect(seatsLeft(activity, records)).toBeGreaterThanOrEqual(0);
  expect(movedUp(activity, records)).toEqual([]);
  const of = (state: Signup['state']) => inOrder(activity, state, records);
  return { list, of, left: seatsLeft(activity, records) };
}

/** Who is in, who waits, who is on leave: in their order, with how many. */
function roster({ of: inState, left }: ReturnType<typeof listIn>) {
  const of = (state: Signup['state']) =>
    inState(state).map(({ person: who, party }) => `${who} ${party}`);
  return { in: of('in'), waiting: of('waiting'), leave: of('leave'), left };
}

test('a sign-up, a withdrawal, a leave or a whole list taken back leaves everybody in their seat and turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      seats,
      fc.array(about, { maxLength: 10 }),
      about,
      async (capacity, around, done) => {
        const player = await signingUp(capacity, around);
        const before = listIn(await player.records());
        await say(player, done);
        const changed = listIn(await player.records());
        const answer = await say(player, { name: done.name, text: '/撤销' });
        const now = listIn(await player.records());
        if (!answer.includes('让出的位子已经有人接上了')) {
          expect(roster(now)).toEqual(roster(before));
          return;
        }
        // Only where somebody has moved up by it; then nothing is changed.
        expect(roster(now)).toEqual(roster(changed));
        const waited = before.list.flatMap((one) => (one.state === 'waiting' ? [one.id] : []));
        const up = changed.list.filter((one) => one.state === 'in' && waited.includes(one.id));
        expect(up.length).toBeGreaterThan(0);
      },
    ),
    { ...RUNS, examples: [[3, said('甲 +2', '乙 +2', '丙 +1'), { name: '乙', text: '退出 E1' }]] },
  );
}, 60_000);

test('whatever others did in between, nobody loses a seat or a turn, and a refusal changes nothing', async () => {
  const between = fc.array(own, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      seats,
      fc.array(about, { maxLength: 8 }),
      own,
      between,
      async (capacity, around, done, meanwhile) => {
        const player = await signingUp(capacity, around);
        const before = listIn(await player.records());
        await say(player, done);
        await player.pass(player.clock.now() + 1_000);
        await say(player, ...meanwhile.filter(({ name }) => name !== done.name));
        const changed = listIn(await player.records());
        await say(player, { name: done.name, text: '/撤销' });
        const now = listIn(await player.records());
        const others = now.list.filter(({ id, message }) => {
          const then = changed.list.find((one) => one.id === id);
          return then !== undefined && then.message === message;
        });
        for (const one of others) {
          const then = changed.list.find(({ id }) => id === one.id);
          expect(one.order).toBe(then?.order);
          expect(one.party).toBe(then?.party);
          if (then?.state === 'in') expect(one.state).toBe('in');
          if (then !== undefined && isThere(then)) expect(isThere(one)).toBe(true);
          const cameSince = then?.state === 'waiting' && turn(before, one.id) < 0;
          if (cameSince && one.state === 'waiting')
            expect(turn(now, one.id)).toBeLessThanOrEqual(turn(changed, one.id));
        }
        // Whoever took it back stands as before, or as they stood.
        const touched = changed.list.filter(({ id }) => !others.some((one) => one.id === id));
        for (const { id } of touched) {
          const [earlier, later] = [before, now].map(({ list }) =>
            list.find((one) => one.id === id),
          );
          expect(later === undefined || !isThere(later)).toBe(
            earlier === undefined || !isThere(earlier),
          );
          expect(later?.order).toBe(earlier?.order);
          expect(later?.party).toBe(earlier?.party);
        }
      },
    ),
    {
      ...RUNS,
      examples: [
        [1, said('甲 +1', '乙 +1'), { name: '乙', text: '-1' }, said('丙 +1')],
        [1, said('甲 +2'), { name: '甲', text: '+1' }, said('乙 +1')],
        [1, said('戊 +3'), { name: '戊', text: '+1' }, said('甲 +1')],
      ],
    },
  );
}, 60_000);

/** Their place in the queue, −1 for who does not wait. */
function turn({ of }: ReturnType<typeof listIn>, id: string): number {
  return of('waiting').findIndex((one) => one.id === id);
}

const staff = ['张伟', '李娟', '赵磊', '陈刚'];
const arrival = fc.oneof(
  fc.record({
    name: fc.constantFrom(...staff, ...people),
    text: fc.constantFrom('签到', '签到 3人', '/签退'),
  }),
  fc.record({
    name: fc.constantFrom('张伟', '李娟', '陈刚'),
    text: fc.constantFrom('签到 恒威 3人', '签到 恒威 60人'),
  }),
  fc.record({
    name: fc.constant('联络员'),
    text: fc
      .subarray([...staff, ...people, '恒威4', '佳丽2'], { minLength: 1 })
      .map((all) => `/到 E1 ${all.join(' ')}`),
  }),
  fc.record({
    name: fc.constant('联络员'),
    text: fc
      .tuple(fc.constantFrom(...staff, ...people), fc.constantFrom('到场', '迟到', '请假', '缺席'))
      .map(([who, state]) => `补签 E1 ${who} ${state} 记错了`),
  }),
);

test('whatever was said about who is there, taken back, leaves the table and its counts as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arrival, { maxLength: 8 }), arrival, async (around, done) => {
      const player = await after([...staff, ...people, '联络员']);
      await player.passTo('2026-11-24 09:00');
      await say(player, ...['张伟', '李娟', '甲', '乙'].map((name) => ({ name, text: '+1' })));
      await player.passTo('2026-11-25 08:12');
      await player.say({ name: '召集人', private: true, text: '/口令 不用' });
      await say(player, ...around.map(unitFirst));
      await letItStand(player);
      const before = await tableNow(player);
      await say(player, unitFirst(done));
      await say(player, { name: done.name, text: '/撤销' });
      expect(await tableNow(player)).toEqual(before);
    }),
    RUNS,
  );
}, 60_000);

/** `恒威 签到 3人` needs a word; as a command it does not. */
function unitFirst({ name, text }: Said): Said {
  return { name, text: text.replace(/^签到 恒威 (\d+人)$/, '/签到 恒威 $1') };
}

async function tableNow(player: Player) {
  const records = await player.records();
  const [activity] = records.all(activities);
  if (activity === undefined) throw new Error('there is no activity');
  const { corrected, ...table } = tableFor(activity, records);
  return { ...table, corrected: [...corrected].sort() };
}

test('a vote taken back leaves every vote and every count as they were', async () => {
  const vote = fc.record({
    name: person,
    text: fc.constantFrom('投 P1 A', '投 P1 B', '投 P1 A C', '投 P1 C', '退票 P1'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(vote, { maxLength: 10 }), vote, async (around, done) => {
      const asked = {
        name: '联络员',
        text: '投票 做什么 A 清洁 B 义诊 C 法律咨询 截止 20日18点 多选',
      };
      const player = await after(people, asked, ...around);
      await letItStand(player);
      const before = votesIn(await player.records());
      await say(player, done);
      await say(player, { name: done.name, text: '/撤销' });
      expect(votesIn(await player.records())).toEqual(before);
    }),
    RUNS,
  );
}, 60_000);

function votesIn(records: Records) {
  const [poll] = records.all(polls);
  if (poll === undefined) throw new Error('there is no poll');
  const cast = records
    .where(ballots, poll.id)
    .map((ballot) => `${ballot.voter}: ${choicesOf(ballot, records).join()}`);
  return { cast: cast.sort(), ...tallyOf(poll, records) };
}
