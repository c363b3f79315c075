import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { readScriptLine } from '../adapters/terminal/script.ts';
import { temporaryFolder } from './support/conversation.ts';

/** `npm start`, told something through its standard input. */
function chat(folder: string, input: string) {
  const environment = { ...process.env, DATA_DIR: `${folder}/store`, LOG_FILE: `${folder}/log` };
  return spawnSync(process.execPath, ['src/main.ts'], {
    env: environment,
    input,
    encoding: 'utf8',
  });
}

test('the terminal says what to type first, answers, moves its time, and ends with its input', () => {
  const folder = temporaryFolder();
  const { stdout, stderr, status } = chat(
    folder,
    '张伟：日程\n【25日 8:12】\n+1\n周敏（私聊）：/口令 槐花\n李娟：签到 槐花\n【昨天 8:00】\n',
  );
  expect(status).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^天星社区区域化党建联盟（示例）/);
  expect(stdout).toContain(`记录在 ${folder}/store/`);
  expect(stdout).toContain('张伟：/帮助');
  expect(stdout).toContain('机器人：接下来：');
  expect(stdout).toMatch(/机器人：E\d 报名 张伟。共 1\/30 人/);
  expect(stdout).toMatch(/机器人→周敏：E\d 的口令换成「槐花」了/);
  expect(stdout).toMatch(/机器人：E\d 到场 1 人（李娟）。应到 1/);
  expect(stdout.trim().endsWith('时间只能往后拨')).toBe(true);
});

test('what happened is still there the next time, and the log holds no names and no words', () => {
  const folder = temporaryFolder();
  const { stdout } = chat(folder, '李雪梅：/活动 明天下午3点 清洁家园\n张伟：+1 清洁家园\n');
  // On some days of the month the service day has been announced before it.
  const [, number] = /机器人：(E\d) 清洁家园/.exec(stdout) ?? [];
  expect(chat(folder, `李娟：名单 ${number}\n`).stdout).toContain('报名：张伟');
  const log = readFileSync(`${folder}/log`, 'utf8');
  expect(log).toContain('"command":"signup"');
  expect(log).not.toMatch(/张伟|李雪梅|清洁|\+1/);
});

test('a second process is told that the folder is in use, in one line', async () => {
  const folder = temporaryFolder();
  const environment = { ...process.env, DATA_DIR: `${folder}/store`, LOG_FILE: `${folder}/log` };
  const first = spawn(process.execPath, ['src/main.ts'], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void first.kill('SIGKILL'));
  await once(first.stdout, 'data');
  const second = spawnSync(process.execPath, ['src/main.ts'], {
    env: environment,
    input: '',
    encoding: 'utf8',
  });
  expect(second.status).toBe(1);
  expect(second.stderr.trim().split('\n')).toHaveLength(1);
  expect(second.stdout).toBe('');
});

test('told to end, it finishes what is in hand and lets go of the folder', async () => {
  const folder = temporaryFolder();
  const environment = { ...process.env, DATA_DIR: `${folder}/store`, LOG_FILE: `${folder}/log` };
  const bot = spawn(process.execPath, ['src/main.ts'], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let heard = '';
  bot.stdout.on('data', (data: Buffer) => {
    heard += data.toString();
    if (heard.includes('接下来：')) bot.kill('SIGTERM');
  });
  bot.stdin.write('张伟：日程\n');
  const [code] = await once(bot, 'exit');
  expect(code).toBe(0);
  expect(chat(folder, '张伟：日程\n').status).toBe(0);
});

test('a setting that cannot be used is named', () => {
  const folder = temporaryFolder();
  const environment = {
    ...process.env,
    DATA_DIR: `${folder}/store`,
    LOG_LEVEL: 'loud',
    LIANLUO_LANG: 'en',
  };
  const { status, stderr } = spawnSync(process.execPath, ['src/main.ts'], {
    env: environment,
    input: '',
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^these settings cannot be used:\n {2}LOG_LEVEL: [^\n]+\n$/);
});

test.each([
  [
    '张伟：签到 槐花',
    { kind: 'speech', name: '张伟', private: false, platform: undefined, text: '签到 槐花' },
  ],
  [
    '张伟（私聊）@telegram：/我的',
    { kind: 'speech', name: '张伟', private: true, platform: 'telegram', text: '/我的' },
  ],
  ['机器人→张伟：好', { kind: 'bot', to: '张伟', where: '', text: '好' }],
  ['机器人（党员群）：好', { kind: 'bot', to: undefined, where: '（党员群）', text: '好' }],
  ['【重启】', { kind: 'restart' }],
  ['【群：党员群】', { kind: 'group', title: '党员群' }],
  ['【2026-11-25 08:12】', { kind: 'clock', when: '2026-11-25 08:12' }],
  ['（沉默）', { kind: 'silence' }],
  ['　　地点：天星广场', { kind: 'more', text: '地点：天星广场' }],
  ['/活动 25日9:00 清洁家园', { kind: 'more', text: '/活动 25日9:00 清洁家园' }],
  ['+1', { kind: 'more', text: '+1' }],
])('a script line %s', (line, what) => {
  expect(readScriptLine(line)).toEqual(what);
});

test('a play prints its transcript, and exits with 1 where the bot said something else', () => {
  const folder = temporaryFolder();
  const run = (script: string) => {
    writeFileSync(`${folder}/a.play`, script);
    return spawnSync(process.execPath, ['tools/play/index.ts', `${folder}/a.play`], {
      encoding: 'utf8',
    });
  };
  const plain = run('张伟：日程\n张伟：日程\n机器人：接下来：*\n');
  expect(plain).toMatchObject({ status: 0, stderr: '' });
  expect(plain.stdout).toContain('机器人：接下来：');
  const different = run('张伟：日程\n机器人：没有\n');
  expect(different.status).toBe(1);
  expect(different.stderr).toContain('expected:');
  expect(run('机器人：自言自语\n').status).toBe(2);
});

test('a start with nothing but a code says what to send where, that it runs, and how to stop it', async () => {
  const folder = temporaryFolder();
  const environment = {
    ...process.env,
    RELAY: 'wechat',
    DATA_DIR: `${folder}/store`,
    LOG_FILE: `${folder}/log`,
    LIANLUO_LANG: 'zh',
  };
  const bot = spawn(process.execPath, ['src/main.ts'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  bot.stdout.on('data', (data: Buffer) => {
    printed += data.toString();
    if (printed.includes('npm run relay')) bot.kill('SIGTERM');
  });
  await once(bot, 'exit');
  const [, code = 'none'] = /^初始化码：(\S+)\n/.exec(printed) ?? [];
  expect(printed).toContain(`请召集人私聊机器人发：/初始化 ${code} 联盟的名字`);
  expect(printed).toMatch(/机器人在运行：微信。停止按 Ctrl\+C/);
});

test('a play that begins before a play does is told so, without a stack', () => {
  const path = `${temporaryFolder()}/early.play`;
  writeFileSync(path, '【2026-11-10 10:00】\n张伟：+1\n');
  const { stderr, status } = spawnSync(process.execPath, ['tools/play/index.ts', path], {
    env: { ...process.env, LIANLUO_LANG: 'zh' },
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('「2026-11-10 10:00」在这出戏的此刻（2026-11-16 09:00）之前');
});
