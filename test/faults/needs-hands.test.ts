import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { Meters } from '../../adapters/health/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { readSettings } from '../../src/config.ts';
import { Operation } from '../../src/operate.ts';
import { temporaryFolder } from '../support/conversation.ts';
import { OneClockStage } from '../support/one-clock.ts';
import { until } from '../support/until.ts';

afterEach(() => void vi.unstubAllEnvs());

test('the convenor hears once, on Telegram, that no back-up could be made', async () => {
  const made = await OneClockStage.open();
  const { stage } = made;
  const room = stage.server.with(stage.user('周敏'));
  stage.server.say(stage.user('周敏'), '/start', room);
  await made.rest();
  const folder = temporaryFolder();
  // The tool finds no store there, so the back-up fails as it does for an operator.
  vi.stubEnv('DATA_DIR', join(folder, 'nothing-here'));
  const ticks: (() => void)[] = [];
  const operation = new Operation({
    settings: (schema) => readSettings(schema, { BACKUP_DIR: join(folder, 'backups') }),
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
    log: silentLog,
    meters: new Meters(),
    bot: () => stage.app,
    waitsFor: () => undefined,
    isOn: true,
  });
  await operation.begin();
  const told = () => stage.shown(room).filter((text) => text.includes('备份没做成'));
  // What was missed is made up for a minute after the start.
  await made.pass(60_000);
  await until(() => told().length > 0, 'the convenor is told');
  expect(told()).toEqual([expect.stringMatching(/^⚠ .*npm run backup/)]);
  expect(stage.shown().join()).not.toContain('备份');
  expect(operation.upkeep?.().needs).toMatchObject([{ what: 'backup' }]);
  operation.end();
});
