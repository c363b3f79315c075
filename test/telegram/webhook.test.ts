import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { recordingLog } from '../contracts/recording-log.ts';
import { TelegramStage } from '../support/telegram.ts';

const secret = 'a-secret-of-ours-0123456789';

async function open() {
  const webhook = { url: 'https://bot.example.org/telegram', secret, port: 0 };
  const log = recordingLog();
  const stage = await TelegramStage.open({ hearsAll: true, webhook, log });
  const post = async (body: unknown, more: { secret?: string; path?: string } = {}) => {
    const response = await fetch(
      `http://127.0.0.1:${stage.chat.webhookPort}${more.path ?? '/telegram'}`,
      {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': more.secret ?? secret },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      },
    );
    return response.status;
  };
  /** What Telegram would post next. */
  const said = (text: string) => {
    stage.server.say(stage.user('张伟'), text, stage.group);
    return stage.server.queue.waiting.pop();
  };
  return { stage, post, said, log };
}

test('an update is acknowledged after the commit, and delivered again until then', async () => {
  const { stage, post, said } = await open();
  expect(stage.server.queue.webhook).toBe('https://bot.example.org/telegram');
  const update = said('名单');
  stage.disk.full = true;
  expect(await post(update)).toBe(500);
  stage.disk.full = false;
  expect(await post(update)).toBe(200);
  expect(await post(update)).toBe(200);
  await stage.settle();
  expect(stage.shown()).toHaveLength(1);
  expect(stage.server.problems).toEqual([]);
});

test('nobody else can post updates', async () => {
  const { stage, post, said } = await open();
  expect(await post(said('名单'), { secret: 'wrong' })).toBe(401);
  expect(await post(said('名单'), { path: '/other' })).toBe(404);
  expect(await post('{')).toBe(400);
  expect(await post('[]')).toBe(400);
  expect(await post('x'.repeat(2_000_000))).toBe(413);
  await stage.settle();
  expect(stage.shown()).toEqual([]);
});

test('a request that breaks off costs one line of the log, and the next one is taken', async () => {
  const { stage, post, said, log } = await open();
  const { webhookPort = 0 } = stage.chat;
  const header = [
    'POST /telegram HTTP/1.1',
    'host: bot.example.org',
    `x-telegram-bot-api-secret-token: ${secret}`,
    'content-length: 1000',
    'expect: 100-continue',
  ];
  const socket = connect(webhookPort, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`${header.join('\r\n')}\r\n\r\n{"update_id": 1`);
  // The server has begun to read it.
  await once(socket, 'data');
  socket.resetAndDestroy();
  await once(socket, 'close');
  expect(await post(said('名单'))).toBe(200);
  await stage.settle();
  expect(stage.shown()).toHaveLength(1);
  expect(log.events.filter((event) => event.startsWith('telegram: a'))).toEqual([
    'telegram: a request broke off',
  ]);
});

test('a port that is taken is said in one line', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const webhook = { url: 'https://bot.example.org/telegram', secret, port };
  await expect(TelegramStage.open({ webhook })).rejects.toThrow(
    `TELEGRAM_WEBHOOK_PORT ${port} is in use`,
  );
});
