import type { Server } from 'node:http';
import type { UserFromGetMe } from 'grammy/types';
import {
  type Address,
  type ChatAdapter,
  ChatUnusable,
  type ConnectionStatus,
  type Incoming,
  type MenuItem,
  type Notice,
  type Outgoing,
  SendFailed,
} from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Text } from '../../src/ports/text.ts';
import { Buttons } from './buttons.ts';
import { Client, TelegramError } from './client.ts';
import { ConnectionTracker } from './connection.ts';
import { isRefused, unavailable } from './failures.ts';
import { Hearing } from './hearing.ts';
import { later, type Timing } from './later.ts';
import { type Line, lineOf } from './line.ts';
import { linkOf, wordsInLinks } from './links.ts';
import { listenByPolling, listenToWebhook } from './listen.ts';
import { Menus, setMenus } from './menus.ts';
import { documented, type Limits, Pace } from './pace.ts';
import { type SendingParts, send } from './send.ts';
import { accountOf, type TelegramSettings } from './settings.ts';
import { title, titleOf, traits } from './traits.ts';
import { Updates } from './updates.ts';

export interface TelegramParts {
  readonly settings: TelegramSettings;
  readonly clock: Clock;
  readonly log: Log;
  /** Other than what Telegram documents, where it is another server. */
  readonly limits?: Limits;
  /** How long a poll waits for updates, s. */
  readonly pollTimeout?: number;
}

/** What works once Telegram has told who the bot is. */
interface Connected {
  readonly me: UserFromGetMe;
  readonly menus: Menus;
  readonly sending: SendingParts;
}

/** How long it takes at least until a connection is tried again, ms. */
const CONNECT_AGAIN = 5_000;
/** And when it was refused meanwhile, ms. */
const REFUSED_AGAIN = 60_000;

export class Telegram implements ChatAdapter {
  readonly platform = 'telegram';
  readonly account: string;
  readonly traits = traits;
  private readonly parts: TelegramParts;
  private readonly pace: Pace;
  private readonly tracker: ConnectionTracker;
  private readonly stopping = new AbortController();
  private connected: Connected | undefined;
  private line: Line | undefined;
  private menu: readonly MenuItem[] = [];
  private polling: Promise<void> = Promise.resolve();
  private notice: (notice: Notice) => Promise<void> = async () => {};
  private server: Server | undefined;

  constructor(parts: TelegramParts) {
    this.parts = parts;
    this.account = accountOf(parts.settings.token);
    this.pace = new Pace(parts.clock, parts.limits ?? documented);
    this.tracker = new ConnectionTracker({
      clock: parts.clock,
      tell: (status) => this.tell(status),
    });
  }

  /**
   * @throws ChatUnusable when Telegram refuses the token; when it cannot be reached, it is tried
   * until it can be.
   */
  async start(
    receive: (incoming: Incoming) => Promise<void>,
    notice: (notice: Notice) => Promise<void>,
  ): Promise<void> {
    this.notice = notice;
    const client = await Client.make(this.parts.settings.token, this.parts.settings.root);
    this.line = lineOf(client, this.timing, () => this.ready());
    const connect = () => this.connect(client, receive);
    try {
      await connect();
    } catch (error) {
      if (!(error instanceof TelegramError)) throw error;
      this.tracker.fails('unreachable');
      this.parts.log.warn('telegram: not reachable; trying again', { code: error.code });
      this.connectLater(connect);
    }
  }

  /** With the bot's own name where there are several. */
  get title(): Text {
    const { isOneOfSeveral } = this.parts.settings;
    if (isOneOfSeveral === undefined) return title;
    const { username } = this.connected?.me ?? {};
    return titleOf(username === undefined ? this.account : `@${username}`);
  }

  /** What waits for Telegram can go. */
  private ready(): void {
    if (this.connected === undefined || this.signal.aborted) return;
    this.notice({ kind: 'ready', platform: this.platform, account: this.account }).catch(
      (error: unknown) => this.parts.log.error('telegram: what waits was not told', error),
    );
  }

  private connectLater(connect: () => Promise<void>, pause = CONNECT_AGAIN): void {
    later(this.timing, pause, () => {
      connect().catch((error: unknown) => {
        if (this.signal.aborted) return;
        // A refusal may be a passing one too: a proxy's, a token that is being renewed.
        const refused = !(error instanceof TelegramError);
        this.tracker.fails(refused ? 'refused' : 'unreachable');
        if (refused) this.parts.log.error('telegram: cannot be connected; trying again', error);
        this.connectLater(connect, refused ? REFUSED_AGAIN : CONNECT_AGAIN);
      });
    });
  }

