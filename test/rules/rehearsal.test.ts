import { execFileSync, spawnSync } from 'node:child_process';
import { DateTime } from 'luxon';
import { describe, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { readFolder } from '../../adapters/store-json/read.ts';
import { example, players, temporaryFolder } from '../support/conversation.ts';

const TOOL = new URL('../../tools/rehearse/index.ts', import.meta.url).pathname;

interface Line {
  readonly at: string;
  readonly group: string;
  readonly rule: string;
  readonly occurrence: string;
  readonly notice: string;
  readonly text: string;
}

/** @param folder what is rehearsed; the example when left out. */
function rehearse(
  folder: string | undefined,
  from: string,
  to: string,
  zone = 'UTC',
): readonly Line[] {
  const environment = { ...process.env, DATA_DIR: folder ?? '/nowhere', TZ: zone };
  const what = folder === undefined ? ['--example'] : [];
  const out = execFileSync(
    process.execPath,
    [TOOL, '--from', from, '--to', to, '--json', ...what],
    {
      env: environment,
    },
  );
  const lines = out.toString().split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}

/** Every date on this day of the month, written without the code under test. */
function everyMonth(day: number, years: readonly number[]): readonly string[] {
  const pad = (number: number) => String(number).padStart(2, '0');
  return years.flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `${year}-${pad(month + 1)}-${pad(day)}`),
  );
}

describe('the example alliance', { timeout: 60_000 }, () => {
  it('ten years: no day missed and none doubled, whatever the zone of the process', () => {
    const years = Array.from({ length: 10 }, (_, index) => 2026 + index);
    const lines = rehearse(undefined, '2026-01-01', '2035-12-31', 'America/New_York');
    for (const [rule, day, at, ahead] of [
      ['study', 5, '08:30', '18:00'],
      ['service', 25, '07:30', '18:00'],
    ] as const) {
      const own = lines.filter((line) => line.rule === rule);
      const dates = everyMonth(day, years);
      expect(
        own.filter(({ notice }) => notice === 'today').map(({ occurrence }) => occurrence),
      ).toEqual(dates);
      expect(own.filter(({ notice }) => notice === 'today').map((line) => line.at)).toEqual(
        dates.map((date) => `${date}T${at}:00+08:00`),
      );
      const before = (date: string) => DateTime.fromISO(date).minus({ days: 3 }).toISODate();
      expect(own.filter(({ notice }) => notice === 'ahead').map((line) => line.at)).toEqual(
        dates.map((date) => `${before(date)}T${ahead}:00+08:00`),
      );
    }
    expect(
      new Set(
        lines.map((line) => JSON.stringify([line.group, line.rule, line.occurrence, line.notice])),
      ).size,
    ).toBe(480);
    expect(lines).toHaveLength(480);
  });

  it('prints a table, and says what is wrong with its arguments', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [TOOL, ...args], {
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: '/nowhere', LIANLUO_LANG: 'en' },
      });
    const table = run('--from', '2026-11-20', '--to', '2026-11-30', '--example');
    expect(table.stdout).toContain(
      '2026-11-22 18:00  联盟群  service 2026-11-25 ahead\n    【还有 3 天】',
    );
    expect(table.stdout).toContain('2 messages, none sent');
    const nothing = run('--from', '2026-11-20', '--to', '2026-11-30');
    expect(nothing).toMatchObject({ status: 2, stdout: '' });
    expect(nothing.stderr).toMatch(/^\/nowhere holds no alliance[^\n]*--example\n$/);
    for (const wrong of [
      ['--from', '2026-13-01', '--to', '2026-12-01'],
      ['--from', '2026-12-02', '--to', '2026-12-01'],
    ])
      expect(run(...wrong)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('beside a running bot', { timeout: 60_000 }, () => {
  it('foretells what is then sent, to the letter, and touches nothing', async () => {
    const folder = temporaryFolder();
    const player = await players({ openStore: () => jsonStore({ folder, log: silentLog }) });
    await player.passTo('2026-11-22 18:00');
    await player.say({ name: '召集人', text: '/规则 学习日 改到 每月最后一个周五 9点' });
    await player.say({ name: '召集人', text: '/规则 学习日 通知 提前5天18点、当天7点半' });
    await player.say({
      name: '召集人',
      text: '/规则 学习日 投票 提前6天9点 学什么 A 党章 B 报告 截止 提前5天12点',
    });
    await player.say({ name: '联络员', text: '/改期 E1 27日' });
    await player.say({ name: '召集人', text: '/规则 新增 例会 每月第二个周一 14点' });
    await player.say({ name: '联络员', text: '/活动 12月6日9点 清扫' });
    const before = await readFolder(folder);
    const foretold = rehearse(folder, '2026-11-23', '2027-01-31');
    expect(await readFolder(folder)).toEqual(before);
    player.take();
    await player.passTo('2027-01-31 23:59');
    const sent = player.take().filter(({ outgoing }) => /^【(还有|今天|明天)/.test(outgoing.text));
    expect(foretold.map(({ text }) => text)).toEqual(sent.map(({ outgoing }) => outgoing.text));
    expect(foretold.length).toBeGreaterThan(8);
    expect(new Set(foretold.map(({ group }) => group))).toEqual(
      new Set([example.groups[0]?.title]),
    );
  });

  it('tells what was sent already as it was sent', async () => {
    const folder = temporaryFolder();
    const player = await players({ openStore: () => jsonStore({ folder, log: silentLog }) });
    await player.passTo('2026-11-26 12:00');
    const sent = player.take().filter(({ outgoing }) => outgoing.text.startsWith('【'));
    const told = rehearse(folder, '2026-11-16', '2026-11-30');
    expect(told.map(({ text }) => text)).toEqual(sent.map(({ outgoing }) => outgoing.text));
  });

  it('reads on while the bot moves its journal into documents', async () => {
    const folder = temporaryFolder();
    const store = await jsonStore({ folder, log: silentLog, checkpointBytes: 400 });
    onTestFinished(() => store.close());
    const write = async () => {
      for (let id = 0; id < 200; id++)
        await store.commit([
          { partition: 'home', collection: 'notes', put: { id: String(id), text: 'x'.repeat(50) } },
        ]);
    };
    let done = false;
    const writing = write().finally(() => {
      done = true;
    });
    let seen = 0;
    while (!done) {
      const now = (await readFolder(folder)).get('home')?.get('notes')?.length ?? 0;
      expect(now).toBeGreaterThanOrEqual(seen);
      seen = now;
    }
    await writing;
    expect((await readFolder(folder)).get('home')?.get('notes')).toHaveLength(200);
  });
});
