import fc from 'fast-check';
import { expect, test } from 'vitest';
import { put, type Remember, remove } from '../../src/core/collection.ts';
import type { Memory } from '../../src/core/memory.ts';
import { nameKey } from '../../src/core/names.ts';
import { DAY, HOUR, momentOf } from '../../src/core/time.ts';
import { activitiesFeature } from '../../src/features/activities/index.ts';
import {
  type Activity,
  activities,
  attendance,
  headcounts,
  minutes,
} from '../../src/features/activities/records/index.ts';
import { turnoutAt } from '../../src/features/activities/rules/attendance-table.ts';
import { presentAt, wasHeld } from '../../src/features/activities/rules/held.ts';
import { recapText } from '../../src/features/activities/views/recap.ts';
import { countsFeature } from '../../src/features/counts/index.ts';
import { counts } from '../../src/features/counts/records.ts';
import { reckon, reportParts, servicesIn } from '../../src/features/reports/rules/amounts.ts';
import { byArea } from '../../src/features/reports/rules/by-area.ts';
import { requestsFeature } from '../../src/features/requests/index.ts';
import {
  type Request,
  type RequestEntry,
  type RequestEvent,
  requestEntries,
  requestEvent,
  requests,
} from '../../src/features/requests/records/index.ts';
import { allows, progressAfter } from '../../src/features/requests/rules/transitions.ts';
import { alliance, units } from '../../src/identity/alliance/index.ts';
import { people, peopleFeature } from '../../src/identity/people/index.ts';
import { holding } from '../support/records.ts';

/*
 * Reports computed a second time, by loops over plain lists: no index, no sum, nothing of the
 * features but their records and what a history comes to.
 */

const zone = 'Asia/Shanghai';
const FROM = momentOf('2026-11-01', '00:00', zone);
const TO = momentOf('2026-12-01', '00:00', zone);
const november = { from: FROM, to: TO, title: { zh: '11月', en: 'Nov' } };
const now = TO + 20 * DAY;

const features = [activitiesFeature, requestsFeature, countsFeature];
const parts = reportParts(features);
const collections = [
  ...features.flatMap((one) => one.collections),
  ...alliance.collections,
  ...peopleFeature(() => undefined).collections,
];

const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f'];
const UNITS = ['u', 'v'];
const unitOf = (person: string) =>
  person === 'a' || person === 'b' ? 'u' : person === 'c' ? 'v' : undefined;
const isGuest = (person: string) => person === 'e' || person === 'f';

/** Around the month, and right at its ends. */
const moment = fc.oneof(
  fc.integer({ min: FROM - 20 * DAY, max: TO + 10 * DAY }),
  fc.constantFrom(FROM, FROM - 1, TO, TO - 1),
);
const said = { by: 'a', message: 'm' };

/** What is said of where it is; those of `AREAS` in front lie in it. */
const PLACES = ['3号楼楼道', '5号楼门口', '天星广场', '4号楼', '社区大厅'];
const AREAS = [
  { name: '3、5号楼', of: ['v', 'w'], places: PLACES.slice(0, 2) },
  { name: '天星广场、5号楼', of: ['u'], places: PLACES.slice(1, 3) },
];
const place = fc.constantFrom(...PLACES);

const activityPuts = fc.record({
  place,
  start: moment,
  state: fc.constantFrom<Activity['state'][]>(
    'planned',
    'open',
    'underway',
    'held',
    'archived',
    'cancelled',
  ),
  kind: fc.constantFrom<Activity['kind'][]>('study', 'service', 'meeting', 'other'),
  there: fc.uniqueArray(
    fc.record({
      person: fc.constantFrom(...PEOPLE),
      heads: fc.integer({ min: 1, max: 3 }),
      state: fc.constantFrom('present', 'late', 'leave', 'absent', 'walked_in'),
    }),
    { selector: ({ person }) => person },
  ),
  heads: fc.uniqueArray(fc.record({ unit: fc.constantFrom(...UNITS), count: fc.nat(6) }), {
    selector: ({ unit }) => unit,
  }),
  record: fc.option(
    fc.record({ people: fc.nat(50), estimated: fc.boolean(), isKnown: fc.boolean() }),
    { nil: undefined },
  ),
});

