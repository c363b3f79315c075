import { readFileSync } from 'node:fs';
import type { Bot } from './bot.ts';
import { dateOf, endOfDay } from './core/time.ts';
import { readWholeWhen } from './core/when/index.ts';
import { type AllianceFile, imported, readAllianceFile, staged } from './features/import/index.ts';
import { alliances } from './identity/alliance/index.ts';
import { DIRECTORY } from './identity/directory-index.ts';
import type { Store } from './ports/store.ts';
import { clockSeen } from './runtime/wakes.ts';

/*
 * The example alliance that can be tried in the terminal without any account: its people are simply
 * there, and its time can be moved ahead.
 */

export function exampleAlliance(): AllianceFile {
  return readAllianceFile(
    JSON.parse(readFileSync(new URL('../data/examples/tianxing.json', import.meta.url), 'utf8')),
  );
}

/**
 * How far the example has been moved ahead of the machine's clock before, ms; it goes on from
 * there.
 */
export async function aheadOf(now: number, store: Store): Promise<number> {
  const [seen] = (await store.load(DIRECTORY)).get(clockSeen.name) ?? [];
  return Math.max(0, Number(seen?.['at'] ?? 0) - now);
}

/** Puts the example in place; what was changed in it since stays. */
export async function settle(app: Bot, file: AllianceFile, now: number): Promise<void> {
  await app.change(file.alliance.id, (records) =>
    records.get(alliances, 'alliance') === undefined
      ? [...imported(file, records, now), ...staged(file, 'terminal')]
      : [],
  );
}

/** A clock that can be moved on. */
export interface MovableClock {
  now(): number;
  moveTo(moment: number): void;
  /** When the next timer runs out, where timers move with the clock. */
  nextTimer?(): number | undefined;
}

/** The pace of looking again at what is due but cannot be done yet, ms. */
const LOOK_AGAIN = 30_000;

/** Lets time pass until a moment; what is due on the way happens in its order. */
export async function letTimePass(app: Bot, clock: MovableClock, until: number): Promise<void> {
  for (;;) {
    const now = clock.now();
    const due = app.nextDue() ?? Number.POSITIVE_INFINITY;
    const timer = clock.nextTimer?.() ?? Number.POSITIVE_INFINITY;
    const next = Math.min(due <= now ? now + LOOK_AGAIN : due, timer);
    if (next > until) break;
    clock.moveTo(next);
    await app.tick();
    await app.idle();
  }
  clock.moveTo(until);
  await app.tick();
  await app.idle();
}

/**
 * Reads a moment to come in words; a day or a time that is over already is the next one: on the
 * 25th at noon `25日 8:12` is in the next month. @returns the moment, ms, or why it cannot be.
 */
export function momentAhead(when: string, now: number, zone: string): number | string {
  const today = readWholeWhen(when, { now, zone });
  const isOver = !today.ok || today.start < now;
  const comesAgain = isOver && /^\s*\d{1,2}([日号点:：])/.test(when);
  const read = comesAgain
    ? readWholeWhen(when, { now: endOfDay(dateOf(now, zone), zone), zone })
    : today;
  if (read.ok && read.start >= now) return read.start;
  return read.ok || read.reason === 'past'
    ? '时间只能往后拨'
    : '时间没看懂，例：【25日 8:12】【明天上午9点】';
}

/** What to type first; `folder` is where what happens is kept. */
export function welcome(file: AllianceFile, folder: string): string {
  const [convenor, liaison] = ['convenor', 'liaison'].map(
    (role) => file.people.find((one) => one.role === role)?.name,
  );
  const member = file.people.find((one) => one.role === 'member')?.name ?? '张伟';
  return [
    `${file.alliance.name}（示例），机器人叫小联。群里有 ${file.people.length} 位成员，您想是谁就是谁：`,
    `  ${member}：/帮助            以${member}的身份说话，后面不写名字就一直是${member}`,
    '  【25日 8:12】            时间拨到 25 日早上，路上的通知会照常发',
    `  ${member}：+1              报名服务日`,
    `  ${convenor}（私聊）：/口令      召集人私下看签到口令，再用「${member}：签到 口令」签到`,
    `  ${liaison}：小结 E1 清理楼道6处，惠及38人次`,
    `退出按 Ctrl+D。记录在 ${folder}/，删掉这个文件夹就从头来。`,
    '',
  ].join('\n');
}
