import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';
import { DATABASE, Schema, withoutDatabase } from '../support/postgres.ts';
import { putInPlace } from '../support/telegram.ts';
import { TelegramServer } from '../support/telegram-server/index.ts';
import type { User } from '../support/telegram-server/world.ts';
import { until } from '../support/until.ts';

/** How often each fault befalls the process that works. */
const FAULTS = Number(process.env['FAULTS'] ?? 2);
const KINDS = ['kill', 'freeze', 'stop'] as const;
const kinds = KINDS.filter((one) => (process.env['FAULT_KINDS'] ?? one).includes(one));
/** Nobody has more than five letters open, so of many faults each has few of them, ms. */
const SPEAKS_EVERY = FAULTS > 3 ? 2_500 : 800;
/** The lease, s, and how long it may take beyond it until somebody is answered, on a busy machine. */
const LEASE = 3;
const BEYOND = 12;
/** A process may take long to begin where many do so, ms. */
const PATIENCE = 180_000;
const MARK = '（如已收到请忽略）';
const FIRST_PORT = 40_000 + (process.pid % 10_000);

/** One of three processes with the same settings; started again when it ends, as a service is. */
class Member {
  readonly name: string;
  readonly port: number;
  /** How it ended, each time. */
  readonly ends: (number | null)[] = [];
  child!: ChildProcess;
  private readonly environment: NodeJS.ProcessEnv;
  private isOver = false;

  constructor(name: string, port: number, environment: NodeJS.ProcessEnv) {
    this.name = name;
    this.port = port;
    const own = { STORE_NAME: name, HEALTH_PORT: String(port) };
    this.environment = { ...environment, ...own, LOG_FILE: `${environment['LOG_FILE']}-${name}` };
    this.start();
  }

  private start(): void {
    this.child = spawn(process.execPath, ['src/main.ts'], {
      env: this.environment,
      stdio: 'ignore',
    });
    this.child.once('exit', (code) => {
      this.ends.push(code);
      if (!this.isOver) this.start();
    });
  }

  async readiness(): Promise<{ readonly status: number; readonly text: string }> {
    const asked = fetch(`http://127.0.0.1:${this.port}/readyz`, {
      signal: AbortSignal.timeout(500),
    });
    return asked.then(
      async (answer) => ({ status: answer.status, text: await answer.text() }),
      () => ({ status: 0, text: '' }),
    );
  }

