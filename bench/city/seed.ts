import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { repeatableRandom, SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { NamedChat } from '../../adapters/terminal/chat.ts';
import { createBot } from '../../src/bot.ts';
import { put } from '../../src/core/collection.ts';
import { addressKey } from '../../src/core/records.ts';
import { momentOf } from '../../src/core/time.ts';
import { exampleAlliance } from '../../src/demo.ts';
import { imported } from '../../src/features/import/index.ts';
import { features } from '../../src/features/index.ts';
import { groups } from '../../src/identity/alliance/index.ts';
import { accountKey, accounts } from '../../src/identity/people/index.ts';
import type { Store } from '../../src/ports/store.ts';
import { letTimePass } from '../../src/simulate.ts';
import { PLATFORM, traits } from './wire.ts';

export const GROUPS = 3;
/** The word on the board. */
export const WORD = '槐花';
/** When the city begins: the 5th, before its notice of nine o'clock. */
export const BEGINS = momentOf('2026-12-05', '08:59', 'Asia/Shanghai');
const PUT_IN = momentOf('2026-12-04', '20:00', 'Asia/Shanghai');
const PLACE = { platform: PLATFORM, account: PLATFORM } as const;

export const groupOf = (alliance: number, group: number) => `a${alliance}-群${group}`;
/** An account of one of its people. */
export const userOf = (alliance: number, name: string) => `a${alliance}-${name}`;
export const members = exampleAlliance()
  .people.filter(({ role }) => role === 'member')
  .map(({ name }) => name);

/** The example with a day of learning on the 5th at half past nine, and its notice at nine. */
function fileOf(alliance: number) {
  const file = exampleAlliance();
  const notices = [{ id: 'today', days: 0, at: '09:00' }];
  const [study] = file.rules.filter(({ id }) => id === 'study');
  if (study === undefined) throw new Error('the example has no such rule');
  return {
    ...file,
    alliance: { ...file.alliance, id: `a${alliance}` },
    rules: [{ ...study, at: '09:30', notices }],
  };
}

/** Puts alliances in place, on the evening before, and lets them live until the city begins. */
export async function seed(store: Store, alliances: number): Promise<void> {
  const clock = new SimulatedClock(PUT_IN);
  const chat = new NamedChat({ platform: PLATFORM, traits, session: 'seed', show: () => {} });
  const bot = createBot({
    features,
    chats: [chat],
    store,
    blobs: new MemoryBlobs(),
    clock,
    random: repeatableRandom(),
    log: silentLog,
    onFatal: (error) => {
      throw error;
    },
  });
  await bot.start();
  for (let alliance = 0; alliance < alliances; alliance += 1) await putInPlace(alliance);
  await letTimePass(bot, clock, BEGINS - 10 * 60_000);
  for (let alliance = 0; alliance < alliances; alliance += 1) {
    const said = { name: userOf(alliance, '周敏'), private: true, group: '', photos: 0 };
    await chat.say({ ...said, text: `/口令 ${WORD}`, at: clock.now() });
  }
  await letTimePass(bot, clock, BEGINS);
  await bot.stop();

  async function putInPlace(alliance: number): Promise<void> {
    const file = fileOf(alliance);
    await bot.change(file.alliance.id, (records) => [
      ...imported(file, records, clock.now()),
      ...Array.from({ length: GROUPS }, (_, group) => {
        const chat = groupOf(alliance, group);
        const address = { ...PLACE, kind: 'group', chat } as const;
        return put(groups, { id: addressKey(address), address, title: chat, language: 'zh' });
      }),
      ...file.people.map(({ id: person, name }) => {
        const user = userOf(alliance, name);
        return put(accounts, { id: accountKey(PLACE, user), person, ...PLACE, user, met: true });
      }),
    ]);
  }
}
