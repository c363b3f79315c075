import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';
import { until } from '../support/until.ts';

/** The bot as people start it, in a folder of its own, spoken to through its standard input. */
function start(folder: string, store: string): { bot: ChildProcess; heard: () => string } {
  const bot = spawn(process.execPath, ['src/main.ts'], {
    env: { ...process.env, STORE: store, DATA_DIR: `${folder}/store`, LOG_FILE: `${folder}/log` },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void bot.kill('SIGKILL'));
  let heard = '';
  bot.stdout?.on('data', (data: Buffer) => {
    heard += data.toString();
  });
  return { bot, heard: () => heard };
}

test.each(['json', 'sqlite'])(
  'with STORE=%s killed again and again while people sign up: whoever was told so is on the list',
  {
    timeout: 60_000,
  },
  async (store) => {
    const folder = temporaryFolder();
    const first = start(folder, store);
    first.bot.stdin?.end('李雪梅：/活动 明天下午3点 清洁家园\n');
    await once(first.bot, 'exit');
    const acknowledged = new Set<string>();
    for (let round = 0; round < 3; round++) {
      const { bot, heard } = start(folder, store);
      for (let index = 0; index < 400; index++)
        bot.stdin?.write(`居民${round}之${index}：+1 清洁家园\n`);
      await until(() => heard().split('报名 居民').length > 5 + round * 9);
      bot.kill('SIGKILL');
      await once(bot, 'exit');
      for (const [, name] of heard().matchAll(/E\d 报名 (居民\d+之\d+)。/g))
        acknowledged.add(name ?? '');
    }
    const last = start(folder, store);
    last.bot.stdin?.end('张伟：+1 清洁家园\n');
    await once(last.bot, 'exit');
    const total = Number(/共 (\d+) 人/.exec(last.heard().split('报名 张伟').at(-1) ?? '')?.[1]) - 1;
    expect(acknowledged.size).toBeGreaterThan(30);
    // Beyond those who were told there may be, for each kill, the one whose answer was under way.
    expect(total).toBeGreaterThanOrEqual(acknowledged.size);
    expect(total).toBeLessThanOrEqual(acknowledged.size + 3);
  },
);
