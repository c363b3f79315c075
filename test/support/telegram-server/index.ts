import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { picture } from '../../../adapters/terminal/picture.ts';
import { FloodGate, type Rates } from './flood.ts';
import { carryOut, type Premises } from './methods.ts';
import { readBody } from './multipart.ts';
import { type Button, buttonsOf, type Params, problemsOf } from './specification.ts';
import { type Update, UpdateQueue } from './updates.ts';
import { type Chat, type Message, Refusal, Room, type User } from './world.ts';

export type { Message } from './world.ts';
export { Room } from './world.ts';

/**
 * What goes wrong with one request: an answer instead, `lost` once it was carried out, `reset`
 * before, `gateway` an HTML page, `garbled` half an answer once it was carried out, `odd` an answer
 * of another shape, `never` none at all.
 */
export type Fault =
  | 'lost'
  | 'reset'
  | 'garbled'
  | 'gateway'
  | 'odd'
  | 'never'
  | Refusal
  | { readonly retryAfter: number };

export interface ServerOptions {
  readonly now?: () => number;
  /** Loose ones, on the machine's clock, as far as they are left out. */
  readonly rates?: Partial<Rates>;
  /** Privacy mode is off. */
  readonly hearsAll?: boolean;
  readonly port?: number;
  /** The bot's id. */
  readonly account?: number;
}

const LOOSE: Rates = { perSecond: 1_000, perGroupMinute: 10_000, elapsed: () => performance.now() };

/**
 * A Bot API server on loopback. It checks every request against the specification, keeps what
 * stands in each chat, and lets people write and press; what is wrong with a request is refused as
 * Telegram would and kept in `problems`.
 */
export class TelegramServer {
  readonly token: string;
  readonly rooms = new Map<number, Room>();
  readonly queue = new UpdateQueue();
  readonly queries = new Set<string>();
  /** Presses that were answered. */
  readonly answers: { readonly query: string; readonly text: string }[] = [];
  readonly menus: Premises['menus'] = new Map();
  readonly held: Premises['held'] = new Map();
  /** The files that were given out, by their ids. */
  readonly given: string[] = [];
  readonly problems: string[] = [];
  readonly requests: { readonly method: string; readonly params: Params }[] = [];
  readonly flood: FloodGate;
  readonly bot: Premises['bot'];
  readonly now: () => number;
  answered = 0;
  /** Requests that will never be answered. */
  hanging = 0;
  /** What goes wrong with every request for now; nothing where it answers undefined. */
  trouble: (method: string, params: Params) => Fault | undefined = () => undefined;
  /** How long an answer to what was carried out is on its way, ms. */
  lag: (method: string) => number = () => 0;
  private readonly faults: {
    readonly method: string;
    readonly fault: Fault;
    of(params: Params): boolean;
  }[] = [];
  private readonly server: Server;
  private lastUser = 5_000_000_000;
  private lastQuery = 0;