  private async connect(
    client: Client,
    receive: (incoming: Incoming) => Promise<void>,
  ): Promise<void> {
    const { clock, log, settings: given } = this.parts;
    const { notice } = this;
    const me = await client.call('getMe', undefined).catch((error: unknown) => {
      throw isRefused(error) ? new ChatUnusable(REFUSED) : error;
    });
    if (this.signal.aborted) return;
    const buttons = new Buttons(given.token);
    const menus = new Menus(client, this.menu, log);
    const link = (words: string) => linkOf(words, me.username);
    this.connected = { me, menus, sending: { client, pace: this.pace, buttons, link, notice } };
    const hearing = new Hearing(client, me, clock);
    const updates = new Updates({ client, buttons, hearing, me, clock, log, receive, notice });
    await this.listen(client, updates);
    this.tracker.works();
    this.ready();
    setMenus(menus, this.timing);
    log.info('telegram: connected', {
      bot: me.username,
      mode: given.webhook ? 'webhook' : 'polling',
    });
  }

  private async listen(client: Client, updates: Updates): Promise<void> {
    const { clock, log, settings: given, pollTimeout } = this.parts;
    const handle = updates.handle.bind(updates);
    const { webhook } = given;
    const parts = { client, handle, webhook, clock, log, connection: this.tracker, pollTimeout };
    if (webhook !== undefined) this.server = await listenToWebhook(parts, webhook, this.server);
    else this.polling = (await listenByPolling(parts, this.signal)).ended;
  }

  /** Where updates that are posted are taken; undefined when they are asked for. */
  get webhookPort(): number | undefined {
    const address = this.server?.address();
    return typeof address === 'object' ? address?.port : undefined;
  }

  private get signal(): AbortSignal {
    return this.stopping.signal as AbortSignal;
  }

  private get timing(): Timing {
    const { clock, log } = this.parts;
    return { clock, log, signal: this.signal };
  }

  wordsInLinks(text: string): readonly string[] {
    return wordsInLinks(text);
  }

  connection(): ConnectionStatus {
    return this.tracker.status;
  }

  private tell(status: ConnectionStatus): void {
    const { platform, account } = this;
    this.notice({ kind: 'connection', platform, account, status }).catch((error: unknown) =>
      this.parts.log.error('telegram: nobody could be told about the connection', error),
    );
  }

  async acquireSlot(to: Address, urgent: boolean): Promise<number> {
    if (this.connected === undefined || this.line?.inDoubt) return CONNECT_AGAIN;
    const later = await this.pace.acquireSlot(to.chat, to.kind === 'group', urgent);
    return later === 0 && this.line?.inDoubt ? CONNECT_AGAIN : later;
  }

  roomLeft(to: Address): number {
    return to.kind === 'group' ? this.pace.roomIn(to.chat) : Number.POSITIVE_INFINITY;
  }

  async send(
    outgoing: Outgoing,
    onPartSent: (parts: number) => unknown = () => {},
  ): Promise<{ readonly messageId: string }> {
    if (this.connected === undefined)
      throw new SendFailed('refused', 'not connected', CONNECT_AGAIN);
    return send(outgoing, this.connected.sending, onPartSent);
  }

  offerMenu(items: readonly MenuItem[]): void {
    this.menu = items;
  }

  menuFor(place: Address, user: string, whose: MenuItem['for']): void {
    this.connected?.menus.show(place, user, whose);
  }

  async fetch(photo: string): Promise<Uint8Array> {
    if (this.connected === undefined) throw new Error('not connected');
    return this.connected.sending.client.file(photo).catch((error: unknown) => {
      throw unavailable(error);
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.tracker.stop();
    this.line?.stop();
    this.pace.release();
    await this.polling;
    const { server } = this;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    // What is cut off here was not acknowledged and comes again.
    server.closeAllConnections();
    await closed;
  }
}

const REFUSED = {
  zh: 'Telegram 不认这个令牌：请到 @BotFather 再复制一次（/mybots → 机器人 → API Token），写进 TELEGRAM_BOT_TOKEN',
  en: 'Telegram refuses the token: copy it again from @BotFather (/mybots → the bot → API Token) into TELEGRAM_BOT_TOKEN',
};
