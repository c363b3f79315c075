import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../src/core/line.ts';
import { saysTooMany } from '../../src/features/activities/rules/chain/party.ts';
import { type Chain, readChains } from '../../src/features/activities/rules/chain/read-chains.ts';

const units = new Set(['恒威', '佳丽', '安康', '瑞丰', '社区', '物业', '银行']);

function read(text: string): readonly Chain[] {
  return readChains(readLine(text), (word) => units.has(word));
}

/** `张三 李四*2 赵磊@登记 张伟<恒威`: who, how many, for what, from where. */
function written(chains: readonly Chain[]): string {
  const people = chains.map((chain) =>
    chain.people
      .map(({ name, party, slot, from }) =>
        [name, party > 1 && `*${party}`, slot && `@${slot}`, from && `<${from}`]
          .filter(Boolean)
          .join(''),
      )
      .join(' '),
  );
  return people.join(' / ');
}

describe('pasted lists', () => {
  test.each([
    // Marks.
    ['1. 张三\n2. 李四', '张三 李四'],
    ['1、张三\n2、李四\n3、王五', '张三 李四 王五'],
    ['1.张三\n2.李四', '张三 李四'],
    ['１．张三\n２．李四', '张三 李四'],
    ['1） 张三\n2） 李四', '张三 李四'],
    ['(1) 张三\n(2) 李四', '张三 李四'],
    ['（1）张三\n（2）李四', '张三 李四'],
    ['【1】张三\n【2】李四', '张三 李四'],
    ['①张三\n②李四\n③王五', '张三 李四 王五'],
    ['⑴张三⑵李四', '张三 李四'],
    ['#接龙\n1️⃣张三\n2️⃣李四', '张三 李四'],
    ['1: 张三\n2: 李四', '张三 李四'],
    ['1：张三\n2：李四', '张三 李四'],
    ['1，张三\n2，李四', '张三 李四'],
    ['1 张三\n2 李四\n3 王五', '张三 李四 王五'],
    ['1张三\n2李四', '张三 李四'],
    ['1-张三\n2-李四', '张三 李四'],
    ['一、张三\n二、李四', '张三 李四'],
    ['❶张三\n❷李四', '张三 李四'],
    ['  1.  张三  \n\n  2.  李四  ', '张三 李四'],
    ['01. 张三\n02. 李四', '张三 李四'],
    ['1.、张三\n2.、李四', '张三 李四'],
    ['9. 张三\n10. 李四\n11. 王五', '张三 李四 王五'],
    // Headers and examples.
    ['#接龙\n25日服务日\n1. 张三', '张三'],
    ['#接龙 周六清洁家园\n\n1. 张三\n2. 李四', '张三 李四'],
    ['【接龙】25日9点清洁家园\n1 张三\n2 李四', '张三 李四'],
    ['接龙报名：\n1、张三', '张三'],
    ['服務日報名接龍：\n1. Tom', 'Tom'],
    ['#接龙\n例 姓名 单位 人数\n1. 张三 恒威 2人', '张三*2'],
    ['#接龙\n例：1. 王小明 恒威 2人\n1. 张三\n2. 李四', '张三 李四'],
    ['#接龙\n1. 例：王小明 2人\n2. 张三\n3. 李四', '张三 李四'],
    ['#接龙\n示例：张三丰 1人\n1. 李四', '李四'],
    ['25日义诊报名\n1. 张三\n2. 李四\n谢谢大家！', '张三 李四'],
    ['#Group Note\n25日服务日\n1. 张三\n2. Tom', '张三 Tom'],
    ['#接龙\n11.25 周三 9:00 天星广场\n1. 张三\n2. 李四', '张三 李四'],
    ['#接龙\n时间：2026.11.25\n地点：天星广场\n1. 张三', '张三'],
    ['#接龙\n11月25日上午9点集合\n12月5日学习\n1. 张三\n2. 李四', '张三 李四'],
    ['#接龙\n8:00 集合\n9:30 结束\n1. 张三', '张三'],
    ['3.8节活动报名\n1. 王芳\n2. 李娟', '王芳 李娟'],
    ['#接龙\n5日学习日\n1. 张三', '张三'],
    // How many come.
    ['1. 张三 2人\n2. 李四', '张三*2 李四'],
    ['1. 张三（带1人）\n2. 李四(带2人)', '张三*2 李四*3'],
    ['1. 张三+1\n2. 李四 +2', '张三*2 李四*3'],
    ['1. 张三＋１\n2. 李四', '张三*2 李四'],
    ['1. 张三×2\n2. 李四 x3\n3. 王五*2', '张三*2 李四*3 王五*2'],
    ['1. 张三 两人\n2. 李四 三位', '张三*2 李四*3'],
    ['1. 张三 一家三口\n2. 李四', '张三*3 李四'],
    ['1. 张三 带娃\n2. 李四 带孩子', '张三*2 李四*2'],
    ['1. 张三 2大1小\n2. 李四 1大1小', '张三*3 李四*2'],
    ['1. 张三 恒威 共5人\n2. 李四', '张三*5 李四'],
    ['1. 张三 携家属\n2. 李四 带两个孩子', '张三*2 李四*3'],
    ['1. 张三（2人）\n2. 李四【3人】', '张三*2 李四*3'],
    ['1. 张三：2人\n2. 李四：1人', '张三*2 李四'],
    ['1. 张三 1人\n2. 李四 1位', '张三 李四'],
    // Units, houses, telephones, notes.
    ['1. 张三 恒威\n2. 李四 佳丽物业', '张三 李四'],
    ['1. 恒威 张三\n2. 佳丽 李四', '张三 李四'],
    ['1. 恒威张三\n2. 佳丽李四', '张三 李四'],
    ['1. 恒威-张三\n2. 佳丽-李四', '张三 李四'],
    ['1. 张三（恒威）\n2. 李四(佳丽)', '张三 李四'],
    ['1. 张三/恒威/2人\n2. 李四/佳丽', '张三*2 李四'],
    ['1. 天星社区 张三\n2. 安康大药房 李四', '张三 李四'],
    ['1. 3栋 张三\n2. 5-301 李四', '张三 李四'],
    ['报名的：\n1. 张三 13800138000\n2. 李四 13900139000', '张三 李四'],
    ['1. 张三，可以开车\n2. 李四，晚到十分钟', '张三 李四'],
    ['1. 张三报名\n2. 李四参加', '张三 李四'],
    ['1. @张三\n2. @李四', '张三 李四'],
    // Emoji, nicknames, other letters.
    ['1. 张三🌹\n2. 🙋李四👍🏻', '张三 李四'],
    ['#接龙\n✅1. 张三\n✅2. 李四', '张三 李四'],
    ['🌸#接龙🌸\n1. 张三😀2人\n2. 李四', '张三*2 李四'],
    ['#接龙\n1. 阳光总在\n2. Lily Wang\n3. 王大妈', '阳光总在 Lily Wang 王大妈'],
    ['1. 張三\n2. 李四 恆威', '張三 李四'],
    ['1. 欧阳修\n2. 司马光', '欧阳修 司马光'],
    ['#接龙\n1. 买买提·艾力\n2. 张三', '买买提·艾力 张三'],
    // Several in one line, two in one entry.
    ['#接龙 1.张三 2.李四 3.王五', '张三 李四 王五'],
    ['1.张三 2.李四 3.王五 4.赵六', '张三 李四 王五 赵六'],
    ['1、张三，2、李四，3、王五', '张三 李四 王五'],
    ['①张三②李四③王五', '张三 李四 王五'],
    ['1. 张三、李四\n2. 王五', '张三 李四 王五'],
    ['1. 张三和李四\n2. 王五', '张三 李四 王五'],
    ['报名：1.张三2人 2.李四', '张三*2 李四'],
    // Slots.
    [
      '#接龙\n1. 8:00-9:30 登记：张三 李四\n2. 9:30-11:00 引导：王五',
      '张三@8:00-9:30 登记 李四@8:00-9:30 登记 王五@9:30-11:00 引导',
    ],
    ['#接龙\n1. 8:00-9:30 登记：\n2. 9:30-11:00 引导：王五', '王五@9:30-11:00 引导'],
    ['#接龙\n1. 登记：张三、李四\n2. 摄影：王五', '张三@登记 李四@登记 王五@摄影'],
    ['#接龙\n1. 上午 登记 张三\n2. 下午 引导 李四', '张三@上午 登记 李四@下午 引导'],
    ['#接龙\n1. 8:00-9:30 张三\n2. 9:30-11:00 李四', '张三@8:00-9:30 李四@9:30-11:00'],
    ['#接龙\n1. 登记：张三（带1人）', '张三*2@登记'],
    // Cut off, empty, given up, twice.
    ['#接龙\n1. 张三\n2. 李四\n3. ', '张三 李四'],
    ['#接龙\n1. 张三\n2. 李四\n3. …', '张三 李四'],
    ['#接龙\n1. 张三\n2. \n3. 王五', '张三 王五'],
    ['#接龙\n1. 张三\n2. 李四（请假）\n3. 王五 来不了', '张三'],
    ['1. 张三\n2. 李四\n3. 张三', '张三 李四'],
    ['1. 张三\n5. 李四\n5. 王五', '张三 李四 王五'],
    ['#接龙\n1. 空缺\n2. 张三', '张三'],
    // Two of one name.
    ['1. 张伟 恒威\n2. 李四\n3. 张伟 天星小学', '张伟<恒威 李四 张伟<天星小学'],
    ['1. 恒威张伟\n2. 瑞丰银行-张伟 2人', '张伟<恒威 张伟*2<瑞丰银行'],
    ['1. 张伟（恒威）\n2. 张伟（佳丽，带1人）', '张伟<恒威 张伟*2<佳丽'],
    ['1. 3栋 张伟\n2. 张伟 5栋', '张伟<3栋 张伟<5栋'],
    ['1. 张伟 恒威\n2. 張偉 恒威集团 2人\n3. 李四', '张伟*2 李四'],
    ['1. 张伟 恒威\n2. 张伟\n3. 李四', '张伟 李四'],
    ['1. 张伟\n2. 张伟 恒威\n3. 张伟 佳丽', '张伟<恒威 张伟<佳丽'],
    ['1. 张伟 恒威 晚到\n2. 张伟 晚到十分钟\n3. 李四', '张伟 李四'],
    ['#接龙\n1. 登记：张伟\n2. 引导：张伟', '张伟@登记'],
    // Two lists in one message.
    ['#接龙 E7 服务日\n1. 张三\n2. 李四\n#接龙 E8 学习日\n1. 王五', '张三 李四 / 王五'],
    ['上午场\n1. 张三\n2. 李四\n下午场\n1. 王五\n2. 赵磊', '张三 李四 / 王五 赵磊'],
    ['#接龙 服务日\n1. 张三\n1. 李四\n2. 王五', '张三 李四 王五'],
  ])('%j is %s', (text, people) => {
    const chains = read(text);
    expect(written(chains)).toBe(people);
    expect(chains.some(({ certain }) => certain)).toBe(true);
  });

  test.each([
    '1. 学习文件\n2. 讨论方案',
    '1. 时间：25日9点\n2. 地点：天星广场\n3. 联系人：张三',
    '注意事项：\n1. 带好水杯\n2. 穿马甲\n3. 准时到',
    '一、提高认识\n二、加强领导',
    '今天 8:00-9:30 开会',
    '11.25 服务日',
    '大家来接龙吧',
    '大家来接龙吧\n1. 学习文件\n2. 讨论方案',
    '1. 张三',
    '我买了 1. 牛奶 2. 面包',
    '2026.11.25 张三值班\n2026.11.26 李四值班',
  ])('%j is no list of people', (text) => {
    expect(read(text).some(({ certain }) => certain)).toBe(false);
  });

  test.each([
    ['1. 张伟\n2. 李四\n3. 张伟', ['张伟']],
    ['1. 张伟 恒威\n2. 张伟\n3. 李四\n4. 李四', ['张伟', '李四']],
    ['1. 张伟 恒威\n2. 张伟 佳丽', []],
    ['1. 张伟 恒威\n2. 张伟 恒威', []],
    ['#接龙\n1. 登记：张伟\n2. 引导：张伟', []],
  ])('%j has %j twice', (text, names) => {
    expect(read(text).flatMap(({ twice }) => twice)).toEqual(names);
  });

  test('a line that is not understood is named', () => {
    const [chain] = read('#接龙\n服务日\n1. 张三\n2. 这个活动真的非常不错下次还来\n3. 王五');
    expect(chain?.unread).toEqual([{ line: 4, text: '这个活动真的非常不错下次还来' }]);
  });
});

