import { readFileSync } from 'node:fs';
import { silentLog } from '../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../adapters/store-memory/index.ts';
import { readAllianceFile } from '../src/features/import/index.ts';
import { Player } from '../tools/play/player.ts';

/** What one command takes with many open requests, ms. */
interface Timing {
  readonly said: string;
  readonly median: number;
  readonly slowest: number;
}

const EXAMPLE = new URL('../data/examples/tianxing.json', import.meta.url);
const PLACES = ['北门', '南门', '广场', '车棚', '门厅', '楼道'];
const THINGS = [
  '灯坏了',
  '垃圾没人清',
  '有人占车位',
  '老人想理发',
  '合同想问律师',
  '晚上太吵',
  '想学手机',
];

/**
 * Each command as it is said; `#` is a new number each time, and `before` what has to happen to it
 * first.
 */
const COMMANDS: readonly {
  readonly name: string;
  readonly text: string;
  readonly before?: readonly (readonly [string, string])[];
}[] = [
  { name: '张伟', text: '需求 @号楼楼道灯坏了' },
  { name: '张伟', text: '需求 想找人说说话' },
  { name: '张伟', text: '心愿 @号楼的奶奶想要一副老花镜' },
  { name: '李娟', text: '# 也是' },
  { name: '赵磊', text: '认领 # 周六上午' },
  { name: '吴霞', text: '加入 #', before: [['赵磊', '认领 #']] },
  { name: '赵磊', text: '改期 # 周日', before: [['赵磊', '认领 #']] },
  { name: '赵磊', text: '进度 # 在办', before: [['赵磊', '认领 #']] },
  { name: '赵磊', text: '放弃 #', before: [['赵磊', '认领 #']] },
  { name: '赵磊', text: '完成 # 好了', before: [['赵磊', '认领 #']] },
  {
    name: '张伟',
    text: '满意 #',
    before: [
      ['赵磊', '认领 #'],
      ['赵磊', '完成 #'],
    ],
  },
  {
    name: '张伟',
    text: '未解决 #',
    before: [
      ['赵磊', '认领 #'],
      ['赵磊', '完成 #'],
    ],
  },
  { name: '张伟', text: '撤回 #' },
  { name: '李雪梅', text: '/指派 # 恒威 周五' },
  { name: '李雪梅', text: '/不受理 # 私事' },
  { name: '李雪梅', text: '转交 # 街道' },
  { name: '李雪梅', text: '/合并 # 1' },
  { name: '李雪梅', text: '暂缓 # 到 12月' },
  { name: '张伟', text: '/撤销', before: [['张伟', '撤回 #']] },
  { name: '张伟', text: '/详情 #' },
  { name: '张伟', text: '/需求列表' },
  { name: '张伟', text: '/需求列表 环境卫生 第9页' },
];

/**
 * Says every command `times` times where `open` requests are open, and measures from the message to
 * its answers.
 */
export async function benchRequests(open = 5_000, times = 20): Promise<readonly Timing[]> {
  const disk = new MemoryDisk();
  const file = readAllianceFile(JSON.parse(readFileSync(EXAMPLE, 'utf8')));
  const player = new Player({ file, openStore: async () => memoryStore(disk), log: silentLog });
  await player.start();
  for (let at = 0; at < open; at++)
    await player.say({ name: '张伟', text: `需求 ${PLACES[at % 6]}${at}号${THINGS[at % 7]}` });
  let number = 1;
  const timings: Timing[] = [];
  for (const { name, text, before = [] } of COMMANDS) {
    const took: number[] = [];
    for (let time = 0; time < times; time++) {
      number += 1;
      const filled = (words: string) =>
        words.replace('#', String(number)).replace('@', String(open + number));
      for (const [who, words] of before) await player.say({ name: who, text: filled(words) });
      player.take();
      const began = performance.now();
      await player.say({ name, text: filled(text) });
      took.push(performance.now() - began);
      if (player.take().length === 0) throw new Error(`nothing was answered to ${text}`);
    }
    took.sort((a, b) => a - b);
    timings.push({
      said: text,
      median: took[Math.floor(times / 2)] ?? 0,
      slowest: took.at(-1) ?? 0,
    });
  }
  await player.stop();
  return timings;
}

if (import.meta.main) {
  const timings = await benchRequests();
  process.stdout.write(
    '5,000 open requests, ms from the message to its answer (median, slowest of 20)\n',
  );
  for (const { said, median, slowest } of timings)
    process.stdout.write(
      `${median.toFixed(2).padStart(8)} ${slowest.toFixed(2).padStart(8)}  ${said}\n`,
    );
}
