import { put, type Records, type Remember } from '../../src/core/collection.ts';
import { handled } from '../../src/core/records.ts';
import { DAY, HOUR } from '../../src/core/time.ts';
import { activities } from '../../src/features/activities/index.ts';
import { type Activity, attendance, signups } from '../../src/features/activities/records/index.ts';
import { ballots, polls } from '../../src/features/polls/records.ts';
import { requests } from '../../src/features/requests/records/index.ts';
import { accountKey, accounts, people } from '../../src/identity/people/index.ts';
import type { Player } from '../../tools/play/player.ts';

/** So many seats the activity has for which the crowd signs up; the others wait. */
const SEATS = 30;

/** Plays a day with E1, E2 and P1, in which the check-in of E2 is open, and puts a crowd into it. */
export async function playCrowdedDay(player: Player, size: number): Promise<void> {
  await player.passTo('2026-11-17 08:00');
  await player.say({ name: '召集人', text: '/活动 19日9点 清洁家园 30人' });
  await player.say({ name: '召集人', text: '/活动 17日9点 义诊' });
  await player.passTo('2026-11-17 08:30');
  await player.say({ name: '召集人', private: true, text: '/口令 E2 不用' });
  await player.say({ name: '召集人', text: '/投票 做什么 A 清洁 B 义诊' });
  await player.change((records) => crowd(size, records, player.clock.now()));
}

/**
 * An alliance in which a crowd of `size` has signed up for E1, checked in at E2, voted in P1 and
 * asked for something each; beside what people have said and done long ago.
 */
function crowd(size: number, records: Records, now: number): readonly Remember[] {
  const [coming, running] = records.all(activities);
  const [poll] = records.all(polls);
  if (coming === undefined || running === undefined || poll === undefined)
    throw new Error('E1, E2 and P1 are to be there');
  const before = (order: number) => now - DAY - size + order;
  return Array.from({ length: size }, (_, order) => {
    const person = `crowd-${order}`;
    const at = before(order);
    const said = { person, by: person, at, message: 'm' };
    const account = { platform: 'terminal', account: 'bot' };
    return [
      put(people, { id: person, name: `众${order}`, role: 'guest' as const }),
      put(accounts, {
        ...account,
        id: accountKey(account, person),
        person,
        user: person,
        met: false,
      }),
      put(signups, {
        ...said,
        id: `${coming.id}/${person}`,
        activity: coming.id,
        party: 1,
        state: order < SEATS ? ('in' as const) : ('waiting' as const),
        order: order + 1,
        since: at,
      }),
      put(attendance, {
        ...said,
        id: `${running.id}/${person}`,
        activity: running.id,
        state: 'walked_in' as const,
        heads: 1,
      }),
      put(ballots, {
        ...{ id: `${poll.id}/${person}`, poll: poll.id, voter: person, by: person },
        ...{ marks: 1 << (order % 2), message: 'm', at },
      }),
      put(requests, requestOf(order, person, at)),
      put(handled, { id: `crowd-${order}`, at: now }),
      put(activities, held(order, coming, now)),
    ];
  }).flat();
}

/** Two characters of it are found in few others. */
function requestOf(order: number, person: string, at: number) {
  const word = (from: number) => String.fromCharCode(0x4e00 + ((order * 7 + from) % 5_000));
  return {
    id: `request-${order}`,
    number: 1_000 + order,
    kind: 'need' as const,
    text: `${word(1)}${word(1_001)}灯坏了${word(2_001)}`,
    category: '设施维修',
    photos: [],
    asker: person,
    reporter: person,
    discreet: false,
    at,
    message: 'm',
    state: 'open' as const,
    since: at,
    claimants: [],
    reopened: 0,
    seconds: [],
  };
}

function held(order: number, like: Activity, now: number): Activity {
  const start = now - (order + 2) * DAY;
  const end = start + HOUR;
  return {
    ...like,
    id: `held-${order}`,
    number: 1_000 + order,
    state: 'archived',
    ...{ start, end, opens: start, closes: end },
  };
}
