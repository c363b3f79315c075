import { performance } from 'node:perf_hooks';
import { MemoryBlobs } from '../adapters/blobs-memory/index.ts';
import { repeatableRandom, SimulatedClock } from '../adapters/clock-simulated/index.ts';
import { silentLog } from '../adapters/log-pino/index.ts';
import { memoryStore } from '../adapters/store-memory/index.ts';
import * as terminal from '../adapters/terminal/traits.ts';
import { createBot } from '../src/bot.ts';
import { imported, readAllianceFile, staged } from '../src/features/import/index.ts';
import { features } from '../src/features/index.ts';
import type { ChatAdapter } from '../src/ports/chat.ts';

/** What a run came to. */
export interface RulesDue {
  readonly rules: number;
  readonly sent: number;
  readonly missed: number;
  /** From the tick until all are decided, and until the last message was handed over, ms. */
  readonly decided: number;
  readonly ms: number;
  /** The CPU that both take, ms: on a busy machine the others are longer. */
  readonly cpu: number;
}

const DUE = Date.UTC(2026, 10, 25, 0, 0);
const MINUTE = 60_000;

/**
 * Many fixed days whose notice is due in the same second, spread over alliances; every one must be
 * sent.
 */
export async function rulesDue({
  rules = 10_000,
  alliances = 100,
  groups = 1,
} = {}): Promise<RulesDue> {
  const clock = new SimulatedClock(DUE - 5 * MINUTE);
  const got = new Map<string, number>();
  const app = createBot({
    features: features,
    chats: [counting(got)],
    store: memoryStore(),
    blobs: new MemoryBlobs(),
    clock,
    random: repeatableRandom(),
    log: silentLog,
    onFatal: (error) => {
      throw error;
    },
  });
  await app.start();
  for (let index = 0; index < alliances; index++) {
    const file = allianceFile(`a${index}`, rules / alliances, groups);
    await app.change(file.alliance.id, (records) => [
      ...imported(file, records, clock.now()),
      ...staged(file, 'terminal'),
    ]);
  }
  clock.moveTo(DUE);
  const begun = performance.now();
  const cpuBefore = process.cpuUsage();
  await app.tick();
  const decided = performance.now() - begun;
  await app.idle();
  const { user, system } = process.cpuUsage(cpuBefore);
  const ms = performance.now() - begun;
  const once = [...got.values()].filter((times) => times === 1).length;
  await app.stop();
  return {
    rules,
    sent: got.size,
    missed: rules * groups - once,
    decided,
    ms,
    cpu: (user + system) / 1_000,
  };
}

/** Counts each notice by where and about what it is. */
function counting(got: Map<string, number>): ChatAdapter {
  let messages = 0;
  return {
    platform: 'terminal',
    ...terminal,
    start: async () => {},
    stop: async () => {},
    send: async ({ to, text }) => {
      const key = `${to.chat} ${/规则\d+/.exec(text)?.[0]}`;
      got.set(key, (got.get(key) ?? 0) + 1);
      messages += 1;
      return { messageId: String(messages) };
    },
  };
}

function allianceFile(id: string, count: number, groups: number) {
  return readAllianceFile({
    alliance: { id, name: id },
    people: [{ id: 'zhou', name: '周敏', role: 'convenor' }],
    groups: Array.from({ length: groups }, (_, at) => ({ title: `${id}-${at}` })),
    rules: Array.from({ length: count }, (_, index) => ({
      id: `r${index}`,
      title: `规则${index}`,
      kind: 'service',
      on: { type: 'monthly', day: 25 },
      at: '10:00',
      notices: [{ id: 'today', days: 0, at: '08:00' }],
    })),
  });
}

if (import.meta.main) {
  for (const alliances of [100, 1]) {
    const { rules, sent, missed, decided, ms, cpu } = await rulesDue({ alliances });
    process.stdout.write(
      `${rules} rules due at once in ${alliances} alliances: ${sent} sent, ${missed} missed, decided in ${Math.round(decided)} ms, all in ${Math.round(ms)} ms (CPU ${Math.round(cpu)} ms)\n`,
    );
  }
}
