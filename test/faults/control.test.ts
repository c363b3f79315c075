import { statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { giveOrder, isRunning, takeOrders } from '../../adapters/control/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { plain } from '../../src/core/text.ts';
import { UserError } from '../../src/core/user-error.ts';
import { recordingLog } from '../contracts/recording-log.ts';
import { temporaryFolder } from '../support/conversation.ts';

async function withOrders(
  folder: string,
  carryOut: (order: unknown) => Promise<unknown>,
): Promise<void> {
  const stop = await takeOrders(folder, carryOut, silentLog);
  onTestFinished(stop);
}

test('an order reaches the running bot and only its owner can give one', async () => {
  const folder = temporaryFolder();
  await withOrders(folder, async (order) => JSON.stringify(order));
  const long = { do: 'import', file: '码'.repeat(200_000) };
  expect(await giveOrder(folder, long)).toBe(JSON.stringify(long));
  expect(statSync(join(folder, 'control.sock')).mode & 0o777).toBe(0o600);
});

test('who only looks whether a bot runs leaves no word in its log', async () => {
  const folder = temporaryFolder();
  expect(await isRunning(folder)).toBe(false);
  const log = recordingLog();
  onTestFinished(await takeOrders(folder, async () => 'done', log));
  for (let times = 0; times < 20; times++) expect(await isRunning(folder)).toBe(true);
  expect(await giveOrder(folder, {})).toBe('done');
  expect(log.events).toEqual([]);
});

test('where nobody runs, or a process died, there is no answer', async () => {
  const folder = temporaryFolder();
  expect(await giveOrder(folder, {})).toBeUndefined();
  writeFileSync(join(folder, 'control.sock'), '');
  expect(await giveOrder(folder, {})).toBeUndefined();
  await withOrders(folder, async () => 'here');
  expect(await giveOrder(folder, {})).toBe('here');
});

test('a mistake is told in words, anything else stays in the log', async () => {
  const folder = temporaryFolder();
  await withOrders(folder, async (order) => {
    throw order === 'bad'
      ? new UserError(plain('units[2].kind: no such kind'))
      : new Error('secret');
  });
  await expect(giveOrder(folder, 'bad')).rejects.toThrow(
    new UserError(plain('units[2].kind: no such kind')),
  );
  await expect(giveOrder(folder, 'other')).rejects.toThrow(
    'the bot could not do it; its log says why',
  );
});

test('who connects and says nothing is let go of; an order that takes long is carried out', async () => {
  const folder = temporaryFolder();
  const held = Promise.withResolvers<string>();
  onTestFinished(await takeOrders(folder, () => held.promise, silentLog, 50));
  const order = giveOrder(folder, {});
  const idle = connect(join(folder, 'control.sock'));
  await new Promise((resolve) => idle.once('close', resolve));
  held.resolve('done');
  expect(await order).toBe('done');
});
