import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { Meters } from '../../adapters/health/index.ts';
import { readSettings } from '../../src/config.ts';
import { Operation } from '../../src/operate.ts';
import type { Log } from '../../src/ports/log.ts';
import { temporaryFolder } from '../support/conversation.ts';
import { OneClockStage } from '../support/one-clock.ts';
import { until } from '../support/until.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** A log that keeps its lines. */
function keptLog() {
  const entries: { level: string; event: string; fields: unknown }[] = [];
  const at = (level: string) => (event: string, fields?: unknown) => {
    entries.push({ level, event, fields });
  };
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { log, entries };
}

/** The bot on Telegram, with what the operator schedules beside it. */
async function operating(given: Readonly<Record<string, string>> = {}) {
  const { log, entries } = keptLog();
  const made = await OneClockStage.open();
  const { stage } = made;
  // node-cron reads the wall clock of the process.
  vi.useFakeTimers({ toFake: ['Date'], now: stage.clock.now() });
  const room = stage.server.with(stage.user('周敏'));
  stage.server.say(stage.user('周敏'), '/start', room);
  await made.rest();
  const folder = temporaryFolder();
  // The tool finds no store there, so the back-up fails as it does for an operator.
  vi.stubEnv('DATA_DIR', join(folder, 'nothing-here'));
  const ticks: (() => void)[] = [];
  const settings = { BACKUP_DIR: join(folder, 'backups'), ...given };
  const operation = new Operation({
    settings: (schema) => readSettings(schema, settings),
    dataFolder: folder,
    clock: {
      now: () => stage.clock.now(),
      elapsed: () => stage.clock.elapsed(),
      turn: () => stage.clock.turn(),
      after: (ms, call) => stage.clock.after(ms, call),
      everyTick: (call) => {
        ticks.push(call);
        return () => {};
      },
    },
    log,
    meters: new Meters(),
    bot: () => stage.app,
    waitsFor: () => undefined,
    isOn: true,
  });
  await operation.begin();
  onTestFinished(() => operation.end());
  /** Minutes pass; whatever is scheduled is looked at twice in each. */
  const pass = async (minutes: number) => {
    for (let half = 0; half < 2 * minutes; half++) {
      await made.pass(30_000);
      vi.setSystemTime(stage.clock.now());
      for (const tick of ticks) tick();
      await made.rest();
    }
  };
  return { made, stage, room, operation, entries, pass };
}

test('the convenor hears once, on Telegram, that no back-up could be made', async () => {
  const { made, stage, room, operation, pass } = await operating();
  const told = () => stage.shown(room).filter((text) => text.includes('备份没做成'));
  // What was missed is made up for a minute after the start.
  await made.pass(60_000);
  await until(() => told().length > 0, 'the convenor is told');
  expect(told()).toEqual([expect.stringMatching(/^⚠ .*npm run backup/)]);
  expect(stage.shown().join()).not.toContain('备份');
  expect(operation.upkeep?.().needs).toMatchObject([{ what: 'backup' }]);
  // It is looked at every ten minutes, and told no second time.
  await pass(25);
  expect(told()).toHaveLength(1);
});

test('once a day one line of the log says that all is well, without a name or a word', async () => {
  const { stage, entries, pass } = await operating({
    DAILY_LINE: '5 17 * * *',
    BACKUP_SCHEDULE: 'off',
  });
  stage.server.say(stage.user('张伟'), '日程', stage.group);
  await pass(20);
  const lines = () => entries.filter(({ event }) => /all is well/.test(event));
  await until(() => lines().length > 0, 'the line is written');
  expect(lines()).toEqual([
    { level: 'info', event: 'all is well', fields: expect.objectContaining({ messages: 2 }) },
  ]);
  expect(JSON.stringify(lines())).not.toMatch(/张伟|日程|周敏/);
});

test('or what is not', async () => {
  const { made, entries, pass } = await operating({ DAILY_LINE: '5 17 * * *' });
  const isTold = () => entries.some(({ event }) => event === 'something needs hands');
  await made.pass(60_000);
  await until(isTold, 'the back-up has failed');
  await pass(10);
  const lines = entries.filter(({ event }) => /all is well/.test(event));
  expect(lines).toMatchObject([
    { level: 'warn', event: 'not all is well', fields: { wrong: 'backup' } },
  ]);
});
