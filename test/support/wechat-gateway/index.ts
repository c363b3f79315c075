import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log, types } from 'wechaty-puppet';
import { Account } from './account.ts';
import { Ear } from './ear.ts';
import { Line } from './line.ts';
import { LabPuppet } from './puppet.ts';
import { LabServer } from './server.ts';
import {
  type Chat,
  type File,
  type Message,
  type Person,
  type Room,
  type Said,
  World,
} from './world.ts';

export type { File, Message, Person, Room, Said } from './world.ts';

log.level('silent');

export interface GatewayOptions {
  /** 0, if nothing is said, is any free port. */
  readonly port?: number;
  /** The bot's name in WeChat. */
  readonly name?: string;
  /** Whether the account is logged in from the beginning; otherwise `scan` and `login` are. */
  readonly online?: boolean;
}

export interface Saying {
  /** The message's own id. */
  readonly id?: string;
  /** Ms; now if nothing is said. */
  readonly at?: number;
  readonly mentions?: readonly Person[];
  readonly type?: keyof typeof types.Message;
  readonly file?: File;
  /** Where a `Url` leads. */
  readonly url?: string;
}

/**
 * A wechaty-puppet-service gateway on loopback, with a puppet and a WeChat of our own behind it.
 * People speak to the bot, what it says to them is kept, and the line, the gateway and the login go
 * wrong when told.
 */
export class WechatGateway {
  readonly token = 'insecure_lab';
  /** The way to it: `cut`, `down`, `up`, `freeze`, `thaw`. */
  readonly line: Line;
  /** The login: `login`, `kick`, `scan`, `relogin`, `beat`; what was asked of it. */
  readonly account: Account;
  private readonly world: World;
  private readonly ear: Ear;
  private readonly folder = mkdtempSync(join(tmpdir(), 'wechat-gateway-'));
  private server: LabServer;
  private puppet: LabPuppet;
  private starts = 0;

  private constructor({ port = 0, name = '小联', online = true }: GatewayOptions) {
    this.world = new World(name);
    this.world.online = online;
    this.ear = new Ear(this.world);
    this.account = new Account(this.world, () => this.puppet);
    this.line = new Line(port);
    [this.puppet, this.server] = this.fresh();
  }

  static async start(options: GatewayOptions = {}): Promise<WechatGateway> {
    const gateway = new WechatGateway(options);
    await gateway.run();
    return gateway;
  }

  get endpoint(): string {
    return `127.0.0.1:${this.line.port}`;
  }

  /** Who the account belongs to; what they say themselves comes from their phone. */
  get bot(): Person {
    return this.world.bot;
  }

  /** Clients that get events now: a gateway serves one. */
  get attached(): number {
    // Only what writes to an attached client listens to this one.
    return this.puppet.listenerCount('dong');
  }

  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The gateway is started anew, with the same account, people, rooms and address. */
  async restart(): Promise<void> {
    await this.halt();
    [this.puppet, this.server] = this.fresh();
    await this.run();
  }

  person(
    name: string,
    { id, friend = true }: { readonly id?: string; readonly friend?: boolean } = {},
  ): Person {
    return this.world.addPerson(name, id, friend);
  }

  /** A room of the bot and these people. */
  room(topic: string, people: readonly Person[], id?: string): Room {
    return this.world.addRoom(topic, people, id);
  }

  /** Somebody says something in a room, or to the bot; the bot's account itself to anybody. */
  say(person: Person, text: string, chat: Chat = person, more: Saying = {}): Message {
    const {
      id = this.world.newMessageId(),
      at = Date.now(),
      mentions = [],
      type = 'Text',
      ...rest
    } = more;
    const ids = mentions.map((mentioned) => mentioned.id);
    const message = { ...rest, id, talker: person, chat, type, text, mentions: ids, timestamp: at };
    this.puppet.announce(this.world.addMessage(message));
    return message;
  }

  image(person: Person, file: File, chat: Chat = person, more: Saying = {}): Message {
    return this.say(person, '', chat, { ...more, type: 'Image', file });
  }

  /** The gateway tells of a message once more. */
  repeat(message: Message): void {
    this.puppet.announce(message);
  }

  join(room: Room, person: Person, by: Person = person): void {
    room.members.push(person);
    const who = { inviteeIdList: [person.id], inviterId: by.id };
    this.puppet.changed(room).emit('room-join', { ...who, roomId: room.id, timestamp: Date.now() });
  }

  /** Somebody leaves, or is removed; the bot as well. */
  leave(room: Room, person: Person, by: Person = person): void {
    room.members.splice(room.members.indexOf(person), 1);
    const who = { removeeIdList: [person.id], removerId: by.id };
    this.puppet
      .changed(room)
      .emit('room-leave', { ...who, roomId: room.id, timestamp: Date.now() });
  }

  retitle(room: Room, topic: string, by: Person): void {
    const what = { oldTopic: room.topic, newTopic: topic };
    room.topic = topic;
    this.puppet
      .changed(room)
      .emit('room-topic', { ...what, changerId: by.id, roomId: room.id, timestamp: Date.now() });
  }

  rename(person: Person, name: string): void {
    person.name = name;
    this.puppet.dirtyPayload(types.Dirty.Contact, person.id);
  }

  /** What the bot said there, in order. */
  said(chat: Chat): readonly Said[] {
    return this.ear.said(chat);
  }

  /** The files that the bot sent there, in order. */
  files(chat: Chat): readonly File[] {
    return this.ear.files(chat);
  }

  /**
   * Waits for the next text of the bot there that has this in it, after the last one that was
   * waited for.
   */
  next(chat: Chat, what: string | RegExp = '', within = 15_000): Promise<Said> {
    return this.ear.next(chat, what, within);
  }

  nextFile(chat: Chat, within = 15_000): Promise<File> {
    return this.ear.nextFile(chat, within);
  }

  onSaid(listener: (message: Message) => void): void {
    this.world.sends.on('sent', listener);
  }

  /** Sends fail with this until `accept`. */
  refuse(reason: string): void {
    this.world.refusal = reason;
  }

  /** As `refuse`, from the second one on. */
  refuseAfterNext(reason: string): void {
    this.world.sends.once('sent', () => this.refuse(reason));
  }

  accept(): void {
    this.world.refusal = undefined;
  }

  /** The next send is carried out, and the line is cut before the bot is told so. */
  loseNext(): void {
    this.world.sends.once('sent', () => this.line.cut());
  }

  private fresh(): [LabPuppet, LabServer] {
    this.starts += 1;
    const puppet = new LabPuppet(this.world);
    return [puppet, new LabServer(puppet, this.token, join(this.folder, String(this.starts)))];
  }

  private async run(): Promise<void> {
    await this.server.start();
    await this.puppet.start();
    this.line.target = this.server.path;
    await this.line.up();
  }

  /** First the line, so that nobody hears of a logout that there is none. */
  private async halt(): Promise<void> {
    await this.line.down();
    await this.server.stop();
    await this.puppet.shut();
  }
}

/** A text that answers somebody's words, as WeChat writes it. */
export function quoted(name: string, words: string, answer: string): string {
  return `「${name}：${words}」\n- - - - - - - - - - - - - - -\n${answer}`;
}
