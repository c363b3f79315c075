import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { documentMaker } from '../../adapters/documents/index.ts';
import { people } from '../../src/identity/people/index.ts';
import { playersInMemory } from '../support/conversation.ts';
import { ask } from '../support/read.ts';

/** As a unit sends it in: more columns than needed, and rows that are wrong. */
const ROWS = [
  ['序号', '姓名', '电话', '单位'],
  ['1', '赵钱', '13812345678', '恒威'],
  ['2', '孙李', '', '安康'],
  ['3', '周吴', '13912345678', '恒为'],
  ['4', '', '', '恒威'],
  ['5', '张伟', '', '恒威'],
];

const asText = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(rows.map((row) => row.join(',')).join('\r\n'));

const FILES: Readonly<Record<string, () => Promise<Uint8Array> | Uint8Array>> = {
  '名单.csv': () => asText(ROWS),
  '名单.xlsx': async () =>
    writeExcelFile(ROWS.map((row) => row.map((value) => ({ value, type: String })))).toBuffer(),
  '多.csv': () =>
    asText([['姓名', '单位'], ...Array.from({ length: 600 }, (_, at) => [`人${at}`, '恒威'])]),
};

async function withFiles() {
  const tables = documentMaker();
  const player = await playersInMemory({
    tables,
    onFetch: async (name) => (await FILES[name]?.()) ?? new Uint8Array(),
  });
  const send = async (name: string, file: string) => {
    player.take();
    await player.say({ name, private: true, text: '', file });
    return player.take()[0]?.outgoing.text;
  };
  return { player, send, tables };
}

test.each(['名单.csv', '名单.xlsx'])(
  '%s is shown as what it changes, and 发 carries it out',
  async (name) => {
    const { player, send, tables } = await withFiles();
    expect(await send('周敏', name)).toBe(
      [
        '名册看好了：新增 2 人，换单位或转成员 0 人，1 人没变，2 行有问题不收',
        '第 4 行「3，周吴，139****56…」：没有这个单位',
        '第 5 行「4，，，恒威」：看不出名字',
        '照这样办请回「发」',
      ].join('\n'),
    );
    expect(await ask(player, '周敏', '发')).toContain('办好了，2 人进了名册');
    const names = (await player.records()).all(people).map((one) => one.name);
    expect(names).toEqual(expect.arrayContaining(['赵钱', '孙李']));
    expect(names).not.toContain('周吴');
    await tables.close();
  },
);

test('a list is for the convenor, and one that nobody would read through is not taken', async () => {
  const { send, tables } = await withFiles();
  expect(await send('李雪梅', '名单.csv')).toContain('召集人');
  expect(await send('周敏', '多.csv')).toContain('一次最多 500 行，什么都没收');
  await tables.close();
});
