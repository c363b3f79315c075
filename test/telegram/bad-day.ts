import { expect } from 'vitest';
import { OneClockStage } from '../support/one-clock.ts';
import { at } from '../support/telegram.ts';
import type { Fault, Room } from '../support/telegram-server/index.ts';

/*
 * A day on which sending fails for a while, and everything that the bot has to say meanwhile: an
 * answer, a card, a notice, a word in private, a file. Each arrives once, or says that it may be
 * the second.
 */

/** For how long which requests go wrong, and how. */
export interface Trouble {
  readonly name: string;
  readonly fault: Fault;
  /** Ms. */
  readonly lasts: number;
  /** Also whatever asks, and not only what sends. */
  readonly all?: true;
  /** The platform says that nothing was sent. */
  readonly certain?: true;
}

const MARK = '（如已收到请忽略）';
const SENDING = /^(send|edit|answerCallback)/;
/** After the trouble is over everything has arrived by then, ms: no pause is longer than the trouble. */
const soonAfter = (lasts: number) => lasts + 75_000;

interface Expected {
  readonly what: string;
  readonly where: Room;
  readonly fits: RegExp;
}

/** Plays the day with this trouble at 18:00 on one day and at 8:00 on another. */
export async function badDay(trouble: Trouble): Promise<void> {
  const made = await OneClockStage.open({ begin: '2026-11-22 17:00' });
  const { stage } = made;
  const { server, group } = stage;
  const say = async (name: string, text: string, room = group, more = {}) => {
    server.say(stage.user(name), text, room, more);
    await made.rest();
  };
  const inPrivate = (name: string) => server.with(stage.user(name));

  const photo = { text: undefined, photo: [{ file_id: 'a' }], caption: '需求 3号楼灯坏了' };
  await say('吴霞', '/start', inPrivate('吴霞'));
  await say('周敏', '/start', inPrivate('周敏'));
  await say('吴霞', '', group, photo);
  await say('吴霞', '', group, { text: undefined, photo: [{ file_id: 'b' }] });
  await say('李雪梅', '/活动 28日9点 清洁家园');
  await say('张伟', '+1');
  await say('李雪梅', '/投票 做什么 A 清洁家园 B 义诊 今天18点截止');
  await made.passTo(at('2026-11-22 17:59') + 58_000);

  const during = async (happens: () => Promise<void>) => {
    const until = made.now + trouble.lasts;
    server.trouble = (method) =>
      made.now < until && (trouble.all || SENDING.test(method)) ? trouble.fault : undefined;
    await happens();
    await made.passTo(until);
    server.trouble = () => undefined;
    await made.pass(soonAfter(trouble.lasts));
  };

  await during(async () => {
    await say('张伟', '日程', inPrivate('张伟'));
    await say('李娟', '名单 E1');
    await say('王五', '需求 4号楼漏水了');
    await say('赵磊', '+1 E1');
    await say('陈刚', '/日程 文件', inPrivate('陈刚'));
    await say('吴霞', '/详情 1', inPrivate('吴霞'));
    await made.pass(trouble.all ? 0 : 2_500);
  });
  await made.passTo(at('2026-11-25 07:59') + 58_000);
  await during(() => made.pass(2_500));

  const expected: readonly Expected[] = [
    { what: 'an answer in private', where: inPrivate('张伟'), fits: /^接下来：/ },
    { what: 'an answer in the group', where: group, fits: /^E1 清洁家园.*\n(.*\n)*.*张伟/ },
    { what: 'a new card', where: group, fits: /4号楼漏水了/ },
    { what: 'a card that is edited', where: group, fits: /报名：张伟、赵磊/ },
    { what: 'a notice', where: group, fits: /【还有 3 天】/ },
    { what: 'the result of a poll', where: group, fits: /投票结束/ },
    { what: 'a file', where: inPrivate('陈刚'), fits: /日程|日历/ },
    { what: 'photos', where: inPrivate('吴霞'), fits: /#1 提出时/ },
    { what: 'a word in private', where: inPrivate('周敏'), fits: /签到口令是/ },
  ];
  const saidIn = (room: Room) =>
    room.messages
      .filter(({ from }) => from?.id === server.bot.id)
      .map(({ text = '', caption = '' }) => `${text}${caption}`);
  const missing = expected.filter(
    ({ where, fits }) => !saidIn(where).some((one) => fits.test(one)),
  );
  expect(missing.map(({ what }) => what)).toEqual([]);
  const twins = [...server.rooms.values()].flatMap((room) => twinsIn(saidIn(room)));
  expect(twins).toEqual([]);
  const marked = [...server.rooms.values()].flatMap(saidIn).filter((one) => one.includes(MARK));
  if (trouble.certain) expect(marked).toEqual([]);
  expect(server.problems).toEqual([]);
}

/** Texts that stand twice without a word that one may be the second. */
function twinsIn(texts: readonly string[]): readonly string[] {
  // One is said each morning, and the two photos have one caption.
  const certain = texts.filter((text) => !text.includes(MARK) && !text.startsWith('早上好'));
  const [photos, unmarked] = [true, false].map((isPhoto) =>
    certain.filter((text) => text.startsWith('#1 提出时') === isPhoto),
  ) as [string[], string[]];
  const twins = unmarked.filter((text, index) => unmarked.indexOf(text) !== index);
  return [...twins, ...photos.slice(2)];
}
