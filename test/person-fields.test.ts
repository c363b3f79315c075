import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../adapters/store-memory/index.ts';
import type { Collection } from '../src/core/collection.ts';
import { pipelineCollections } from '../src/core/records.ts';
import type { AllianceFile } from '../src/features/import/index.ts';
import { features } from '../src/features/index.ts';
import { accounts, people } from '../src/identity/people/index.ts';
import type { Store, StoredRecord } from '../src/ports/store.ts';
import { platformsOf, play } from '../tools/play/play.ts';
import { Player } from '../tools/play/player.ts';
import { firstGroup } from '../tools/play/stage.ts';
import { example, plainMaker, plainPlace } from './support/conversation.ts';

/*
 * Which fields hold a person's id is declared on each collection; merging two people, and whatever
 * else concerns a person everywhere, goes by it. Here a conversation makes records of every kind,
 * and each id of a person in any of them has to stand in a field that is declared.
 */

const SCRIPT = `
召集人：/规则 服务日 联络员 李雪梅
王五（私聊）：/加入单位 恒威
陈刚（私聊）：/同意 1
路人：/单位
路人（私聊）：/绑定 AAAA-AAAA
路人：着火了，救命啊
召集人：/类别 安全 飞线
召集人：/公告 明天停水
召集人：发
赵磊：需求 3号楼灯坏了
李娟：1 也是
联络员：/指派 1 恒威
陈刚：认领 1 周六上午
吴霞：加入 1
吴霞：完成 1 换了灯泡 [图片]
周奶奶：需求 5号楼水管坏了
张伟：认领 2
张伟：/撤销
联络员：/投票 做什么 A 清洁家园 B 义诊
张伟：A
联络员：/投票 换灯吗 A 换 B 不换 按单位
陈刚：选 P2 A
联络员：/投票 谁当组长 A 甲 B 乙 匿名
李娟（私聊）：选 P3 A
联络员：/活动 28日9点 清洁家园
【2026-11-22 18:00】
小张@wechat：+1 E2
张伟：+1 E2 王大妈
张伟：#接龙 E2
　　清洁家园
　　1. 张三
　　2. 这个活动真的非常不错下次还来
　　3. 张伟
李娟：+1 E2
李娟：/撤销
吴霞：我要报名
高远：/服务 法律咨询 每周二下午
王五：要 F1 下周二
李雪梅（私聊）：/队伍 维修队 张伟 李娟
李雪梅（私聊）：请 F2 办 2
周敏：/项目 征集 为民项目 12月10日止
王五：项目建议 义诊
赵磊：J1 也是
周敏：/入选 J1
孙悦：认领 J1 每月一次
李雪梅（私聊）：/引见 赵磊 张伟 修水电
张伟（私聊）：/绑定
小张（私聊）@wechat：{码}
【2026-11-25 08:12】
李雪梅（私聊）：/口令 E2 槐花
李雪梅（私聊）：/口令 E2 轮换 10
张伟：签到 E2
陈刚：恒威 签到 E2 5人
联络员：/到 E2 李娟 王五
【2026-11-25 11:31】
联络员：补签 E2 赵磊 手机没电
联络员：补签 E2 李娟 缺席 没来
联络员：补签 E2 恒威 7人 数错了
联络员：小结 E2 清理楼道6处，惠及38人次
联络员：计数 健康教育 1次
联络员：计数 健康教育 改为 2次 数错了
联络员：计数 健康教育 划掉 记重了
召集人：/公告栏 开
召集人：/设置 月报 李雪梅
召集人（私聊）：/名册 张三 恒威
召集人（私聊）：/项目 导入 项目,认领单位
　　读报会,正言
召集人（私聊）：/月报
召集人（私聊）：发
联络员（私聊）：/月报
召集人（私聊）：/信箱 李雪梅
周奶奶（私聊）：信箱 物业不给票
联络员（私聊）：/战报 E2
吴霞：需求 请高奶奶下楼坐坐
高奶奶（私聊）：需求 多放几把椅子
高奶奶（私聊）：2
赵磊（私聊）：不署名
高奶奶（私聊）：/我的 文件
高奶奶（私聊）：/忘记我 确认
`;

/** A value of a record that is an id, and where it stands. */
interface Found {
  readonly collection: string;
  readonly path: string;
}

/** The example, in which a fixed day has somebody who runs it, and a unit somebody to call. */
const file: AllianceFile = {
  ...example,
  branches: [{ id: 'shops', name: '商户', kinds: ['enterprise'] }],
  units: example.units.map((unit) => ({ ...unit, contacts: [{ name: '老周' }] })),
  rules: example.rules.map((rule) => ({ ...rule, liaison: 'sun-yue' })),
};

const collections: readonly Collection[] = [
  ...features.flatMap((one) => [...one.collections, ...one.directory]),
  ...pipelineCollections,
];
const put: { readonly collection: string; readonly record: StoredRecord }[] = [];
let player: Player;