const piece = fc.constantFrom(
  ...'1. |2、|③|张三|李四|王五|\n|#接龙|：|:|（|(|）|)|带1人|+1|×2|、| |　|8:00-9:30|登记|例：|…|😀|1️⃣|恒威|2人|和|E7|-|\u200b'.split(
    '|',
  ),
);
const messy = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(piece, { maxLength: 80 }).map((all) => all.join('')),
);

describe('whatever is pasted', () => {
  test('is read without a throw, each name once and fit to be shown', () => {
    fc.assert(
      fc.property(messy, (text) => {
        for (const { people } of read(text)) {
          expect(new Set(people.map(({ name, from }) => `${name} ${from}`)).size).toBe(
            people.length,
          );
          for (const { name, party } of people) {
            expect(name.trim()).toBe(name);
            expect(name).not.toBe('');
            expect(party).toBeGreaterThanOrEqual(1);
            expect(party).toBeLessThanOrEqual(50);
          }
        }
      }),
    );
  });

  test('a list of registered names is read back whole, whatever mark it has', () => {
    const name = fc.constantFrom(
      '张三',
      '李四',
      '王五',
      '赵磊',
      '吴霞',
      '徐波',
      '黄静',
      '欧阳修',
      '何丽丽',
    );
    const mark = fc.constantFrom('. ', '、', '．', ') ', '） ', '：');
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2 }), mark, (names, sign) => {
        const text = names.map((one, index) => `${index + 1}${sign}${one}`).join('\n');
        expect(read(text).flatMap(({ people }) => people.map((one) => one.name))).toEqual(names);
      }),
    );
  });
});

test.each([
  ['孙三 999人', true],
  ['郑八 51人', true],
  ['钱二 +50', true],
  ['周五（带99个孩子）', true],
  ['李四 恒威 ×60', true],
  ['孙三 50人', false],
  ['钱二 +49', false],
  ['张三 +86 13800138000', false],
  ['王五 3号楼501', false],
  ['赵六 2026年入党', false],
])('「%s」 brings more than one entry can: %s', (entry, isTooMany) => {
  expect(saysTooMany(entry)).toBe(isTooMany);
});
