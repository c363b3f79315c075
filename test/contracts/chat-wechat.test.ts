import { temporaryFolder } from '../support/conversation.ts';
import { until } from '../support/until.ts';
import { wechatOn } from '../support/wechat.ts';
import { type Person, WechatGateway } from '../support/wechat-gateway/index.ts';
import { chatContract } from './chat.contract.ts';

chatContract('wechat', async () => {
  const gateway = await WechatGateway.start();
  const people = new Map<string, Person>();
  const room = gateway.room('联盟群', []);
  const user = (name: string): Person => {
    const known = people.get(name) ?? gateway.person(name);
    if (!people.has(name)) room.members.push(known);
    people.set(name, known);
    return known;
  };
  const chat = wechatOn(gateway, Date.now, temporaryFolder());
  let stopped = false;
  const stop = chat.stop.bind(chat);
  chat.stop = async () => {
    stopped = true;
    await stop();
  };
  return {
    chat,
    says: async (name, text, place) => {
      await until(() => stopped || chat.connection().state === 'up', 'the line is up');
      gateway.say(user(name), text, place === 'group' ? room : user(name));
    },
    shown: () => gateway.said(room).map(({ text }) => text),
    close: () => gateway.stop(),
  };
});
