import { randomUUID } from 'node:crypto';
import type { Message } from 'wechaty';
import {
  type ChatAdapter,
  type ConnectionStatus,
  type Incoming,
  type Notice,
  type Outgoing,
  SendFailed,
} from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { InTurn } from '../in-turn.ts';
import type { Print } from '../registration.ts';
import type { Connection, Listener } from './connection.ts';
import { ConnectionKeeper } from './connection-keeper.ts';
import { Doubt } from './doubt.ts';
import { guard } from './guard.ts';
import { type Library, loadLibrary } from './library.ts';
import { hideLogin, showLogin } from './login.ts';
import { Pace } from './pace.ts';
import type { Puppets } from './puppets.ts';
import { Seen } from './seen.ts';
import type { WechatSettings } from './settings.ts';
import { lastState, type State, StateWriter } from './state.ts';
import { troubles } from './texts.ts';
import { title, traits } from './traits.ts';

/** What was said longer before the login than this arrives as history and is not acted on, ms. */
const HISTORY = 120_000;
/** How soon a sender asks again whether the connection is up, ms. */
const LOOK_AGAIN = 5_000;

export interface WechatParts {
  readonly settings: WechatSettings;
  /** Where the adapter keeps its state, inside the data folder. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly print: Print;
  /** Other than by the settings: where a test has puppets of its own. */
  readonly puppets?: Puppets;
}

export class Wechat implements ChatAdapter {
  readonly platform = 'wechat';
  readonly title = title;
  readonly traits = traits;
  private readonly parts: WechatParts;
  private readonly pace: Pace;
  private readonly seen = new Seen();
  private readonly chats = new InTurn();
  private readonly doubt: Doubt;
  private readonly writer: StateWriter;
  private loaded: Library | undefined;
  private keeper: ConnectionKeeper | undefined;
  private self = '';
  private loginAt = 0;
  private tooOld = 0;
  private receive: (incoming: Incoming) => Promise<void> = async () => {};
  private notice: (notice: Notice) => Promise<void> = async () => {};
  private letGo = () => {};

  constructor(parts: WechatParts) {
    this.parts = parts;
    this.pace = new Pace(parts.clock, parts.settings.pace, () => this.throttledOrNot());
    this.writer = new StateWriter(parts, () => this.state);
    this.doubt = new Doubt(parts.clock, () => this.ready());
  }

  /**
   * @throws ChatUnusable when the puppet is not installed. A gateway that is away is tried until it
   * is there.
   */
  async start(
    receive: (incoming: Incoming) => Promise<void>,
    notice: (notice: Notice) => Promise<void>,
  ): Promise<void> {
    const { clock, log, folder } = this.parts;
    this.receive = receive;
    this.notice = notice;
    this.loaded = await loadLibrary(this.parts);
    this.letGo = guard(this.parts.settings.puppet, log);
    const before = await lastState(folder);
    this.pace.countBefore(before?.sent.map((at) => clock.now() - at) ?? []);
    this.keeper = new ConnectionKeeper({
      clock,
      log,
      connect: (answers) => this.connect(answers),
      tell: (status) => this.tell(status),
      lastUp: before?.up,
    });
    this.keeper.start();
  }

  private connect(answers: boolean): Connection {
    const { clock, log } = this.parts;
    const { puppets, connection } = this.needed;
    return new connection.Connection(puppets, { clock, log, answers, listener: this.listener() });
  }

  private listener(): Listener {
    const { folder, print, log, settings } = this.parts;
    return {
      login: async (self) => {
        this.self = settings.stableIds ? 'wechat' : `session:${self}`;
        this.loginAt = this.parts.clock.now();
        await hideLogin(folder).catch((error: unknown) =>
          log.error('wechat: the login code was not removed', error),
        );
        await this.notice({ kind: 'account', platform: this.platform, account: this.self });
        this.keeper?.loggedIn();
        this.doubt.over();
        this.ready();
        this.writer.write();
        log.info('wechat: logged in', { stableIds: settings.stableIds });
      },
      logout: () => this.keeper?.needsLogin('kicked'),
      scan: async (url) => {
        this.keeper?.needsLogin('scan');
        await showLogin(url, folder, print);
      },
      message: (message) => this.hear(message),
      alive: () => this.doubt.over(),
      room: (id, kind) => {
        const address = {
          platform: this.platform,
          account: this.self,
          kind: 'group',
          chat: id,
        } as const;
        return this.notice({ kind, address });
      },
    };
  }

