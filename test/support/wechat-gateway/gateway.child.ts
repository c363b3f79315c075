// A gateway as a process of its own, for tests that end it: process.ts forks it with a port and
// rooms as JSON.
import { WechatGateway } from './index.ts';
import type { FromGateway, Rooms, ToGateway } from './process.ts';

const [port, json = '{}'] = process.argv.slice(2);
const plan = JSON.parse(json) as Rooms;
const gateway = await WechatGateway.start({ port: Number(port) });
const names = [...new Set(Object.values(plan).flat())];
const people = new Map(names.map((name) => [name, gateway.person(name, { id: name })]));
const rooms = new Map(
  Object.entries(plan).map(([topic, members]) => {
    const there = members.flatMap((name) => people.get(name) ?? []);
    return [topic, gateway.room(topic, there, `${topic}@chatroom`)];
  }),
);

process.on('message', ({ name, text, topic }: ToGateway) => {
  const person = people.get(name);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  gateway.say(person, text, topic === undefined ? person : rooms.get(topic));
});
process.on('disconnect', () => process.exit());
gateway.onSaid(({ chat, text }) =>
  tell({ chat: 'members' in chat ? chat.topic : chat.name, text }),
);
tell({ port: gateway.line.port });

function tell(message: FromGateway): void {
  process.send?.(message);
}
