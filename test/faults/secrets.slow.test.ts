import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';
import { until } from '../support/until.ts';

/*
 * The real process with secrets that are marked. However it fails, no mark stands in what it prints,
 * in its log, in its data, in its back-ups or in what it says of itself.
 */

const TOKEN = '123456:MARK-token-of-the-bot-Xk29-and-more-of-it';
const SECRET = 'MARK-secret-of-the-webhook';
const PASSPHRASE = 'MARK passphrase of the back-ups';
const PASSWORD = 'MARK-password';

interface Run {
  readonly folder: string;
  readonly said: string;
}

type Environment = Readonly<Record<string, string>>;

function surroundings(folder: string, more: Environment): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    DATA_DIR: join(folder, 'store'),
    LOG_FILE: join(folder, 'bot.log'),
    LOG_LEVEL: 'debug',
    BACKUP_DIR: join(folder, 'backups'),
    BACKUP_PASSPHRASE: PASSPHRASE,
    ...more,
  };
}

/** Runs the bot until it ends by itself, or until it has done something and gets a signal. */
async function run(
  more: Environment,
  isEnough: (folder: string) => boolean,
  end: NodeJS.Signals = 'SIGTERM',
): Promise<Run> {
  const folder = temporaryFolder();
  const env = surroundings(folder, more);
  const bot = spawn(process.execPath, ['start.mjs'], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => void bot.kill('SIGKILL'));
  let said = '';
  for (const stream of [bot.stdout, bot.stderr])
    stream.on('data', (data: Buffer) => {
      said += data.toString();
    });
  const ended = once(bot, 'exit');
  // The first start of a clone compiles the program.
  await until(() => bot.exitCode !== null || isEnough(folder), 'it ends', 60_000);
  bot.kill(end);
  await ended;
  return { folder, said };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function logIn(folder: string): string {
  const path = join(folder, 'bot.log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Where a mark stands, in whatever encoding: the secrets have letters that no encoding changes. */
function marked({ folder, said }: Run): readonly string[] {
  const files = filesIn(folder).filter((path) => readFileSync(path).includes('MARK'));
  return [...(said.includes('MARK') ? [said] : []), ...files];
}

async function platform(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const telegram = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: SECRET };
const complains = (folder: string) => /"level":[45]0/.test(logIn(folder));

describe('no secret is told', () => {
  test('where nobody answers', async () => {
    const all = await run({ ...telegram, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }, complains);
    expect(logIn(all.folder)).not.toBe('');
    expect(marked(all)).toEqual([]);
  });

  test.each([
    ['says that the token is none', 401, '{"ok":false,"error_code":401,"description":"no"}'],
    ['fails', 500, 'broken'],
    ['answers with the token', 200, TOKEN],
    ['refuses with the token', 400, `{"ok":false,"error_code":400,"description":"${TOKEN}"}`],
  ])('where the platform %s', async (_, status, body) => {
    const root = await platform((request, response) => {
      request.resume();
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    const all = await run({ ...telegram, TELEGRAM_API_ROOT: root }, complains);
    expect(marked(all)).toEqual([]);
  });

  test.each([
    ['the database is not there', `postgres://bot:${PASSWORD}@127.0.0.1:9/x`],
    ['the database is another', `postgres://bot:${PASSWORD}@127.0.0.1:5432/nobody`],
    ['the address is none', `postgres://bot:${PASSWORD}@:x/`],
    ['the host is none', `postgres://bot:${PASSWORD}@nowhere.invalid/x`],
  ])('where %s', async (_, url) => {
    const all = await run({ STORE: 'postgres', STORE_URL: url }, () => false);
    expect(all.said).not.toBe('');
    expect(marked(all)).toEqual([]);
  });

  test('where the settings are wrong', async () => {
    const wrong = {
      TELEGRAM_BOT_TOKEN: 'MARK',
      TELEGRAM_WEBHOOK_SECRET: 'MARK',
      STORE_URL: 'MARK',
    };
    const all = await run({ ...wrong, BACKUP_PASSPHRASE: 'MARK' }, () => false);
    expect(all.said).toContain('TELEGRAM_WEBHOOK_SECRET');
    expect(marked(all)).toEqual([]);
  });

  test.each([
    ['an error that nobody caught', 'throw Object.assign(new Error(text), { url: text })'],
    ['a promise that nobody waited for', 'void Promise.reject(new TypeError(text))'],
    ['what is no error', 'throw text'],
  ])('where %s ends it', async (_, fails) => {
    const text = `'https://api.telegram.org/bot' + process.env.TELEGRAM_BOT_TOKEN + '/getMe'`;
    const code = `process.on('SIGUSR2', () => { const text = ${text}; ${fails}; })`;
    const options = `--import=data:text/javascript,${encodeURIComponent(code)}`;
    const root = { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' };
    const environment = { ...telegram, ...root, NODE_OPTIONS: options };
    const all = await run(environment, complains, 'SIGUSR2');
    expect(all.said).toContain('https://api.telegram.org/bot***/getMe');
    expect(marked(all)).toEqual([]);
  });

  test('in back-ups, nor by the tools', async () => {
    const all = await run({ ...telegram, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }, complains);
    const env = surroundings(all.folder, { ...telegram, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
    const tools = ['tools/backup/index.ts', 'tools/doctor/index.ts', 'tools/check/index.ts'];
    const said = tools.map((tool) => {
      const { stdout, stderr } = spawnSync(process.execPath, [tool], { env, encoding: 'utf8' });
      return stdout + stderr;
    });
    expect(filesIn(join(all.folder, 'backups'))).not.toEqual([]);
    expect(marked({ folder: all.folder, said: said.join('\n') })).toEqual([]);
  });
});
