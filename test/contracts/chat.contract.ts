import { expect, onTestFinished, test } from 'vitest';
import type { Address, ChatAdapter, Incoming } from '../../src/ports/chat.ts';
import { until } from '../support/until.ts';

/** A chat with people in front of it. */
export interface ChatUnderTest {
  readonly chat: ChatAdapter;
  /** Somebody writes in the group, or in private. Resolves when the platform has it. */
  readonly says: (name: string, text: string, place: 'group' | 'private') => Promise<void>;
  /** What can be read in the group of the bot's messages. */
  readonly shown: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** What every chat promises, however its platform works. */
export function chatContract(name: string, open: () => Promise<ChatUnderTest>): void {
  const started = async (receive?: (incoming: Incoming) => Promise<void>) => {
    const under = await open();
    const heard: Incoming[] = [];
    const note = async (incoming: Incoming) => {
      await receive?.(incoming);
      heard.push(incoming);
    };
    await under.chat.start(note, async () => {});
    onTestFinished(async () => {
      await under.chat.stop();
      await under.close();
    });
    const heardAll = (count: number) => until(() => heard.length >= count, `${count} are heard`);
    const groupOf = async (): Promise<Address> => {
      await under.says('张伟', '在', 'group');
      await heardAll(1);
      const address = heard.at(-1)?.address;
      if (address === undefined) throw new Error('nothing was heard');
      return address;
    };
    return { ...under, heard, heardAll, groupOf };
  };

  test(`${name}: what is said arrives with who said it, where and when`, async () => {
    const { chat, says, heard, heardAll } = await started();
    await says('张伟', '签到 槐花', 'group');
    await says('李娟', '+1', 'private');
    await heardAll(2);
    const [inGroup, inPrivate] = heard;
    expect(inGroup).toMatchObject({
      text: '签到 槐花',
      sender: { name: '张伟' },
      address: { kind: 'group' },
    });
    expect(inPrivate).toMatchObject({
      text: '+1',
      sender: { name: '李娟' },
      address: { kind: 'private' },
    });
    // A private chat is known from who speaks.
    expect(inPrivate?.address.chat).toBe(inPrivate?.sender.id);
    expect(inGroup?.sender.id).not.toBe(inPrivate?.sender.id);
    for (const one of heard) {
      expect(one.address.platform).toBe(chat.platform);
      expect(Number.isInteger(one.at)).toBe(true);
      expect(one.botNames.length).toBeGreaterThan(0);
    }
  });

  test(`${name}: the same person and place have the same ids, messages never`, async () => {
    const { says, heard, heardAll } = await started();
    for (const text of ['一', '二', '三']) await says('张伟', text, 'group');
    await heardAll(3);
    expect(new Set(heard.map(({ sender }) => sender.id)).size).toBe(1);
    expect(new Set(heard.map(({ address }) => JSON.stringify(address))).size).toBe(1);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(3);
  });

  test(`${name}: messages of one chat are handed over in their order, however long one takes`, async () => {
    let slow = true;
    const { says, heard, heardAll } = await started(async () => {
      if (slow) await new Promise((resolve) => setTimeout(resolve, 30));
      slow = false;
    });
    const texts = Array.from({ length: 8 }, (_, index) => `第${index}条`);
    for (const text of texts) await says('张伟', text, 'group');
    await heardAll(8);
    expect(heard.map(({ text }) => text)).toEqual(texts);
  });

  test.each(['好', '<b>&amp;</b>', '多\n行\n字', '😀👨‍👩‍👧', '1 < 2 & *x* _y_'])(
    `${name}: 「%s」 is shown as it is`,
    async (text) => {
      const { chat, shown, groupOf } = await started();
      const { messageId } = await chat.send({
        to: await groupOf(),
        text,
        choices: ['名单'],
        silent: false,
      });
      expect(messageId).not.toBe('');
      expect(shown()).toEqual([text]);
    },
  );

  test(`${name}: a newer text replaces the message where the platform can, and follows it where it cannot`, async () => {
    const { chat, shown, groupOf } = await started();
    const to = await groupOf();
    const { messageId } = await chat.send({ to, text: '共 1 人', choices: [], silent: false });
    const later = await chat.send({
      to,
      text: '共 2 人',
      choices: [],
      silent: false,
      replaces: messageId,
    });
    expect(shown()).toEqual(chat.traits.edits ? ['共 2 人'] : ['共 1 人', '共 2 人']);
    if (chat.traits.edits) expect(later.messageId).toBe(messageId);
  });

  test(`${name}: what was not received is delivered again, where the platform says that it does so`, async () => {
    let failing = true;
    let tries = 0;
    const { chat, says, heard, heardAll } = await started(async () => {
      tries += 1;
      if (failing) throw new Error('not durable');
    });
    await says('张伟', '+1', 'group').catch(() => {});
    await until(() => tries > 0, 'it was handed over');
    failing = false;
    if (!chat.traits.redelivers) return expect(heard).toEqual([]);
    await heardAll(1);
    expect(heard).toMatchObject([{ text: '+1' }]);
  });

  test(`${name}: nothing is received after it was stopped`, async () => {
    const { chat, says, heard } = await started();
    await chat.stop();
    await says('张伟', '+1', 'group').catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard).toEqual([]);
  });
}
