import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as passed } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';
import { at, putInPlace } from '../support/telegram.ts';
import { TelegramServer } from '../support/telegram-server/index.ts';
import type { User } from '../support/telegram-server/world.ts';
import { until } from '../support/until.ts';

const KILLS = Number(process.env['KILLS'] ?? 200);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
/** An answer is on its way for so long at most, and a process lives for so long after a question, ms. */
const LAG = 30;
const LIFE = 120;
/** The answers that are left at the end go out at the pace of the platform, ms. */
const PATIENCE = 120_000;
/** An answer begins within this, or nothing is owed, ms. */
const BEGINNING = 5_000;
const MARK = '（如已收到请忽略）';

/** Numbers from 0 to 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test(`killed ${KILLS} times in the middle of sends: nothing unsaid, no unmarked twin (seed ${SEED})`, {
  timeout: 20 * 60_000,
}, async () => {
  const next = chance(SEED);
  const now = at('2026-11-22 17:00');
  const server = await TelegramServer.start({ now: () => now, hearsAll: true });
  let begun = () => {};
  server.lag = (method) => {
    if (method === 'sendMessage') begun();
    return Math.floor(next() * LAG);
  };
  const folder = `${temporaryFolder()}/store`;
  await putInPlace(folder, server, server.group('联盟群'), new Map<string, User>(), now);
  const start = async () => {
    const args = ['test/faults/telegram.child.ts', folder, server.root, server.token, String(now)];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    return child;
  };
  const asked: User[] = [];
  for (let kills = 0; kills < KILLS; kills++) {
    const child = await start();
    const sending = new Promise<void>((resolve) => {
      begun = resolve;
    });
    for (let questions = 0; questions < 3; questions++) {
      const user = server.person(`居民${asked.length}`);
      asked.push(user);
      server.say(user, '日程');
    }
    // Half of the kills come at any moment, half while an answer is on its way, however busy the
    // machine is.
    if (next() < 0.5) await passed(Math.floor(next() * LIFE));
    else await Promise.race([sending, passed(BEGINNING)]).then(() => passed(next() * LAG));
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const last = await start();
  const answers = (user: User) =>
    server
      .with(user)
      .messages.filter(({ from }) => from?.id === server.bot.id)
      .map(({ text = '' }) => text);
  const areAnswered = () => asked.every((user) => answers(user).length > 0);
  await until(areAnswered, 'everybody is answered', PATIENCE);
  last.kill('SIGTERM');
  const twins = asked.filter(
    (user) => answers(user).filter((one) => !one.includes(MARK)).length > 1,
  );
  expect(twins).toEqual([]);
  const marked = asked.filter((user) => answers(user).some((one) => one.includes(MARK)));
  // The kills hit sends; else nothing was shown.
  expect(marked.length).toBeGreaterThan(0);
  expect(server.problems).toEqual([]);
  await server.stop();
});
