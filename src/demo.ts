import { readFileSync } from 'node:fs';
import type { Bot } from './bot.ts';
import { type AllianceFile, imported, readAllianceFile, staged } from './features/import/index.ts';
import { alliances } from './identity/alliance/index.ts';
import { DIRECTORY } from './identity/directory-index.ts';
import type { Store } from './ports/store.ts';
import { clockSeen } from './runtime/wakes.ts';

/*
 * The example alliance that can be tried in the terminal without any account: its people are simply
 * there.
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
export async function aheadOf(now: number, store: Pick<Store, 'load'>): Promise<number> {
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
    `  ${liaison}：小结 清理楼道6处，惠及38人次`,
    `退出按 Ctrl+D。记录在 ${folder}/，删掉这个文件夹就从头来。`,
    '',
  ].join('\n');
}
