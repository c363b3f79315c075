import type { Checked } from '../../adapters/registration.ts';
import type { Text } from '../../src/core/text.ts';
import { texts } from './texts.ts';

/** How the questions are asked. */
export interface Dialog {
  /** @param secret is not shown while it is typed. */
  readonly ask: (question: Text, secret?: boolean) => Promise<string>;
  readonly say: (text: Text) => void;
  readonly checkToken: (token: string, root: string) => Promise<Checked>;
  /** Whether a time zone is one. */
  readonly isZone: (name: string) => boolean;
}

/** What was answered: settings, and the name of the alliance for the next words. */
export interface Answers {
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly alliance: string;
}

const ROOT = 'https://api.telegram.org';

/** Asks the few questions; an empty answer takes what stands in brackets. */
export async function askAll(
  dialog: Dialog,
  known: Readonly<Record<string, string | undefined>>,
): Promise<Answers> {
  const { ask, say, isZone } = dialog;
  say(texts.hello);
  const alliance = (await ask(texts.alliance)).trim() || '幸福里联盟';
  const platforms = await choice(dialog);
  const telegram = platforms.has('1') ? await telegramSettings(dialog, known) : {};
  const gateway = platforms.has('2') ? await gatewaySettings(dialog, known) : {};
  const byHand = platforms.has('3') ? { RELAY: 'wechat' } : {};
  const before = known['LIANLUO_ZONE'] ?? 'Asia/Shanghai';
  let zone = (await ask(texts.zone(before))).trim() || before;
  while (!isZone(zone)) zone = (await ask(texts.noZone(zone))).trim() || before;
  const passphrase = await passphraseFor(dialog, known['BACKUP_PASSPHRASE']);
  return {
    alliance,
    settings: {
      ...telegram,
      ...gateway,
      ...byHand,
      LIANLUO_ZONE: zone,
      LOG_FORMAT: known['LOG_FORMAT'] ?? 'plain',
      BACKUP_PASSPHRASE: passphrase,
    },
  };
}

/** `1`, `13`, `1 和 3`, `1、3` */
async function choice({ ask }: Dialog): Promise<ReadonlySet<string>> {
  let answer = await ask(texts.platforms);
  for (;;) {
    const chosen = new Set(answer.normalize('NFKC').match(/[1-3]/g) ?? []);
    if (chosen.size > 0) return chosen;
    answer = await ask(texts.choose);
  }
}

async function telegramSettings(
  { ask, say, checkToken }: Dialog,
  known: Readonly<Record<string, string | undefined>>,
): Promise<Readonly<Record<string, string>>> {
  const kept = known['TELEGRAM_BOT_TOKEN'];
  const root = known['TELEGRAM_API_ROOT'] ?? ROOT;
  say(texts.getToken);
  for (;;) {
    const token = (await ask(texts.token(kept !== undefined), true)).trim() || (kept ?? '');
    if (!/^\d+:[\w-]{30,}$/.test(token)) {
      say(texts.noToken);
      continue;
    }
    say(texts.trying);
    const { state, text } = await checkToken(token, root);
    say({ zh: `${MARKS[state]} ${text.zh}`, en: `${MARKS[state]} ${text.en}` });
    if (state !== 'wrong') return { TELEGRAM_BOT_TOKEN: token };
  }
}

const MARKS = { well: '✓', wrong: '✗', unknown: '·' };

async function gatewaySettings(
  { ask }: Dialog,
  known: Readonly<Record<string, string | undefined>>,
): Promise<Readonly<Record<string, string | undefined>>> {
  const before = known['WECHATY_PUPPET_SERVICE_TOKEN'];
  let token = '';
  while (token === '')
    token = (await ask(texts.gatewayToken(before !== undefined), true)).trim() || (before ?? '');
  const place = known['WECHATY_PUPPET_SERVICE_ENDPOINT'];
  const endpoint = (await ask(texts.gatewayPlace(place))).trim() || place;
  return {
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_TOKEN: token,
    WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint,
  };
}

async function passphraseFor(
  { ask, say }: Dialog,
  before: string | undefined,
): Promise<string | undefined> {
  for (;;) {
    const answer = (await ask(texts.passphrase(before !== undefined), true)).trim();
    if (answer === '') return before;
    if (answer.length >= 10) return answer;
    say(texts.tooShort);
  }
}
