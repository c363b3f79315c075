import { type FileHandle, open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { JSONFilePreset } from 'lowdb/node';
import { type Measured, measured } from './measure.ts';

/* What others do with the same messages, given to them as objects. Some of them store nothing. */

export interface Row {
  readonly what: string;
  readonly measured: Measured | undefined;
  /** Why it was not measured. */
  readonly why?: string;
}

const AT_ONCE = 50;
const EACH = 2_000;

/** Every peer that is there; those of `bench/peers` only where they were installed. */
export async function peers(folder: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const add = async (what: string, work: () => Promise<Measured>) => {
    try {
      rows.push({ what, measured: await work() });
    } catch (error) {
      const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      rows.push({ what, measured: undefined, why });
    }
  };
  await add('grammY, a message that it ignores', () => grammy('大家早上好'));
  await add('grammY, a command, nothing stored', () => grammy('/checkin'));
  await add('Koishi 4.18, a command, nothing stored', koishi);
  const { name, database } = openSqlite(':memory:');
  database.close();
  await add(`SQLite (${name}, WAL, FULL), one transaction each`, () => sqlite(folder, 1));
  await add(`SQLite (${name}), 50 in a transaction`, () => sqlite(folder, AT_ONCE));
  await add('lowdb, one file of 100,000, no fsync, 50 at once', () => lowdb(folder));
  await add('appending 400 bytes with fsync, one at a time', () => append(folder, 1));
  await add('appending 400 bytes, 50 with one fsync', () => append(folder, AT_ONCE));
  return rows;
}

async function grammy(text: string): Promise<Measured> {
  const bot = new Bot('1:a', {
    botInfo: {
      ...{ id: 1, is_bot: true, first_name: 'b', username: 'b_bot' },
      ...{ can_join_groups: true, can_read_all_group_messages: true },
      ...{ supports_inline_queries: false, can_connect_to_business: false },
      has_main_web_app: false,
    } as Bot['botInfo'],
  });
  bot.api.config.use(async () => ({ ok: true, result: true }) as never);
  for (let command = 0; command < 60; command++)
    bot.command(`other${command}`, (context) => context.reply('好'));
  bot.command('checkin', (context) => context.reply('到'));
  let id = 0;
  const update = (): Update => {
    id += 1;
    const entities = text.startsWith('/')
      ? [{ type: 'bot_command' as const, offset: 0, length: text.length }]
      : [];
    return {
      update_id: id,
      message: {
        message_id: id,
        date: 0,
        chat: { id: -1, type: 'group', title: 'g' },
        from: { id, is_bot: false, first_name: 'p' },
        text,
        entities,
      },
    };
  };
  return measured(EACH, async () => {
    for (let from = 0; from < EACH; from += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, () => bot.handleUpdate(update())));
  });
}

const peer = createRequire(new URL('peers/package.json', import.meta.url));

interface KoishiApp {
  plugin(plugin: unknown): void;
  command(name: string): { action(run: () => string): void };
  start(): Promise<void>;
  stop(): Promise<void>;
  readonly mock: {
    client(user: string, channel: string): { receive(text: string): Promise<readonly string[]> };
  };
}

async function koishi(): Promise<Measured> {
  const { App } = peer('koishi') as { App: new () => KoishiApp };
  const mock = peer('@koishijs/plugin-mock') as { default: unknown };
  const app = new App();
  app.plugin(mock.default ?? mock);
  for (let command = 0; command < 60; command++) app.command(`other${command}`).action(() => '好');
  app.command('checkin').action(() => '到');
  await app.start();
  const clients = Array.from({ length: AT_ONCE }, (_, user) => app.mock.client(`${user}`, 'g'));
  const count = 400;
  const result = await measured(count, async () => {
    for (let from = 0; from < count; from += AT_ONCE)
      await Promise.all(clients.map((client) => client.receive('checkin')));
  });
  await app.stop();
  return result;
}

interface Sqlite {
  exec(text: string): void;
  prepare(text: string): { run(value: string): unknown };
  close(): void;
}

/** better-sqlite3 where it was built for this Node, else the SQLite of Node itself. */
function openSqlite(path: string): { readonly name: string; readonly database: Sqlite } {
  try {
    const Database = peer('better-sqlite3') as new (path: string) => Sqlite;
    return { name: 'better-sqlite3', database: new Database(path) };
  } catch {
    return { name: 'node:sqlite', database: new DatabaseSync(path) };
  }
}

async function sqlite(folder: string, together: number): Promise<Measured> {
  const { database } = openSqlite(join(folder, `peer-${together}.sqlite`));
  database.exec('pragma journal_mode = WAL; pragma synchronous = FULL');
  database.exec('create table attendance (id integer primary key, record text)');
  const insert = database.prepare('insert into attendance (record) values (?)');
  const record = JSON.stringify({ text: 'x'.repeat(380) });
  const result = await measured(EACH, async () => {
    for (let from = 0; from < EACH; from += together) {
      database.exec('begin immediate');
      for (let one = 0; one < together; one++) insert.run(record);
      database.exec('commit');
    }
  });
  database.close();
  return result;
}

async function lowdb(folder: string): Promise<Measured> {
  const low = await JSONFilePreset<{ all: unknown[] }>(join(folder, 'low.json'), { all: [] });
  for (let at = 0; at < 100_000; at++) low.data.all.push({ person: at, at: 0, state: 'present' });
  return measured(AT_ONCE, async () => {
    for (let at = 0; at < AT_ONCE; at++) low.data.all.push({ person: at, at: 0, state: 'present' });
    await low.write();
  });
}

async function append(folder: string, together: number): Promise<Measured> {
  const file: FileHandle = await open(join(folder, `append-${together}`), 'a');
  const bytes = Buffer.alloc(400 * together, 'x');
  const result = await measured(EACH, async () => {
    for (let from = 0; from < EACH; from += together) {
      await file.write(bytes);
      await file.datasync();
    }
  });
  await file.close();
  return result;
}
