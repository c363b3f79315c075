// Says which patterns are put together while the bot is loaded and spoken to, and where; a process
// of its own, because they are made when a file is first read: node made.child.ts
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const made: { where: string; source: string; flags: string }[] = [];

/** `src/core/arguments.ts:54`, from where a pattern is made. */
function caller(): string | undefined {
  const line = new Error().stack
    ?.split('\n')
    .find((one) => one.includes('file://') && !one.includes('made.child'));
  const [, path, number] = /file:\/\/(.*):(\d+):\d+\)?$/.exec(line ?? '') ?? [];
  return path === undefined ? undefined : `${relative(root, path)}:${number}`;
}

function note(pattern: RegExp): RegExp {
  const where = caller();
  if (where !== undefined && /^(src|adapters)\//.test(where))
    made.push({ where, source: pattern.source, flags: pattern.flags });
  return pattern;
}

globalThis.RegExp = new Proxy(RegExp, {
  construct: (made, parts, as) => note(Reflect.construct(made, parts, as) as RegExp),
  apply: (made, self, parts) => note(Reflect.apply(made, self, parts) as RegExp),
});

/** What has to be said to the bot so that it makes those patterns that are not made at once. */
const SCRIPT = `
【2026-11-22 18:00】
召集人（私聊）：/口令 槐花
召集人（私聊）：/规则 服务日 签到 提前1小时 结束后30分钟
召集人（私聊）：/投票 去哪里 A公园 B广场 多选
【2026-11-25 09:05】
张伟：签到 槐花
李娟：/签到 槐花
召集人（私聊）：/口令 hello
张伟：签到 hello
张伟：/签到 hello
张伟（私聊）：/忘记我 确认
Tom（私聊）：/需求列表
Tom（私聊）：/我的
Tom：+1
Tom（私聊）：/忘记我 确认
`;

for (const folder of ['src', 'adapters'])
  for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.ts') && path !== 'main.ts') await import(join(root, folder, path));

const { Player } = await import('../../../tools/play/player.ts');
const { firstGroup } = await import('../../../tools/play/stage.ts');
const { play } = await import('../../../tools/play/play.ts');
const { exampleAlliance } = await import('../../../src/demo.ts');
const { memoryStore } = await import('../../../adapters/store-memory/index.ts');
const { silentLog } = await import('../../../adapters/log-pino/index.ts');

const file = exampleAlliance();
const player = new Player({ file, openStore: async () => memoryStore(), log: silentLog });
await player.start();
await play(SCRIPT, player, firstGroup({ file }));
await player.stop();
process.stdout.write(JSON.stringify(made));
