import { expect, test } from 'vitest';
import { isRemark, referencesOf } from '../../src/understanding/references.ts';

test.each([
  [
    '【还有 3 天】E1 服务日 11月25日（周三）9:00–11:00\n已报 0/30 人\n参加请发「+1」，来不了请发「请假 E1」',
    { e: 1 },
  ],
  ['E2 报名 张伟。共 1/30 人', { e: 2 }],
  [
    '#12「北门积水」恒威（陈刚）认领了\n办完请发「完成 12 怎么办的」，一起办发「加入 12」',
    { '#': 12 },
  ],
  ['您提的 #2，陈刚办完了：水退了。\n请看看：好了发「满意 2」', { '#': 2 }],
  ['#4 E1栋电梯坏了\n设施维修 · 待认领', { '#': 4 }],
  ['E3 清洁 E1 栋 11月28日', { e: 3 }],
  ['P1 学什么\nA 党章\nB 报告', { p: 1 }],
  ['E1 服务日\n投票在 P2', { e: 1, p: 2 }],
  ['有几个活动，是哪一个？\nE1 服务日\nE2 清洁家园\n请带上编号，例：+1 E1', {}],
  ['和您提的 #1（灯坏了）像是同一件。重复了请发「撤回 2」，不是就不用管', {}],
  ['请写上编号和原因，例：/取消 E7 下雨', {}],
  ['地点：天星广场B2层，找WE3', {}],
  ['编号 E12345678', {}],
])('what %j is about', (text, about) => {
  expect(Object.fromEntries(referencesOf(text))).toEqual(about);
});

test.each([
  '了吗',
  '不了',
  '得真快',
  '多少了',
  '是不可能的',
  '谁来？',
  '没人吗',
  '一下吧',
  '怎么写',
  '辛苦大家了',
  '了没',
])('%s is talk', (text) => expect(isRemark(text)).toBe(true));

test.each([
  '水退了',
  '灯已经买好',
  '周六上午',
  '换了3个灯泡',
  '师傅说不能修，要换新的',
  '家里有事',
])('%s is no talk', (text) => expect(isRemark(text)).toBe(false));
