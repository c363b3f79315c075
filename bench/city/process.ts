// One of the processes of the city: node process.ts <url> <schema> <lease, ms> <ahead, ms> <name>.
// People and the platform are on the other side of its channel.
import { setTimeout as pause } from 'node:timers/promises';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { systemClock, systemRandom } from '../../adapters/clock-system/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { postgresStore } from '../../adapters/store-postgres/index.ts';
import { NamedChat } from '../../adapters/terminal/chat.ts';
import { createBot } from '../../src/bot.ts';
import { features } from '../../src/features/index.ts';
import { type FromProcess, PLATFORM, type ToProcess, traits } from './wire.ts';

const [, , url = '', schema = '', lease = '', ahead = '', name = ''] = process.argv;
let statements = 0;
let sends = 0;
const sending = new Map<number, () => void>();
const tell = (what: FromProcess) => process.send?.(what);
const end = () => process.exit(1);

const clock = systemClock(() => Number(ahead));
const store = await postgresStore({
  url,
  schema,
  lease: Number(lease),
  name,
  log: silentLog,
  standBy: { waiting: () => {}, lost: end },
  beforeCommit: () => {
    statements += 1;
  },
});
/** What the platform takes: as of ten bots with thirty messages a second. */
const PER_SECOND = 300;

/** Has room for one message after another. */
class PacedChat extends NamedChat {
  private next = 0;

  async acquireSlot(): Promise<number> {
    const now = performance.now();
    this.next = Math.max(now, this.next + 1_000 / PER_SECOND);
    await pause(this.next - now);
    return 0;
  }
}

const chat = new PacedChat({
  platform: PLATFORM,
  traits,
  session: systemRandom.newId(),
  show: ({ to, text, replaces }) =>
    new Promise((resolve) => {
      sends += 1;
      sending.set(sends, resolve);
      tell({ kind: 'send', n: sends, to: to.chat, text, isNew: replaces === undefined });
    }),
});
const bot = createBot({
  features,
  chats: [chat],
  store,
  blobs: new MemoryBlobs(),
  clock,
  random: systemRandom,
  log: silentLog,
  onFatal: end,
});

process.on('message', (told: ToProcess) => {
  if (told.kind === 'sent') {
    sending.get(told.n)?.();
    sending.delete(told.n);
    return;
  }
  const { id, name: who, group, text } = told;
  const isPrivate = group === undefined;
  const said = {
    name: who,
    private: isPrivate,
    group: group ?? '',
    text,
    photos: 0,
    at: clock.now(),
  };
  chat.say(said, id).then(
    () => tell({ kind: 'heard', id }),
    // It is said again, as a platform does.
    () => tell({ kind: 'not heard', id }),
  );
});
setInterval(() => tell({ kind: 'counts', statements, memory: process.memoryUsage().rss }), 500);
await bot.start();
tell({ kind: 'works' });
// What is due by a clock that runs is looked at twice a minute; people would wait for that here.
setInterval(() => void bot.tick(), 1_000);