beforeAll(async () => {
  const disk = new MemoryDisk();
  player = new Player({
    file,
    log: silentLog,
    maker: plainMaker,
    place: plainPlace,
    openStore: async () => watched(memoryStore(disk)),
    platforms: platformsOf(SCRIPT),
  });
  await player.start();
  await play(SCRIPT, player, firstGroup({ file: example }));
});

afterAll(() => player.stop());

function watched(store: Store): Store {
  return {
    ...store,
    commit: (changes) => {
      for (const change of changes)
        if ('put' in change) put.push({ collection: change.collection, record: change.put });
      return store.commit(changes);
    },
  };
}

/** Where any of these ids stands, alone or behind a slash. */
function foundIn(ids: ReadonlySet<string>): readonly Found[] {
  const isOne = (text: string) => ids.has(text) || ids.has(text.slice(text.lastIndexOf('/') + 1));
  const found = put.flatMap(({ collection, record }) =>
    leavesOf(record).flatMap(({ path, text }) => (isOne(text) ? [`${collection} ${path}`] : [])),
  );
  return [...new Set(found)].toSorted().map((one) => {
    const [collection = '', path = ''] = one.split(' ');
    return { collection, path };
  });
}

function leavesOf(value: unknown, path = ''): readonly { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path: path.replace(/^\./, ''), text: value }];
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, one]) => leavesOf(one, `${path}.${field}`));
}

/** Whether a path is declared, or lies in a field that is. */
function covers(declared: readonly string[], path: string): boolean {
  return declared.some(
    (one) => path === one || (/^[.[]/.test(path.replace(one, '')) && path.startsWith(one)),
  );
}

function undeclared(
  found: readonly Found[],
  declared: (collection: Collection) => readonly string[],
): readonly string[] {
  return found
    .filter(({ collection: name, path }) => {
      const collection = collections.find((one) => one.name === name);
      return collection === undefined || !covers(declared(collection), path);
    })
    .map(({ collection, path }) => `${collection} ${path}`);
}

const personFields = ({ people: own = [], peopleApart: apart = [] }: Collection) => [
  ...own,
  ...apart,
];
const personIds = () =>
  new Set(put.flatMap(({ collection, record }) => (collection === people.name ? [record.id] : [])));
const accountIds = () =>
  new Set(
    put.flatMap(({ collection, record }) => (collection === accounts.name ? [record.id] : [])),
  );

describe('the fields that hold a person', () => {
  test('every one of them is declared', () => {
    expect(undeclared(foundIn(personIds()), personFields)).toEqual([]);
  });

  test('each that is declared was seen to hold one', () => {
    const seen = new Set(
      foundIn(personIds()).map(({ collection, path }) => `${collection} ${path}`),
    );
    const declared = collections.flatMap((one) =>
      personFields(one).map((path) => ({ name: one.name, path })),
    );
    const unseen = declared.filter(
      ({ name, path }) => ![...seen].some((one) => one.startsWith(`${name} ${path}`)),
    );
    expect(unseen).toEqual([]);
  });

  test('every kind of record was made', () => {
    const made = new Set(put.map(({ collection }) => collection));
    const missing = collections.filter(({ name }) => !made.has(name)).map(({ name }) => name);
    // The one knows nothing but the year, and one without data is far; nothing is unsaid here.
    expect(missing).toEqual(['unknown-years', 'unsaid']);
  });

  test('one that is not declared is found', () => {
    const without = (collection: Collection) =>
      personFields(collection).filter(
        (path) => path !== 'liaison' && path !== 'claimants[].person',
      );
    expect(undeclared(foundIn(personIds()), without)).toEqual([
      'requests claimants[].person',
      'rules liaison',
    ]);
  });

  test('no id of a person is also that of something else', () => {
    const others = put.filter(({ collection }) =>
      ['units', 'groups', 'rules'].includes(collection),
    );
    expect(others.filter(({ record }) => personIds().has(record.id))).toEqual([]);
  });
});

test('every field that holds an account is declared', () => {
  expect(undeclared(foundIn(accountIds()), (one) => one.accounts ?? [])).toEqual([]);
});

test('after a merge no declared field holds the person that is gone', async () => {
  const pairs = [
    ['张伟', 'zhang-wei'],
    ['李雪梅', 'li-xuemei'],
    ['陈刚', 'chen-gang'],
    ['李娟', 'li-juan'],
  ] as const;
  for (const [name, id] of pairs) {
    const at = put.length;
    const script = `周敏（私聊）：/绑定\n${name}（私聊）：/绑定 {码} 确认`;
    await play(script, player, firstGroup({ file: example }));
    expect(
      put.slice(at).some(({ collection, record }) => collection === 'merged' && record.id === id),
    ).toBe(true);
    const records = await player.records();
    const left = collections
      .filter((one) => !features.some(({ directory }) => directory.includes(one)))
      .flatMap((one) =>
        records.all(one).flatMap((record) =>
          leavesOf(record)
            .filter(({ text }) => text === id || text.endsWith(`/${id}`))
            .map(({ path }) => ({ name: one.name, path, one })),
        ),
      )
      .filter(({ one, path }) => !covers(one.peopleApart ?? [], path))
      .map(({ name: where, path }) => `${where} ${path}`);
    expect(left, name).toEqual([]);
  }
});
