import { FileBox, type FileBoxInterface } from 'file-box';
import { type Puppet, type payloads, types } from 'wechaty-puppet';
import { PuppetMock } from 'wechaty-puppet-mock';
import type { Chat, File, Message, Room, World } from './world.ts';

/**
 * By its types the mock returns nothing from a send; a puppet may return the message's id, and this
 * one does.
 */
const Mock = PuppetMock as unknown as new (options: { readonly timeoutSeconds: number }) => Puppet;

/**
 * A puppet over our own world. It says of itself what PuppetMock makes up: people, rooms, messages,
 * files.
 */
export class LabPuppet extends Mock {
  private readonly world: World;
  private shutting = false;

  constructor(world: World) {
    // The watchdog would log the account out after a minute without heartbeats.
    super({ timeoutSeconds: 86_400 });
    this.world = world;
  }

  override async onStart(): Promise<void> {
    if (this.world.online) this.login(this.world.bot.id);
  }

  override async onStop(): Promise<void> {
    if (!this.shutting) this.world.asked.stop += 1;
  }

  /** As `stop`, which clients call, but by ourselves. */
  async shut(): Promise<void> {
    this.shutting = true;
    await this.stop();
  }

  /** By a client; `kick` is ours. */
  override async logout(reason?: string): Promise<void> {
    this.world.asked.logout += 1;
    this.world.online = false;
    await super.logout(reason);
  }

  async kick(reason: string): Promise<void> {
    await super.logout(reason);
  }

  override ding(data = ''): void {
    setImmediate(() => this.emit('dong', { data }));
  }

  /** Says to whoever is attached that there is this message; twice when called twice. */
  announce(message: Message): void {
    this.emit('message', { messageId: message.id });
  }

  /** A room is not as it was; what is told of it next is read anew. */
  changed(room: Room): this {
    this.cache.room.delete(room.id);
    return this;
  }

  override async contactList(): Promise<string[]> {
    return this.world.people.map(({ id }) => id);
  }

  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    const { name, friend } = found(this.world.people, id);
    return {
      id,
      name,
      friend,
      avatar: '',
      gender: types.ContactGender.Unknown,
      phone: [],
      type: types.Contact.Individual,
    };
  }

  override async roomList(): Promise<string[]> {
    return this.world.rooms
      .filter(({ members }) => members.includes(this.world.bot))
      .map(({ id }) => id);
  }

  override async roomMemberList(id: string): Promise<string[]> {
    return found(this.world.rooms, id).members.map((member) => member.id);
  }

  override async roomRawPayload(id: string): Promise<payloads.Room> {
    const { topic } = found(this.world.rooms, id);
    return { id, topic, adminIdList: [], memberIdList: await this.roomMemberList(id) };
  }

  override async roomMemberRawPayload(roomId: string, id: string): Promise<payloads.RoomMember> {
    const room = found(this.world.rooms, roomId);
    const member = found(room.members, id);
    return { id, name: member.name, avatar: '', roomAlias: room.nicknames.get(member) ?? '' };
  }

  override async messageRawPayload(id: string): Promise<payloads.Message> {
    const { talker, chat, type, text, mentions, timestamp, file } = this.message(id);
    const { bot } = this.world;
    const listener = talker === bot ? chat : bot;
    return {
      id,
      text,
      timestamp,
      talkerId: talker.id,
      type: types.Message[type as keyof typeof types.Message],
      filename: file?.name ?? '',
      ...('members' in chat
        ? { roomId: chat.id, mentionIdList: [...mentions] }
        : { listenerId: listener.id }),
    };
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    const { file } = this.message(id);
    if (file === undefined) throw new Error(`no file in message ${id}`);
    return FileBox.fromBase64(file.bytes.toString('base64'), file.name);
  }

  override messageImage(id: string): Promise<FileBoxInterface> {
    return this.messageFile(id);
  }

  override async messageUrl(id: string): Promise<payloads.UrlLink> {
    const { text, url = '' } = this.message(id);
    return { title: text, url };
  }

  override async messageMiniProgram(id: string): Promise<payloads.MiniProgram> {
    return { title: this.message(id).text };
  }

  override async messageSendText(
    chatId: string,
    text: string,
    mentions: string[] = [],
  ): Promise<string> {
    return this.send(this.chat(chatId), { text, mentions, type: 'Text' });
  }

  override async messageSendFile(chatId: string, box: FileBoxInterface): Promise<string> {
    const chat = this.chat(chatId);
    const file: File = { name: box.name, bytes: await box.toBuffer() };
    const type = /\.(png|jpe?g|gif)$/i.test(box.name) ? 'Image' : 'Attachment';
    return this.send(chat, { text: '', mentions: [], type, file });
  }

  private send(chat: Chat, what: Pick<Message, 'text' | 'mentions' | 'type' | 'file'>): string {
    const { bot, refusal } = this.world;
    if (!this.isLoggedIn) throw new Error('not logged in');
    if (refusal !== undefined) throw new Error(refusal);
    if ('members' in chat ? !chat.members.includes(bot) : !chat.friend)
      throw new Error(strangers(chat));
    const id = this.world.newMessageId();
    const message: Message = { ...what, id, talker: bot, chat, timestamp: Date.now() };
    this.world.addSent(message);
    this.announce(message);
    return id;
  }

  private chat(id: string): Chat {
    return found<Chat>([...this.world.rooms, ...this.world.people], id);
  }

  private message(id: string): Message {
    const message = this.world.messages.get(id);
    if (message === undefined) throw new Error(`no payload found for id ${id}`);
    return message;
  }
}

function found<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const one = all.find((each) => each.id === id);
  if (one === undefined) throw new Error(`no payload found for id ${id}`);
  return one;
}

function strangers(chat: Chat): string {
  if ('members' in chat) return `你已不在群聊“${chat.topic}”中`;
  return `${chat.name}开启了朋友验证，你还不是他（她）朋友`;
}