type Planned = typeof activityPuts extends fc.Arbitrary<infer A> ? A : never;

function putsOf(plan: Planned, at: number): Remember[] {
  const id = `act${at}`;
  const { start, state, kind, there, heads, record, place: at_ } = plan;
  const activity = {
    id,
    number: at + 1,
    kind,
    title: '服务日',
    place: at_,
    start,
    end: start + 2 * HOUR,
    groups: [],
    state,
    opens: start,
    closes: start + 2 * HOUR,
    announced: true,
  };
  return [
    put(activities, activity),
    ...there.map((one) =>
      put(attendance, {
        id: `${id}/${one.person}`,
        activity: id,
        person: one.person,
        state: one.state as 'present',
        heads: one.heads,
        at: start,
        ...said,
      }),
    ),
    ...heads.map(({ unit, count }) =>
      put(headcounts, { id: `${id}/${unit}`, activity: id, unit, count, at: start, ...said }),
    ),
    ...(record === undefined
      ? []
      : [
          put(minutes, {
            id,
            text: '清理楼道',
            ...(record.isKnown
              ? { served: { people: record.people, estimated: record.estimated } }
              : {}),
            photos: [],
            at: start,
            ...said,
          }),
        ]),
  ];
}

const PATHS: [RequestEvent[], ...RequestEvent[][]] = [
  ['claim', 'done', 'accept'],
  ['claim', 'promise', 'done', 'accept', 'reopen', 'done', 'accept'],
  ['assign', 'done', 'reopen', 'release', 'claim', 'done', 'accept'],
  ['claim', 'hold', 'resume', 'decline'],
];