  private constructor(options: ServerOptions) {
    const { now = Date.now, rates = {}, hearsAll = false, account = 987_654_321 } = options;
    this.token = `${account}:AAF-a_token_that_must_never_be_logged-x`;
    this.now = now;
    this.flood = new FloodGate({ ...LOOSE, ...rates });
    const name = { first_name: '小联', username: 'lianluo_bot' };
    this.bot = { id: account, is_bot: true, ...name, can_read_all_group_messages: hearsAll };
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(options: ServerOptions = {}): Promise<TelegramServer> {
    const server = new TelegramServer(options);
    await new Promise<void>((resolve) =>
      server.server.listen(options.port ?? 0, '127.0.0.1', resolve),
    );
    return server;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.queue.end();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  group(title: string, more: Partial<Chat> = {}): Room {
    const id = -1_002_000_000_000 - this.rooms.size;
    return this.room({ id, type: 'supergroup', title, ...more });
  }

  person(name: string): User {
    this.lastUser += 1;
    const user: User = { id: this.lastUser, is_bot: false, first_name: name };
    this.room({ id: user.id, type: 'private', first_name: name }).bot = 'stranger';
    return user;
  }

  /** The private chat of somebody with the bot. */
  with(user: User): Room {
    const room = this.rooms.get(user.id);
    if (room === undefined) throw new Error('no such person');
    return room;
  }

  /** Somebody writes; `more` are further fields of the message. */
  say(
    user: User,
    text: string,
    room: Room = this.with(user),
    more: Readonly<Record<string, unknown>> = {},
  ): Message {
    if (room.chat.type === 'private' && room.bot === 'stranger') room.bot = 'member';
    const date = Math.floor(this.now() / 1_000);
    const message: Message = {
      message_id: room.newMessageId(),
      date,
      chat: room.chat,
      from: user,
      text,
      ...more,
    };
    room.messages.push(message);
    if (this.isHeard(message, room)) this.queue.add('message', message);
    return message;
  }

  /** Somebody presses the button with this label on a message; `data` forges what is under it. */
  press(user: User, message: Message, label: string, data?: string): string {
    const button = buttonsOf(message as unknown as Params).find(
      (one: Button) => one.text === label,
    );
    if (button === undefined && data === undefined) throw new Error(`no button ${label}`);
    this.lastQuery += 1;
    const id = `${this.lastQuery}00000`;
    this.queries.add(id);
    const stood = { ...message };
    this.queue.add('callback_query', {
      id,
      from: user,
      chat_instance: '1',
      message: stood,
      data: data ?? button?.callback_data,
    });
    return id;
  }

  /** Any other update, as it stands. */
  update(kind: string, content: unknown): Update {
    return this.queue.add(kind, content);
  }

  /** The next request of this method goes wrong, or the next `of` those that are meant. */
  next(method: string, fault: Fault, of: (params: Params) => boolean = () => true): void {
    this.faults.push({ method, fault, of });
  }

  /** The newest message of the bot in a room. */
  last(room: Room): Message {
    const message = room.messages.findLast(({ from }) => from?.id === this.bot.id);
    if (message === undefined) throw new Error('the bot has said nothing there');
    return message;
  }

  room(chat: Chat): Room {
    const room = new Room(chat);
    this.rooms.set(chat.id, room);
    return room;
  }

  /** With privacy mode on: commands for this bot, replies to it, and what admins hear. */
  private isHeard({ text = '', ...message }: Message, room: Room): boolean {
    if (
      room.chat.type === 'private' ||
      this.bot.can_read_all_group_messages ||
      room.bot === 'administrator'
    )
      return true;
    const name = /^\/[a-z0-9_]+(?:@(\w+))?/i.exec(text);
    if (name !== null) return name[1] === undefined || name[1] === this.bot.username;
    const replied = message['reply_to_message'] as Message | undefined;
    return (
      replied?.from?.id === this.bot.id || Object.keys(message).some((key) => /^migrate_/.test(key))
    );
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { pathname } = new URL(request.url ?? '/', this.root);
    const [, kind, token, method = ''] = /^\/(bot|file\/bot)([^/]+)\/(.+)$/.exec(pathname) ?? [];
    if (token !== this.token) return answer(response, new Refusal(401, 'Unauthorized'));
    if (kind === 'file/bot') return this.give(method, response);
    try {
      const params = readBody(request.headers['content-type'] ?? '', Buffer.concat(chunks));
      this.requests.push({ method, params });
      const index = this.faults.findIndex((one) => one.method === method && one.of(params));
      const [fault] = index < 0 ? [] : this.faults.splice(index, 1);
      const wrong = fault?.fault ?? this.trouble(method, params);
      await this.respond(method, params, wrong, response);
    } catch (error) {
      if (!(error instanceof Refusal)) this.problems.push(String(error));
      answer(
        response,
        error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error'),
      );
    }
    this.answered += 1;
  }

  /** Gives a file out, `photos/large.jpg`; where nothing else is held under its id a picture. */
  private give(path: string, response: ServerResponse): void {
    const id = path.replace(/^photos\/|\.jpg$/g, '');
    const index = this.faults.findIndex((one) => one.method === 'file');
    if (index >= 0) this.faults.splice(index, 1);
    const file = this.held.get(id) ?? picture(id);
    if (index >= 0 || file instanceof Refusal) response.writeHead(502).end('<html>502</html>');
    else {
      this.given.push(id);
      response.end(file);
    }
  }

  private async respond(
    method: string,
    params: Params,
    fault: Fault | undefined,
    response: ServerResponse,
  ) {
    const problems = problemsOf(method, params);
    this.problems.push(...problems);
    if (problems.length > 0) throw new Refusal(400, `Bad Request: ${problems[0]}`);
    if (fault === 'gateway') {
      response
        .writeHead(502, { 'content-type': 'text/html' })
        .end('<html><h1>502 Bad Gateway</h1></html>');
      return;
    }
    if (fault === 'never') {
      this.hanging += 1;
      return;
    }
    if (fault === 'reset') {
      response.destroy();
      return;
    }
    if (fault === 'odd') {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"ok":true,"result":{}}');
      return;
    }
    if (fault instanceof Refusal) throw fault;
    if (typeof fault === 'object') this.flood.refuse(String(params['chat_id']), fault.retryAfter);
    const result = await carryOut(method, params, this);
    const lag = this.lag(method);
    if (lag > 0) await new Promise((resolve) => setTimeout(resolve, lag));
    if (fault === 'lost') response.destroy();
    else if (fault === 'garbled')
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"resu');
    else
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: true, result }));
  }
}

function answer(response: ServerResponse, { status, message, parameters }: Refusal): void {
  const body = { ok: false, error_code: status, description: message, parameters };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
