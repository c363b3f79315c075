import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Meters, serveHealth } from '../../adapters/health/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { type Job, Schedule } from '../../adapters/schedule/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { Keeper } from '../../adapters/upkeep/index.ts';
import { DAY, HOUR, MINUTE } from '../../src/core/time.ts';
import type { HealthReport, Upkeep } from '../../src/ports/health.ts';
import type { Holder } from '../../src/ports/store.ts';
import { recordingLog } from '../contracts/recording-log.ts';
import { players, playersInMemory, temporaryFolder } from '../support/conversation.ts';

const TICK = 30_000;

describe('the schedule of the operator', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-30T00:00:00+08:00') }));
  afterEach(() => void vi.useRealTimers());

  /** Ticks twice a minute until a moment, and tells when a job ran. */
  function scheduled(at = '30 3 * * *', run?: () => Promise<void>) {
    const ran: string[] = [];
    const job: Job = {
      name: 'job',
      at,
      run: async () => {
        ran.push(new Date().toISOString());
        await run?.();
      },
    };
    const schedule = new Schedule([job], { zone: 'Asia/Shanghai', log: silentLog });
    const passTo = async (until: number) => {
      while (Date.now() < until) {
        vi.setSystemTime(Date.now() + TICK);
        void schedule.look(Date.now());
        await Promise.resolve();
      }
    };
    return { ran, passTo, schedule };
  }

  it('runs a job at its time in its zone, once a day', async () => {
    const { ran, passTo } = scheduled();
    await passTo(Date.now() + 3 * DAY);
    expect(ran).toEqual([
      '2026-11-29T19:30:00.000Z',
      '2026-11-30T19:30:00.000Z',
      '2026-12-01T19:30:00.000Z',
    ]);
  });

  it.each([
    ['seconds', 40_000],
    ['hours', 5 * HOUR],
    ['a day', DAY],
    ['years', 3 * 365 * DAY],
  ])('goes on after the clock was moved by %s, back and ahead', async (_, step) => {
    const { ran, passTo } = scheduled();
    for (const direction of [-1, 1, 1, -1]) {
      vi.setSystemTime(Date.now() + direction * step);
      ran.length = 0;
      await passTo(Date.now() + DAY);
      expect(ran.length, `moved by ${direction * step}`).toBeGreaterThanOrEqual(1);
      expect(ran.length).toBeLessThanOrEqual(2);
    }
  });

  it('runs a job once where many of its moments were slept through, and never beside itself', async () => {
    const held = Promise.withResolvers<void>();
    const { ran, passTo, schedule } = scheduled('*/5 * * * *', () => held.promise);
    vi.setSystemTime(Date.now() + DAY);
    void schedule.look(Date.now());
    await passTo(Date.now() + HOUR);
    expect(ran).toHaveLength(1);
    held.resolve();
    await vi.advanceTimersByTimeAsync(1);
    await passTo(Date.now() + 5 * MINUTE);
    expect(ran).toHaveLength(2);
  });

  it('outlives a job that fails', async () => {
    const { ran, passTo } = scheduled('0 * * * *', () => Promise.reject(new Error('no')));
    await passTo(Date.now() + 3 * HOUR);
    expect(ran).toHaveLength(3);
  });
});

const REPORT: HealthReport = {
  since: 0,
  messages: new Map([['telegram', 12]]),
  ignored: new Map([['talk', 7]]),
  waiting: 2,
  alliances: 1,
  connections: [{ platform: 'telegram', state: 'up', lastHeard: 9_000 }],
  sinceTick: 10_000,
  clockBehind: false,
  refusingSince: undefined,
  unsettledSince: undefined,
  holding: undefined,
};
const HOLDING = { name: 'left', since: Date.parse('2026-11-30T08:00:00Z'), isTrusted: true };