  async end(): Promise<void> {
    this.isOver = true;
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}

async function stage() {
  const schema = new Schema();
  onTestFinished(() => schema.remove());
  const server = await TelegramServer.start({ hearsAll: true });
  onTestFinished(() => server.stop());
  const store = await schema.open();
  const people = new Map<string, User>();
  await putInPlace(store, server, server.group('联盟群'), people, Date.now());
  const folder = temporaryFolder();
  const environment = {
    ...process.env,
    STORE: 'postgres',
    STORE_URL: DATABASE,
    STORE_SCHEMA: schema.name,
    STORE_LEASE: String(LEASE),
    DATA_DIR: `${folder}/store`,
    LOG_FILE: `${folder}/log`,
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.root,
    BACKUP_SCHEDULE: 'off',
    SWEEP_SCHEDULE: 'off',
  };
  const members = ['left', 'middle', 'right'].map(
    (name, index) => new Member(name, FIRST_PORT + index, environment),
  );
  onTestFinished(async () => {
    await Promise.all(members.map((one) => one.end()));
  });
  return { schema, server, members, people };
}

describe.skipIf(withoutDatabase)('with a server', () => {
  test('whoever works is killed, stopped, frozen and woken: all is kept once and said once', {
    timeout: 20 * 60_000,
  }, async () => {
    const { schema, server, members, people } = await stage();
    const liaison = people.get('周敏') as User;
    const residents = [...people.values()].filter((user) => user !== liaison);
    let said = 0;
    let speaking = true;
    // Nobody has more than five letters open, so people speak only while it matters.
    let isTime = false;
    const speak = async () => {
      while (speaking) {
        await pause(SPEAKS_EVERY);
        if (!isTime) continue;
        const user = residents[said % residents.length] as User;
        said += 1;
        server.say(user, `反映 ${said}栋水管漏了`);
      }
    };
    /** The numbers that people were told, each once unless a message came twice without its mark. */
    const told = () =>
      residents.flatMap((user) =>
        server
          .with(user)
          .messages.filter(({ from }) => from?.id === server.bot.id)
          .flatMap(({ text = '' }) =>
            text.includes(MARK) ? [] : (/^收到，来信 #(\d+)/.exec(text)?.[1] ?? []),
          ),
      );
    const answered = () => new Set(told()).size;
    const working = async () => {
      let holder: Member | undefined;
      await until(
        async () => {
          const found = await Promise.all(members.map((one) => one.readiness()));
          holder = members[found.findIndex(({ status }) => status === 200)];
          return holder !== undefined;
        },
        'one works',
        PATIENCE,
      );
      return holder as Member;
    };
    const waits = (one: Member, beside: Member) =>
      until(
        async () => (await one.readiness()).text.startsWith(`stand-by: ${beside.name} since`),
        'the others wait',
        PATIENCE,
      );
    // Letters have a reader once she can be written to.
    await working();
    server.say(liaison, '日程');
    await until(
      () => server.with(liaison).messages.some(({ from }) => from?.id === server.bot.id),
      'she is met',
      PATIENCE,
    );
    const spoken = speak();

    const silences = { kill: [] as number[], freeze: [] as number[], stop: [] as number[] };
    const faults = Array.from({ length: FAULTS }, () => kinds).flat();
    for (const fault of faults) {
      const holder = await working();
      await Promise.all(members.map((one) => one === holder || waits(one, holder)));
      isTime = true;
      const before = answered();
      await until(() => answered() > before, 'people are answered', PATIENCE);
      const { child } = holder;
      const signal = { kill: 'SIGKILL', freeze: 'SIGSTOP', stop: 'SIGTERM' } as const;
      child.kill(signal[fault]);
      const ends = once(child, 'exit');
      const since = performance.now();
      // What is stopped answers until it is over.
      if (fault !== 'freeze') await ends;
      const then = answered();
      await until(() => answered() > then, 'another one answers', PATIENCE);
      silences[fault].push(Math.round(performance.now() - since));
      isTime = false;
      if (fault !== 'freeze') continue;
      child.kill('SIGCONT');
      expect(await ends).toEqual([1, null]);
    }
    speaking = false;
    await spoken;
    await until(() => answered() === said, 'everybody is answered', PATIENCE);

    const holder = await working();
    server.say(liaison, '/状态');
    const room = server.with(liaison);
    await until(
      () => room.messages.some(({ text }) => text?.includes(`由「${holder.name}」在处理`)),
      'the status names it',
      PATIENCE,
    );
    await Promise.all(members.map((one) => one.end()));

    const reader = await schema.open({ standBy: { waiting: () => {}, lost: () => {} } });
    const letters = (await reader.load('tianxing')).get('letters') ?? [];
    expect(letters).toHaveLength(said);
    expect(told().toSorted()).toEqual(letters.map(({ number }) => String(number)).toSorted());
    expect(server.problems).toEqual([]);
    const sudden = [...silences.kill, ...silences.freeze].toSorted((a, b) => a - b);
    const median = sudden[Math.floor(sudden.length / 2)];
    process.stdout.write(
      `${said} said, silences ${JSON.stringify(silences)} ms: median ${median}, longest ${sudden.at(-1)} of ${sudden.length}\n`,
    );
    for (const fault of ['kill', 'freeze'] as const)
      expect(Math.max(...silences[fault])).toBeLessThan((LEASE + BEYOND) * 1_000);
  });
});
