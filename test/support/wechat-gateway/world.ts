import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

/** Somebody with an account. The id may change with a login, the person does not. */
export class Person {
  id: string;
  name: string;
  /** Whether the bot may write to them in private. */
  friend: boolean;

  constructor(id: string, name: string, friend: boolean) {
    this.id = id;
    this.name = name;
    this.friend = friend;
  }
}

export class Room {
  id: string;
  topic: string;
  readonly members: Person[];
  /** 群昵称, of those who have one here. */
  readonly nicknames = new Map<Person, string>();

  constructor(id: string, topic: string, members: readonly Person[]) {
    this.id = id;
    this.topic = topic;
    this.members = [...members];
  }

  /**
   * A mention as WeChat writes it: by the name in this room, ending with the narrow space of
   * mentions.
   */
  at(person: Person): string {
    return `@${this.nicknames.get(person) ?? person.name}\u2005`;
  }
}

/** A room, or the private chat of somebody with the bot. */
export type Chat = Person | Room;

export interface File {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What somebody or the bot said. */
export interface Said {
  readonly text: string;
  /** Ids of those who were mentioned, beside the text. */
  readonly mentions: readonly string[];
}

export interface Message extends Said {
  readonly id: string;
  readonly talker: Person;
  readonly chat: Chat;
  /** A name of wechaty's `types.Message`. */
  readonly type: string;
  readonly timestamp: number;
  readonly file?: File;
  readonly url?: string;
}

/** How often a client asked for what ends the session for everybody. */
export interface Asked {
  stop: number;
  logout: number;
}

/** What is true on WeChat's side, whichever gateway looks at it. */
export class World {
  readonly bot: Person;
  readonly people: Person[] = [];
  readonly rooms: Room[] = [];
  readonly messages = new Map<string, Message>();
  /** What came from the bot through a gateway, in order. */
  readonly sent: Message[] = [];
  /** Whether the bot's account is logged in. */
  online = true;
  /** Why sends are refused now. */
  refusal: string | undefined;
  readonly asked: Asked = { stop: 0, logout: 0 };
  readonly sends = new EventEmitter<{ sent: [Message] }>();
  private last = 0;

  constructor(name: string) {
    this.bot = this.addPerson(name, 'wxid_bot', false);
  }

  addPerson(name: string, id: string | undefined, friend: boolean): Person {
    const person = new Person(id ?? `wxid_${this.next()}`, name, friend);
    this.people.push(person);
    return person;
  }

  addRoom(topic: string, people: readonly Person[], id = `${this.next()}@chatroom`): Room {
    const room = new Room(id, topic, [this.bot, ...people]);
    this.rooms.push(room);
    return room;
  }

  addMessage(message: Message): Message {
    if (this.messages.has(message.id)) throw new Error(`there is a message ${message.id}`);
    this.messages.set(message.id, message);
    return message;
  }

  addSent(message: Message): void {
    this.sent.push(this.addMessage(message));
    this.sends.emit('sent', message);
  }

  /** Until something is sent, or that many ms. */
  sending(atMost: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.sends.off('sent', done);
        resolve();
      };
      const timer = setTimeout(done, atMost);
      this.sends.on('sent', done);
    });
  }

  newMessageId(): string {
    return String(7_000_000_000_000_000_000n + BigInt(this.next()));
  }

  /** As web WeChat does at a login: `@…` for people and `@@…` for rooms, for this session only. */
  renewIds(): void {
    for (const person of this.people) person.id = `@${randomUUID().replaceAll('-', '')}`;
    for (const room of this.rooms) room.id = `@@${randomUUID().replaceAll('-', '')}`;
  }

  private next(): number {
    this.last += 1;
    return 1_000 + this.last;
  }
}