  /** Hands over what was said; only what was said in the same chat waits for what comes of it. */
  private async hear(message: Message): Promise<void> {
    if (!this.seen.first(message.id)) return;
    if (!message.self() && message.date().getTime() < this.loginAt - HISTORY) {
      this.tooOld += 1;
      return;
    }
    const incoming = await this.needed.receive.incomingOf(message, this.self);
    if (incoming === undefined) return;
    void this.chats.run(`${incoming.address.kind} ${incoming.address.chat}`, () =>
      this.pass(incoming),
    );
  }

  /** Who has to say it again is told so by whoever could not remember it. */
  private async pass(incoming: Incoming): Promise<void> {
    try {
      await this.receive(incoming);
    } catch (error) {
      this.parts.log.error('wechat: a message was not kept', error);
    }
  }

  private get needed(): Library {
    if (this.loaded === undefined) throw new Error('the chat was not started');
    return this.loaded;
  }

  connection(): ConnectionStatus {
    const status: ConnectionStatus = this.keeper?.status ?? {
      state: 'down',
      since: this.parts.clock.now(),
      why: troubles.unreachable,
    };
    const { throttled } = this.pace;
    const tooOld = this.tooOld === 0 ? {} : { tooOld: this.tooOld };
    if (status.state !== 'up' || throttled === undefined) return { ...status, ...tooOld };
    return { ...status, ...tooOld, state: 'slow', why: troubles[throttled.why] };
  }

  /** What waits to be sent can go. */
  private ready(): void {
    this.notice({ kind: 'ready', platform: this.platform }).catch((error: unknown) =>
      this.parts.log.error('wechat: what waits was not told', error),
    );
  }

  private throttledOrNot(): void {
    const status = this.connection();
    if (status.state === 'slow' || status.state === 'up') this.tell(status);
  }

  private tell(status: ConnectionStatus): void {
    const { platform } = this;
    this.notice({ kind: 'connection', platform, status }).catch((error: unknown) =>
      this.parts.log.error('wechat: nobody could be told about the connection', error),
    );
  }

  async acquireSlot({ chat }: Outgoing['to'], urgent: boolean): Promise<number> {
    const isClosed = this.keeper?.up === undefined || this.doubt.isOpen;
    return isClosed ? LOOK_AGAIN : this.pace.acquireSlot(chat, urgent);
  }

  async send(
    outgoing: Outgoing,
    onPartSent: (parts: number) => unknown = () => {},
  ): Promise<{ readonly messageId: string }> {
    const { to } = outgoing;
    const connection = this.keeper?.up;
    if (connection === undefined) throw new SendFailed('refused', 'not connected');
    if (to.account !== this.self) throw new SendFailed('unfit', 'the ids have changed');
    const { send, failureOf } = this.needed.send;
    let { partsSent = 0 } = outgoing;
    let messageId: string | undefined;
    try {
      for await (const id of send(outgoing, connection.bot, () =>
        this.pace.acquireSlot(to.chat, true),
      )) {
        if (id !== undefined) this.seen.first(id);
        messageId = id ?? messageId;
        partsSent += 1;
        await onPartSent(partsSent);
      }
    } catch (error) {
      const failed = failureOf(error, () => this.pace.tooMuch());
      if (failed.outcome === 'uncertain') this.doubt.open(() => connection.ask());
      throw failed;
    }
    return { messageId: messageId ?? randomUUID() };
  }

  async fetch(photo: string): Promise<Uint8Array> {
    const connection = this.keeper?.up;
    if (connection === undefined) throw new Error('not connected');
    return this.needed.receive.photoOf(connection.bot, photo);
  }

  /** What is to be known after a restart, as long as somebody is logged in. */
  private get state(): State | undefined {
    if (this.keeper?.up === undefined) return undefined;
    const now = this.parts.clock.now();
    return { up: now, sent: this.pace.sentAgo.map((ago) => Math.round(now - ago)) };
  }

  async stop(): Promise<void> {
    this.doubt.end();
    await this.writer.stop();
    this.pace.release();
    await this.keeper?.stop();
    this.letGo();
  }
}