describe('the questions about its health', () => {
  const PORT = 20_000 + (process.pid % 20_000);

  async function asked(
    report: HealthReport | undefined,
    path: string,
    init: RequestInit = {},
    waitsFor?: Holder,
  ) {
    const upkeep: Upkeep = { lastBackup: 4_000, needs: [] };
    const meters = new Meters();
    meters.ofLog(silentLog).info('command', { command: 'signup' });
    const store = meters.ofStore(memoryStore(new MemoryDisk()));
    await store.commit([{ partition: 'a', collection: 'b', put: { id: 'c' } }]);
    const end = await serveHealth({
      port: PORT,
      report: () => report,
      waitsFor: () => waitsFor,
      upkeep: () => upkeep,
      meters,
      now: () => 10_000,
    });
    try {
      const answer = await fetch(`http://127.0.0.1:${PORT}${path}`, init);
      return { status: answer.status, text: await answer.text() };
    } finally {
      end();
    }
  }

  it.each([
    ['well', REPORT, 200, 200, 'ok'],
    [
      'without a platform',
      { ...REPORT, connections: [{ platform: 'telegram', state: 'down', lastHeard: undefined }] },
      200,
      503,
      'connection: telegram is down',
    ],
    [
      'on a full disk',
      { ...REPORT, refusingSince: 5_000 },
      200,
      503,
      'store: keeps nothing for 5 s',
    ],
    [
      'carried by hand, by nobody now',
      {
        ...REPORT,
        connections: [{ platform: 'wechat', state: 'unattended', lastHeard: undefined }],
      },
      200,
      200,
      'ok',
    ],
    ['by a wrong clock', { ...REPORT, clockBehind: true }, 200, 503, 'clock: stands before'],
    [
      'without ticks',
      { ...REPORT, sinceTick: 600_000 },
      503,
      503,
      'tick: the last one was 600 s ago',
    ],
    ['still starting', undefined, 200, 503, 'start: not finished'],
    [
      'one of several',
      { ...REPORT, holding: HOLDING },
      200,
      200,
      'ok\nholder: left since 2026-11-30T08:00:00.000Z',
    ],
    [
      'cut off from the database',
      { ...REPORT, holding: { ...HOLDING, isTrusted: false } },
      200,
      503,
      'store: the database does not answer',
    ],
  ] as const)('of a bot that is %s are answered', async (_, report, lives, ready, why) => {
    expect((await asked(report, '/healthz')).status).toBe(lives);
    const answer = await asked(report, '/readyz');
    expect(answer).toMatchObject({ status: ready, text: expect.stringContaining(why) });
  });

  it('of a process that waits beside another one say which works', async () => {
    expect((await asked(undefined, '/healthz', {}, HOLDING)).status).toBe(200);
    expect(await asked(undefined, '/readyz', {}, HOLDING)).toEqual({
      status: 503,
      text: 'stand-by: left since 2026-11-30T08:00:00.000Z works\n',
    });
  });

  it('in the words of Prometheus hold numbers, and nothing else is served', async () => {
    const { text } = await asked(REPORT, '/metrics');
    expect(text).toContain('\nlianluo_messages_total{platform="telegram"} 12\n');
    expect(text).toContain('\nlianluo_commands_total{command="signup"} 1\n');
    expect(text).toContain('\nlianluo_commits_total{outcome="durable"} 1\n');
    expect(text).toContain('\nlianluo_last_heard_seconds{platform="telegram"} 1\n');
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(
        /^(# (HELP|TYPE) lianluo_\w+ .+|lianluo_\w+(\{\w+="[\w-]+"\})? -?[\d.e+]+)$/,
      );
    expect((await asked(REPORT, '/')).status).toBe(404);
    expect((await asked(REPORT, '/healthz', { method: 'POST' })).status).toBe(405);
  });

  it('of the real bot count what was said', async () => {
    const player = await playersInMemory();
    await player.say({ name: '张伟', text: '日程' }, { name: '张伟', text: '大家早上好' });
    const { messages, connections, alliances, waiting } = player.report();
    expect({ messages: [...messages], alliances, waiting }).toEqual({
      messages: [['terminal', 2]],
      alliances: 1,
      waiting: 0,
    });
    expect(connections).toEqual([
      { platform: 'terminal', state: 'up', lastHeard: expect.any(Number) },
    ]);
  });
});

describe('what needs hands', () => {
  const keeper = (backUp: () => Promise<void>, more: { now?: () => number; last?: number } = {}) =>
    new Keeper({
      dataFolder: temporaryFolder(),
      lastBackup: async () => more.last,
      backsUp: true,
      unsettledSince: () => undefined,
      log: recordingLog(),
      now: more.now ?? (() => 100 * DAY),
      backUp,
    });

  it('is a back-up that failed, until one is made', async () => {
    let fails = true;
    const one = keeper(async () => {
      if (fails) throw new Error('no room');
    });
    await one.backUp();
    expect(one.upkeep.needs.map(({ what }) => what)).toEqual(['backup']);
    fails = false;
    await one.backUp();
    expect(one.upkeep.needs).toEqual([]);
  });

  it('is a back-up that is missing for two days, not on the first', async () => {
    let now = 100 * DAY;
    const one = keeper(async () => {}, { now: () => now });
    await one.look();
    expect(one.upkeep.needs).toEqual([]);
    expect(one.isOverdue).toBe(true);
    now += 3 * DAY;
    expect(one.upkeep.needs.map(({ what }) => what)).toEqual(['backup']);
  });

  it('stands in /状态, and otherwise that all is well', async () => {
    const upkeep = {
      lastBackup: Date.parse('2026-11-16T03:30:00+08:00'),
      needs: [] as Upkeep['needs'],
    };
    const player = await players({ upkeep: () => upkeep });
    const status = async () => {
      await player.say({ name: '召集人', private: true, text: '/状态' });
      return player
        .take()
        .map(({ outgoing }) => outgoing.text)
        .join('\n');
    };
    expect(await status()).toMatch(/一切正常；上次备份 .*3:30/);
    upkeep.needs = [{ what: 'backup', text: { zh: '备份没做成', en: 'no back-up' } }];
    const told = await status();
    expect(told).toContain('⚠ 备份没做成');
    expect(told).not.toContain('一切正常');
    expect(told.split('\n').length).toBeLessThanOrEqual(8);
  });
});
