import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Checked } from '../../adapters/registration.ts';
import { checkToken } from '../../adapters/telegram/check.ts';
import { isZone } from '../../src/core/time.ts';
import { checkAll } from '../../tools/check/checks.ts';
import { askAll } from '../../tools/setup/dialog.ts';
import { withSettings } from '../../tools/setup/env-file.ts';
import { temporaryFolder } from '../support/conversation.ts';
import { TelegramServer } from '../support/telegram-server/index.ts';

const TOKEN = '123456:abcdefghijklmnopqrstuvwxyzabcdefghij';
const GOOD: Checked = { state: 'well', text: { zh: '认得', en: 'known' } };
const BAD: Checked = { state: 'wrong', text: { zh: '不认', en: 'refused' } };

describe('the dialog of setting up', () => {
  async function answered(
    answers: readonly string[],
    known: Record<string, string> = {},
    checks: readonly Checked[] = [GOOD],
  ) {
    const left = [...answers];
    const tries = [...checks];
    const secrets: boolean[] = [];
    const said: string[] = [];
    const found = await askAll(
      {
        ask: async (_, secret = false) => {
          secrets.push(secret);
          return left.shift() ?? '';
        },
        say: ({ zh }) => void said.push(zh),
        checkToken: async () => tries.shift() ?? GOOD,
        isZone,
      },
      known,
    );
    return { ...found, secrets, said: said.join('\n'), left };
  }

  it('asks for Telegram until a token is one and is known, and hides it', async () => {
    const { settings, said, secrets, left } = await answered(
      ['天星联盟', '1', 'nonsense', TOKEN, TOKEN, '', ''],
      {},
      [BAD, GOOD],
    );
    expect(settings).toMatchObject({ TELEGRAM_BOT_TOKEN: TOKEN, LIANLUO_ZONE: 'Asia/Shanghai' });
    expect(settings).not.toHaveProperty('RELAY');
    expect(said).toContain('✗ 不认');
    expect(said).not.toContain(TOKEN);
    expect(secrets).toEqual([false, false, true, true, true, false, true]);
    expect(left).toEqual([]);
  });

  it.each([
    ['3', { RELAY: 'wechat' }],
    ['１、３', { RELAY: 'wechat', TELEGRAM_BOT_TOKEN: TOKEN }],
    ['1 3', { RELAY: 'wechat', TELEGRAM_BOT_TOKEN: TOKEN }],
  ])('takes %s as people write it', async (chosen, settings) => {
    const tokens = chosen === '3' ? [] : [TOKEN];
    expect((await answered(['', chosen, ...tokens, '', ''])).settings).toMatchObject(settings);
  });

  it('asks again for a choice, a zone and a passphrase that cannot be used', async () => {
    const { settings, alliance } = await answered([
      '',
      'x',
      '3',
      'Asia/Shanghia',
      'Asia/Urumqi',
      'short',
      'long enough',
    ]);
    expect(settings).toMatchObject({
      LIANLUO_ZONE: 'Asia/Urumqi',
      BACKUP_PASSPHRASE: 'long enough',
    });
    expect(alliance).toBe('幸福里联盟');
  });

  it('keeps what is there where nothing is answered', async () => {
    const known = {
      TELEGRAM_BOT_TOKEN: TOKEN,
      BACKUP_PASSPHRASE: 'the old passphrase',
      LIANLUO_ZONE: 'Asia/Macau',
    };
    expect((await answered(['', '1', '', '', ''], known)).settings).toMatchObject(known);
  });
});

describe('the file that it writes', () => {
  it('gives back every value to the letter and leaves other lines as they are', () => {
    const value = fc
      .string({ unit: 'grapheme-ascii' })
      .filter(
        (text) =>
          !/[`\\]/.test(text) &&
          text.trim() === text &&
          !(text.includes("'") && text.includes('"')),
      );
    fc.assert(
      fc.property(value, value, (token, other) => {
        const before = `# mine\nOTHER='kept'\nTOKEN=old\r\nTOKEN=older\n`;
        const after = withSettings(before, { TOKEN: token, NEW: other, GONE: undefined });
        expect(parseEnv(after)).toEqual({ OTHER: 'kept', TOKEN: token, NEW: other });
        expect(after.startsWith("# mine\nOTHER='kept'\n")).toBe(true);
        expect(withSettings(after, { TOKEN: token, NEW: other })).toBe(after);
      }),
    );
  });

  it('takes a setting out', () => {
    expect(withSettings('A=1\nB=2\n', { A: undefined })).toBe('B=2\n');
  });
});

describe('the token', () => {
  it('is tried at the Bot API, and is in nothing that is said', async () => {
    const server = await TelegramServer.start();
    onTestFinished(() => server.stop());
    const good = await checkToken({ token: server.token, root: server.root });
    expect(good).toMatchObject({
      state: 'well',
      text: { zh: expect.stringContaining('@lianluo_bot') },
    });
    const bad = await checkToken({ token: TOKEN, root: server.root });
    expect(bad.state).toBe('wrong');
    const none = await checkToken({ token: TOKEN, root: 'http://127.0.0.1:9' });
    expect(none.state).toBe('unknown');
    for (const { text } of [good, bad, none])
      expect(text.zh + text.en).not.toMatch(/AAF-a_token|abcdefghij/);
  });
});

describe('npm start -- --check', () => {
  async function checked(environment: Record<string, string>) {
    const found: Checked[] = [];
    for await (const one of checkAll({ DATA_DIR: `${temporaryFolder()}/store`, ...environment }))
      found.push(one);
    return found;
  }
  const wrong = (found: readonly Checked[]) =>
    found.filter(({ state }) => state === 'wrong').map(({ text }) => text.en);

  it('finds nothing wrong with the example', async () => {
    expect(wrong(await checked({}))).toEqual([]);
  });

  it('names a misspelt setting, one that cannot be used, a refused token and a wrong clock', async () => {
    const server = await TelegramServer.start();
    onTestFinished(() => server.stop());
    expect(wrong(await checked({ TELEGRAM_TOKEN: 'x' }))[0]).toContain('TELEGRAM_TOKEN');
    expect(wrong(await checked({ LOG_LEVEL: 'loud' }))[0]).toContain('LOG_LEVEL');
    const set = { TELEGRAM_API_ROOT: server.root };
    expect(wrong(await checked({ ...set, TELEGRAM_BOT_TOKEN: TOKEN }))[0]).toContain(
      'refuses the token',
    );
    const real = { ...set, TELEGRAM_BOT_TOKEN: server.token };
    expect(wrong(await checked(real))).toEqual([]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    onTestFinished(() => void vi.useRealTimers());
    expect(wrong(await checked(real))[0]).toMatch(/about 60 min ahead/);
  });

  it('names a folder that cannot be made', async () => {
    expect(wrong(await checked({ DATA_DIR: '/proc/none/store' }))[0]).toContain(
      'cannot be written to',
    );
  });
});