/** A life of a request: each step that its state allows, some of them taken back. */
const lives = fc.record({
  at: moment,
  place,
  isVoice: fc.boolean(),
  /** It is the use of an offer, perhaps for a time that is over at this moment. */
  use: fc.option(fc.record({ end: fc.option(moment, { nil: undefined }) }), { nil: undefined }),
  steps: fc.array(
    fc.record({
      event: fc.constantFrom(...requestEvent.options),
      after: fc.integer({ min: 1, max: 12 * 24 }),
      by: fc.integer({ min: 1, max: 20 * 24 }),
      isUndone: fc.boolean(),
      isSilent: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
  /** Where it is, the steps lead to the end and perhaps back. */
  goes: fc.option(fc.constantFrom<RequestEvent[]>(...PATHS), { nil: undefined }),
});

function lifeOf(life: typeof lives extends fc.Arbitrary<infer L> ? L : never, at: number) {
  const id = `req${at}`;
  const isVoice = life.isVoice && life.use === undefined;
  const first: RequestEntry = {
    id: `${id}-0`,
    request: id,
    event: isVoice ? 'note' : 'submit',
    at: life.at,
    ...said,
  };
  const entries = [first];
  let progress = progressAfter(undefined, first);
  let when = life.at;
  for (const [step, { event: any, after, by, isUndone, isSilent }] of life.steps.entries()) {
    const event = life.goes?.[step] ?? any;
    if (!allows(event, progress)) continue;
    when += after * HOUR;
    const claims = ['claim', 'assign', 'join', 'release'].includes(event);
    const promises = ['claim', 'assign', 'promise'].includes(event);
    const entry: RequestEntry = {
      id: `${id}-${step + 1}`,
      request: id,
      event,
      at: when,
      ...said,
      ...(claims ? { claimant: { unit: 'u' } } : {}),
      ...(promises ? { promised: { start: when, dateOnly: true, by: when + by * HOUR } } : {}),
      ...(event === 'accept' && isSilent ? { silent: true } : {}),
      ...(isUndone ? { undone: when + 1 } : {}),
    };
    entries.push(entry);
    if (!isUndone) progress = progressAfter(progress, entry);
  }
  const request: Request = {
    id,
    number: at + 1,
    kind: isVoice ? 'voice' : 'need',
    text: `${life.place}灯坏了`,
    category: '设施维修',
    photos: [],
    asker: 'e',
    reporter: 'e',
    discreet: false,
    at: life.at,
    message: 'm',
    ...(life.use === undefined
      ? {}
      : {
          use: {
            offer: 'o',
            owner: { person: 'a', unit: 'u' },
            ...(life.use.end === undefined
              ? {}
              : { start: life.use.end - HOUR, end: life.use.end }),
          },
        }),
    ...progress,
  };
  return { request, entries };
}

const counted = fc.record({
  name: fc.constantFrom('健康教育', '入户宣传'),
  amount: fc.nat(9),
  measure: fc.constantFrom('次', '户'),
  day: moment,
  isStruck: fc.boolean(),
});

const world = fc
  .record({
    plans: fc.array(activityPuts, { maxLength: 5 }),
    lives: fc.array(lives, { maxLength: 5 }),
    counted: fc.array(counted, { maxLength: 6 }),
  })
  .map(({ plans, lives: all, counted: some }) => {
    const requestsMade = all.map(lifeOf);
    const counts_ = some.map((one, at) => ({
      id: `count${at}`,
      name: one.name,
      kind: 'added' as const,
      amount: one.amount,
      measure: one.measure,
      day: one.day,
      at: one.day,
      ...said,
      ...(one.isStruck ? { struck: { by: 'a', at: now, why: 'x', message: 'm' } } : {}),
    }));
    return { plans, requestsMade, counted: counts_ };
  });

type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

function changesOf({ plans, requestsMade, counted: some }: World): readonly Remember[] {
  return [
    ...AREAS.flatMap(({ name, of }) =>
      of.map((id) => put(units, { id, name: id, short: [], kind: 'enterprise', area: name })),
    ),
    ...PEOPLE.map((id) => {
      const unit = unitOf(id);
      const role = isGuest(id) ? ('guest' as const) : ('member' as const);
      return put(people, { id, name: id, role, ...(unit === undefined ? {} : { unit }) });
    }),
    ...plans.flatMap(putsOf),
    ...requestsMade.flatMap(({ request, entries }) => [
      put(requests, request),
      ...entries.map((entry) => put(requestEntries, entry)),
    ]),
    ...some.map((one) => put(counts, one)),
  ];
}

const inMonth = (at: number) => at >= FROM && at < TO;

type Sum = [held: number, asked: number, resolved: number];

/** The numbers of each area, by the places that each thing was given. */
function areasPlainly({ plans, requestsMade }: World) {
  return AREAS.flatMap(({ name, of, places }) => {
    const isThere = (text: string) => places.some((one) => text.includes(one));
    const sum: Sum = [0, 0, 0];
    for (const plan of plans)
      if (isThere(plan.place)) sum[0] += plainly({ ...NOTHING, plans: [plan] }).held;
    for (const one of requestsMade) {
      if (!isThere(one.request.text)) continue;
      const { asked, resolved } = plainly({ ...NOTHING, requestsMade: [one] });
      sum[1] += asked;
      sum[2] += resolved;
    }
    return sum.some((count) => count > 0) ? [[name, [...of], ...sum]] : [];
  });
}

const NOTHING: World = { plans: [], requestsMade: [], counted: [] };

/** The numbers by loops alone. */
function plainly({ plans, requestsMade, counted: some }: World) {
  let held = 0;
  let members = 0;
  let residents = 0;
  let served = 0;
  const different = new Set<string>();
  for (const { start, state, there, heads, record } of plans) {
    if (!inMonth(start) || (state !== 'held' && state !== 'archived')) continue;
    const present = there.filter(({ state: how }) => how !== 'leave' && how !== 'absent');
    if (present.length === 0 && heads.every(({ count }) => count === 0) && record === undefined)
      continue;
    held += 1;
    for (const { person } of present) different.add(person);
    for (const { person, heads: own } of present)
      if (isGuest(person)) residents += own;
      else members += own;
    for (const { unit, count } of heads) {
      const own = present
        .filter(({ person }) => unitOf(person) === unit)
        .reduce((sum, one) => sum + one.heads, 0);
      members += Math.max(0, count - own);
    }
    if (record?.isKnown) served += record.people;
  }
  const stateAt = (entries: readonly RequestEntry[], at: number) => {
    let progress: ReturnType<typeof progressAfter> | undefined;
    for (const entry of entries)
      if (entry.at < at && entry.undone === undefined) progress = progressAfter(progress, entry);
    return progress;
  };
  let asked = 0;
  let claimable = 0;
  let claimed = 0;
  let resolved = 0;
  let promised = 0;
  let onTime = 0;
  let satisfied = 0;
  let judged = 0;
  let fulfilled = 0;
  for (const { request, entries } of requestsMade) {
    const end = stateAt(entries, TO);
    const living = entries.filter(({ undone }) => undone === undefined);
    if (request.use !== undefined) {
      let agreedEnd = request.use.end;
      let word: number | undefined;
      for (const { event, at } of living) {
        if (at >= TO) continue;
        if (event === 'reopen') [agreedEnd, word] = [undefined, undefined];
        if (event === 'done' || event === 'accept') word ??= at;
        if (inMonth(at) && event === 'reopen') judged += 1;
      }
      for (const { event, at, silent } of living)
        if (inMonth(at) && event === 'accept' && silent !== true) satisfied += 1;
      const isOver = end?.state === 'awaiting' || end?.state === 'resolved';
      if (!isOver) word = undefined;
      const isAgreed = isOver || end?.state === 'claimed' || end?.state === 'underway';
      const moments = [agreedEnd, word].filter((one) => one !== undefined);
      if (isAgreed && moments.length > 0 && inMonth(Math.min(...moments))) fulfilled += 1;
      continue;
    }
    if (request.kind !== 'voice' && inMonth(request.at)) {
      asked += 1;
      if (end && !['declined', 'duplicate', 'withdrawn'].includes(end.state)) {
        claimable += 1;
        if (end.claimants.length > 0) claimed += 1;
      }
    }
    if (end?.state === 'resolved' && inMonth(end.since)) resolved += 1;
    for (const entry of living) {
      if (inMonth(entry.at) && entry.event === 'accept' && entry.silent !== true) satisfied += 1;
      if (inMonth(entry.at) && entry.event === 'reopen') judged += 1;
      const by = entry.promised?.by;
      if (by === undefined || !inMonth(by)) continue;
      const then = stateAt(entries, by + 1);
      const later = living.some(
        (one) => one.promised && one.at <= by && entries.indexOf(one) > entries.indexOf(entry),
      );
      if (then?.promised?.by !== by || later) continue;
      promised += 1;
      if (then.state === 'awaiting' || then.state === 'resolved') onTime += 1;
    }
  }
  judged += satisfied;
  const living = some.filter((one) => !('struck' in one) && inMonth(one.day));
  const sums = new Map<string, number>();
  for (const { name, measure, amount } of living) {
    const key = `added ${nameKey(name)} ${measure}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  const inTimes = living.filter(({ measure }) => measure === '次');
  const services = resolved + fulfilled + inTimes.reduce((sum, { amount }) => sum + amount, 0);
  return {
    held,
    attended: members + residents,
    members,
    residents,
    participants: different.size,
    served,
    asked,
    claimable,
    claimed,
    resolved,
    promised,
    'on time': onTime,
    satisfied,
    judged,
    fulfilled,
    services,
    sums: Object.fromEntries(sums),
  };
}

function reported(records: Memory) {
  const found = reckon(parts, november, { records, now, zone });
  const value = (name: string) => found.get(name)?.amount.value ?? 0;
  const added = [...found.keys()].filter((name) => name.startsWith('added '));
  return {
    held: value('held'),
    attended: value('attended'),
    members: found.get('attended')?.amount.members ?? 0,
    residents: found.get('attended')?.amount.residents ?? 0,
    participants: value('participants'),
    served: value('served'),
    asked: value('asked'),
    claimable: value('claimable'),
    claimed: value('claimed'),
    resolved: value('resolved'),
    promised: value('promised'),
    'on time': value('on time'),
    satisfied: value('satisfied'),
    judged: value('judged'),
    fulfilled: value('fulfilled'),
    services: servicesIn(found),
    sums: Object.fromEntries(added.map((name) => [name, value(name)])),
  };
}

test('the numbers of a month are those of a plain implementation', () => {
  fc.assert(
    fc.property(world, (one) => {
      expect(reported(holding(collections, ...changesOf(one)))).toEqual(plainly(one));
    }),
    { numRuns: 400 },
  );
});

test('the numbers of each area are those of a plain implementation', () => {
  fc.assert(
    fc.property(world, (one) => {
      const records = holding(collections, ...changesOf(one));
      const found = byArea(reckon(parts, november, { records, now, zone }), records);
      const told = found.map(({ area, held, asked, resolved }) => [
        area.name,
        area.units.map(({ id }) => id),
        held,
        asked,
        resolved,
      ]);
      expect(told.toSorted()).toEqual(areasPlainly(one).toSorted());
    }),
    { numRuns: 200 },
  );
});

test('neither the order in which records come, nor what came and went, changes a number', () => {
  fc.assert(
    fc.property(
      world,
      fc.infiniteStream(fc.nat()),
      fc.array(fc.nat(50), { maxLength: 10 }),
      (one, chances, gone) => {
        const changes = changesOf(one);
        const shuffled = changes
          .map((change) => ({ change, place: chances.next().value as number }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ change }) => change);
        // The entries of a request stay in the order in which they happened.
        const steady = [
          ...shuffled.filter(({ collection }) => collection.name !== requestEntries.name),
          ...changes.filter(({ collection }) => collection.name === requestEntries.name),
        ];
        const records = holding(collections, ...steady);
        const expected = plainly(one);
        expect(reported(records)).toEqual(expected);
        for (const at of gone) {
          const taken = changes[at % changes.length];
          const before = taken && records.get(taken.collection, taken.id);
          if (taken === undefined || before === undefined) continue;
          if (taken.collection.name === requestEntries.name) continue;
          records.apply([remove(taken.collection, taken.id)]);
          records.apply([put(taken.collection, before)]);
        }
        expect(reported(records)).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});

test('what a report counts as present is what the attendance table counts', () => {
  fc.assert(
    fc.property(activityPuts, (plan) => {
      const records = holding(
        collections,
        ...changesOf({ plans: [plan], requestsMade: [], counted: [] }),
      );
      const activity = records.get(activities, 'act0') as Activity;
      const total = presentAt(activity, records).reduce((sum, { heads }) => sum + heads, 0);
      expect(total).toBe(turnoutAt('act0', records).total);
    }),
  );
});

test('the recaps of a month add up to its report', () => {
  fc.assert(
    fc.property(fc.array(activityPuts, { maxLength: 5 }), (plans) => {
      const records = holding(collections, ...changesOf({ plans, requestsMade: [], counted: [] }));
      const context = { records, now, zone };
      const told = records
        .all(activities)
        .filter((one) => inMonth(one.start) && wasHeld(one, records))
        .map((one) => recapText(one, context).zh);
      const sum = (pattern: RegExp) =>
        told.reduce((total, text) => total + Number(pattern.exec(text)?.[1] ?? 0), 0);
      const { held, attended, served } = reported(records);
      expect({ held, attended, served }).toEqual({
        held: told.length,
        attended: sum(/到场 (\d+) 人/),
        served: sum(/惠及 (\d+) 人次/),
      });
    }),
    { numRuns: 300 },
  );
});
