import { describe, expect, test } from 'vitest';
import { adapterSettings, settingsToCheck } from '../../adapters/index.ts';
import { checkSettings, settings as own } from '../../src/config.ts';
import { OperatorError } from '../../src/ports/operator-error.ts';

/* Every mistake in what the operator has set is named at once, before anything begins. */

type Environment = Readonly<Record<string, string>>;

async function mistakesIn(environment: Environment): Promise<readonly string[]> {
  try {
    checkSettings(await settingsToCheck(environment), environment);
    return [];
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const [zh, en] = [error.text.zh, error.text.en].map((text) => text.split('\n  ').slice(1));
    expect(zh?.map(nameIn)).toEqual(en?.map(nameIn));
    return zh ?? [];
  }
}

function nameIn(line: string): string {
  return line.slice(0, line.search(/[:[]/));
}

/** One mistake in each setting that can be wrong; the others take any text. */
const WRONG: Environment = {
  LOG_LEVEL: 'loud',
  LOG_FORMAT: 'xml',
  LIANLUO_LANG: 'fr',
  BOARD_URL: 'nix',
  STORE: 'postgres',
  STORE_URL: 'postgres:hush-hush',
  STORE_SCHEMA: 'Drop Table',
  STORE_LEASE: '1',
  STORE_NAME: 'x'.repeat(61),
  TELEGRAM_BOT_TOKEN: 'hush-hush',
  TELEGRAM_BOT_TOKENS: '1:a,hush-hush',
  TELEGRAM_API_ROOT: 'ftp://x',
  TELEGRAM_WEBHOOK_URL: 'http://x',
  TELEGRAM_WEBHOOK_SECRET: 'hush-hush',
  TELEGRAM_WEBHOOK_PORT: '70000',
  WECHATY_PUPPET: 'a puppet',
  WECHATY_PUPPET_SERVICE_ENDPOINT: 'here',
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'perhaps',
  WECHAT_STABLE_IDS: 'perhaps',
  WECHAT_PER_MINUTE: '0',
  WECHAT_PER_DAY: 'many',
  WECHAT_GAP: '-1',
  WECHAT_GROUP_GAP: '601',
  RELAY: 'pigeon',
  BACKUP_PASSPHRASE: 'hush-hush',
  LIANLUO_ZONE: 'CST+8',
  BACKUP_SCHEDULE: 'daily',
  SWEEP_SCHEDULE: '* *',
  DAILY_LINE: '25 25 * * *',
  HEALTH_PORT: '0',
  FILES_URL: 'https://hush-hush',
  FILES_ENDPOINT: 's3.hush-hush',
};
const TAKE_ANY = [
  ...['DATA_DIR', 'LOG_FILE', 'BOARD_DIR', 'BACKUP_DIR'],
  ...['FILES_REGION', 'FILES_KEY', 'FILES_SECRET'],
];

describe('mistakes in the settings', () => {
  test('of every setting there is are named at once, with the variable and an example', async () => {
    const lines = await mistakesIn(WRONG);
    const expected = Object.keys(WRONG).filter((name) => name !== 'STORE');
    expect([...new Set(lines.map(nameIn))].toSorted()).toEqual(expected.toSorted());
    for (const line of lines) expect(line).toMatch(/^(\w+)(?:\[\d\])?: .+例：\1=./);
    // What was written may be a secret.
    expect(lines.join('\n')).not.toContain('hush');
  });

  test('no setting is left out here', async () => {
    const all = Object.keys({ ...own.shape, ...(await adapterSettings()) });
    const tried = [...Object.keys(WRONG), ...TAKE_ANY];
    // What the service's token has to be depends on the puppet.
    expect(all.filter((name) => !tried.includes(name))).toEqual(['WECHATY_PUPPET_SERVICE_TOKEN']);
  });

  test('an example is one that can be used', async () => {
    const lines = await mistakesIn(WRONG);
    const examples = lines.map((line) => line.slice(line.lastIndexOf('例：') + 2).split('='));
    const given = Object.fromEntries(examples.map(([name, ...value]) => [name, value.join('=')]));
    const token = { WECHATY_PUPPET_SERVICE_TOKEN: 'puppet_service_abc' };
    expect(await mistakesIn({ ...given, ...token, STORE: 'postgres' })).toEqual([]);
  });

  test('that only show when settings are seen together are named beside the others', async () => {
    const lines = await mistakesIn({
      TELEGRAM_BOT_TOKEN: 'hush-hush',
      TELEGRAM_WEBHOOK_URL: 'https://bot.example.org',
      STORE: 'postgres',
      STORE_LEASE: '1',
      WECHATY_PUPPET: 'wechaty-puppet-service',
    });
    expect(lines.map(nameIn)).toEqual([
      'STORE_LEASE',
      'STORE_URL',
      'TELEGRAM_BOT_TOKEN',
      'TELEGRAM_WEBHOOK_SECRET',
      'WECHATY_PUPPET_SERVICE_TOKEN',
    ]);
  });

  test('what is not in use may be missing; what is misspelt is no setting', async () => {
    expect(await mistakesIn({})).toEqual([]);
    const lines = await mistakesIn({ TELEGRAM_TOKEN: 'hush', BACKUP_PASSFRASE: 'hush', HOME: '/' });
    expect(lines.map(nameIn)).toEqual(['TELEGRAM_TOKEN', 'BACKUP_PASSFRASE']);
  });
});
