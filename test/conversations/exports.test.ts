import { Buffer } from 'node:buffer';
import mammoth from 'mammoth';
import readExcelFile from 'read-excel-file/node';
import { afterAll, expect, test } from 'vitest';
import { documentMaker } from '../../adapters/documents/index.ts';
import { features } from '../../src/features/index.ts';
import { type Player, play } from '../../tools/play/kit.ts';
import { conversation, playersInMemory } from '../support/conversation.ts';

const maker = documentMaker();
afterAll(() => maker.close());

/** A day with somebody there whose name looks like a formula, and a request with a phone number. */
const DAY = `
【2026-11-16 09:00】
联络员：/活动 今天10点 清洁家园 @天星广场
机器人：*
=1+1：需求 3号楼楼道灯坏了，打13812345678
机器人：*
【2026-11-16 10:05】
机器人：*
联络员：/到 E1 张伟 =1+1 恒威5
机器人：*
联络员：补签 E1 李娟 手机没电
机器人：*
`;

async function fileOf(player: Player, text: string, where: 'private' | 'group') {
  player.take();
  const place = where === 'private' ? { private: true } : { group: '联盟群' };
  await player.say({ name: '李雪梅', text, ...place });
  const said = player.take();
  const file = said.flatMap(({ outgoing }) => outgoing.attachments ?? []).at(-1);
  return { file, text: said.map(({ outgoing }) => outgoing.text).join('\n') };
}

async function sheetOf(bytes: Uint8Array | undefined) {
  const [sheet] = await readExcelFile(Buffer.from(bytes ?? []));
  const [head = [], ...rows] = sheet?.data ?? [];
  const named = rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at], cell])));
  return { title: sheet?.sheet, head, rows: named };
}

async function played(): Promise<Player> {
  const player = await playersInMemory({ maker });
  await play(DAY, player, '联盟群');
  return player;
}

test('attendance as a table, read by another library: dates are dates, names are texts', async () => {
  const player = await played();
  const { file, text } = await fileOf(player, '/导出 考勤 11月', 'private');
  expect(file).toMatchObject({ kind: 'document', name: '考勤-2026-11.xlsx' });
  expect(text).toContain('11月的考勤表，4 行');
  const { title, rows } = await sheetOf(file?.bytes);
  expect(title).toBe('考勤 11月');
  expect(rows.map((row) => [row['姓名'], row['单位'], row['人数'], row['情况']])).toEqual([
    ['张伟', '恒威集团', 1, '未报名到场'],
    ['=1+1', null, 1, '未报名到场'],
    ['李娟', expect.any(String), 1, expect.any(String)],
    [null, '恒威集团', 3, '单位报数'],
  ]);
  expect(rows[0]?.['开始']).toEqual(new Date('2026-11-16T10:00:00Z'));
  expect(rows[2]?.['更正原因']).toBe('手机没电');
});

test('who took a table out stands in the log of acts', async () => {
  const player = await played();
  await fileOf(player, '/导出 考勤 11月', 'private');
  player.take();
  await player.say({ name: '周敏', text: '/记录', private: true });
  expect(player.take()[0]?.outgoing.text).toMatch(/李雪梅.*导出/);
});

test('in a group no column names a person, and no number of a phone is in any cell', async () => {
  const player = await played();
  const attendance = await fileOf(player, '/导出 考勤 11月', 'group');
  expect(attendance.text).toContain('群里的表没有名字');
  const shown = await sheetOf(attendance.file?.bytes);
  expect(shown.head).not.toContain('姓名');
  expect(JSON.stringify(shown)).not.toMatch(/张伟|手机没电/);
  const requests = await sheetOf((await fileOf(player, '/导出 需求 11月', 'group')).file?.bytes);
  expect(requests.head).not.toContain('谁提的');
  expect(requests.rows[0]?.['内容']).toBe('3号楼楼道灯坏了，打138****5678');
});

/** Something in each table that there is. */
const MUCH = `
联络员：/活动 28日9点 义诊
机器人：*
张伟：+1 E2
机器人：*
联络员：计数 健康教育 3次
机器人：*
联络员：投票 做什么 A 清洁家园 B 义诊
机器人：*
张伟：A
机器人：*
周敏：/项目 征集 2027年为民项目 12月10日止
机器人：*
王五：项目建议 =HYPERLINK("x")健身操班
机器人：*
`;

test('every table there is opens in another library, with a row for each that is told', async () => {
  const player = await played();
  await play(MUCH, player, '联盟群');
  const tables = features.flatMap((one) => one.exports);
  expect(tables.length).toBeGreaterThan(5);
  const dated: string[] = [];
  for (const { title, columns } of tables) {
    const { file, text } = await fileOf(player, `/导出 ${title.zh} 今年`, 'private');
    const told = Number(/，(\d+) 行/.exec(text)?.[1] ?? 0);
    expect(told, title.zh).toBeGreaterThan(0);
    const sheet = await sheetOf(file?.bytes);
    expect(sheet.head, title.zh).toEqual(columns.map((column) => column.title.zh));
    expect(sheet.rows, title.zh).toHaveLength(told);
    const cells = sheet.rows.flatMap((row) => Object.values(row));
    if (cells.some((one) => one instanceof Date)) dated.push(title.zh);
    expect(JSON.stringify(sheet.rows), title.zh).not.toMatch(
      /"\d{4}-\d\d-\d\d"|undefined|\[object/,
    );
  }
  // A day is a date, not a text that looks like one; a project has none before it begins.
  const all = tables.map(({ title }) => title.zh);
  expect(dated).toEqual(all.filter((title) => title !== '项目'));
});

test('the first row stands still and the columns have widths', async () => {
  const player = await played();
  const { file } = await fileOf(player, '/导出 考勤 11月', 'private');
  const { unzipSync, strFromU8 } = await import('fflate');
  const sheet = unzipSync(file?.bytes ?? new Uint8Array())['xl/worksheets/sheet1.xml'];
  const xml = strFromU8(sheet ?? new Uint8Array());
  expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(xml).toMatch(/<col [^>]*width="24"/);
  expect(xml).not.toContain('<f>');
});

test('the report is a document that another library reads, and a picture with text', async () => {
  const player = await played();
  await player.say({ name: '周敏', text: '/单位 佳丽 区域 3、5号楼', private: true });
  player.take();
  await player.say({ name: '李雪梅', text: '/月报 11月', private: true });
  const files = player.take().flatMap(({ outgoing }) => outgoing.attachments ?? []);
  expect(files.map(({ kind, name }) => [kind, name])).toEqual([
    ['photo', '11月月报-2026-11.png'],
    ['document', '11月月报-2026-11.docx'],
  ]);
  const [picture, letter] = files;
  expect([...(picture?.bytes.slice(0, 4) ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(letter?.bytes ?? []) });
  expect(value).toContain('【11月月报】天星社区区域化党建联盟');
  expect(value).toContain('惠及人次');
  expect(value).toContain('联络员在小结里写的惠及人次加起来');
  expect(value).toMatch(
    /各区域\s+区域\s+活动场次\s+受理需求\s+解决需求\s+3、5号楼（佳丽）\s+0\s+1\s+0/,
  );
});

conversation(
  'who may take tables out, and which there are',
  `
张伟：/导出 考勤
机器人：这件事要联络员来做。*
联络员：/导出
机器人：可以导出：考勤、报名、需求、计数、投票、项目
　　例：/导出 考勤 11月，/导出 需求 今年
联络员：/导出 工资
机器人：没有「工资」这张表
　　*
联络员：/导出 投票 10月
机器人：10月没有投票记录，没有做表
`,
);
