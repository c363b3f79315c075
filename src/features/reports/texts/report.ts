import type { Text } from '../../../core/text.ts';
import type { AreaNumbers } from '../rules/by-area.ts';
import type { BranchNumbers } from '../rules/by-branch.ts';
import type { Length } from '../rules/periods.ts';

/** What the report of each length is called. */
const reportName: Readonly<Record<Length, Text>> = {
  month: { zh: '月报', en: 'report' },
  quarter: { zh: '季报', en: 'report' },
  year: { zh: '年报', en: 'report' },
};

/** `3、5号楼（佳丽）` */
export function areaName({ area: { name, units } }: AreaNumbers): string {
  return `${name}（${units.map((unit) => unit.short[0] ?? unit.name).join('、')}）`;
}

/** The report of a month, a quarter or a year. */
export const reportTexts = {
  name: (period: Text, length: Length): Text => ({
    zh: `${period.zh}${reportName[length].zh}`,
    en: `${period.en} ${reportName[length].en}`,
  }),
  title: (name: Text, alliance: string): Text => ({
    zh: `【${name.zh}】${alliance}`,
    en: `[${name.en}] ${alliance}`,
  }),
  draft: (name: Text, groups: Text): Text => ({
    zh: `【${name.zh}】还没发，回「发」发到${groups.zh}`,
    en: `[${name.en}] not sent yet; answer “/send” to send it to ${groups.en}`,
  }),
  draftForOthers: (name: Text): Text => ({
    zh: `【${name.zh}】还没发，由召集人或她定的联络员发`,
    en: `[${name.en}] not sent yet; the convenor sends it, or a liaison whom she named`,
  }),
  goesOut: (name: Text): Text => ({
    zh: `【${name.zh}】马上就发，不发了请发「撤销」`,
    en: `[${name.en}] about to go out; to stop it send “/undo”`,
  }),
  sentOn: (name: Text, day: Text): Text => ({
    zh: `【${name.zh}】${day.zh}已经发了，数字不再变`,
    en: `[${name.en}] was sent on ${day.en}; its numbers stay`,
  }),
  notOver: { zh: '这段时间还没过完，数字还会变', en: 'This time is not over; numbers may change' },
  branch: ({ name, held, attended, services }: BranchNumbers): Text => ({
    zh: `${name} 活动 ${held} 场、参与 ${attended} 人次、服务 ${services} 次`,
    en: `${name}: activities ${held}, attendances ${attended}, services ${services}`,
  }),
  area: (row: AreaNumbers): Text => {
    const { held, asked, resolved } = row;
    return {
      zh: `${areaName(row)} 活动 ${held} 场、需求 ${asked} 件、解决 ${resolved} 件`,
      en: `${areaName(row)}: activities ${held}, requests ${asked}, resolved ${resolved}`,
    };
  },
  finishers: (units: readonly string[]): Text => ({
    zh: `办结过需求的单位（按先后）：${units.join('、')}`,
    en: `Units that resolved requests, in order of date: ${units.join(', ')}`,
  }),
  /** The sentence that officials write. */
  sentence: (
    period: Text,
    {
      held,
      services,
      served,
      about,
    }: {
      readonly held: number;
      readonly services: number;
      readonly served: number;
      readonly about: boolean;
    },
  ): Text => ({
    zh: `${period.zh}共开展活动${held}场，提供服务${services}次，惠及居民${about ? '约' : ''}${served}人次`,
    en: `${period.en}: ${held} activities, ${services} services, ${about ? 'about ' : ''}${served} residents served`,
  }),
  services: {
    title: { zh: '服务次数', en: 'services' },
    measure: { zh: '次', en: 'services' },
    meaning: {
      zh: '解决的需求和已兑现的服务，加上联络员按次记的服务',
      en: 'requests resolved, offers fulfilled, and services that liaisons counted',
    },
  },
  howItCounts: {
    zh: '怎么算的请发「/口径 惠及」',
    en: 'For what a number means send “/meaning 惠及”',
  } satisfies Text,
  correction: (title: Text, from: number, to: number): Text => ({
    zh: `${title.zh} ${from} → ${to}`,
    en: `${title.en} ${from} → ${to}`,
  }),
  corrections: (name: Text, all: readonly Text[]): Text => ({
    zh: `${name.zh}发出后更正：${all.map(({ zh }) => zh).join('，')}`,
    en: `Corrected since the ${name.en} was sent: ${all.map(({ en }) => en).join(', ')}`,
  }),
  confirmed: (name: Text, count: number, held: Text | undefined): Text => ({
    zh: `好的，${name.zh} ${held ? held.zh : '1 分钟后'}发到 ${count} 个群，发出去数字就定了。不发了请发「撤销」`,
    en: `The ${name.en} goes to ${count === 1 ? '1 group' : `${count} groups`} ${held ? `on ${held.en}` : 'in a minute'} and is then final. To stop it send “/undo”`,
  }),
  notYours: (name: Text, period: Text, length: Length): Text => ({
    zh: `${name.zh}由召集人发。召集人可以发「/${reportName[length].zh} ${period.zh}」再回「发」，或发「/设置 月报 您的名字」让您发`,
    en: `The convenor sends the ${name.en}: “/report ${period.zh}”, then “/send”; or she names you with “/settings 月报 …”`,
  }),
  alreadySent: (name: Text): Text => ({
    zh: `${name.zh}已经发过了。后来的更正会写在下一份里`,
    en: `The ${name.en} was sent already. Corrections stand in the next one`,
  }),
  noGroups: {
    zh: '还没有群可发。请先在群里发「/启用」',
    en: 'There is no group to send it to. Send /here in a group first',
  } satisfies Text,
  notNow: {
    zh: '没有发：机器的时钟不对。请管理员校准（看「/状态」），好了再发「发」',
    en: 'Not sent: the clock of the machine is wrong. Have it set right (see /status), then send “/send”',
  } satisfies Text,
  inPrivate: (name: Text): Text => ({
    zh: `${name.zh}的预览私聊发您了`,
    en: `The preview of the ${name.en} was sent to you in private`,
  }),
  askInPrivate: (name: Text): Text => ({
    zh: `${name.zh}还没发，预览只在私聊里看，请私聊我再发一次`,
    en: `The ${name.en} is not sent yet; its preview is for a private chat, please ask me there`,
  }),
  notRead: (length: Length): Text => {
    const example = { month: '11月', quarter: '四季度', year: '2026年' }[length];
    const { zh } = reportName[length];
    return {
      zh: `没看懂是哪一段。例：/${zh} ${example}`,
      en: `I could not read which. For example: /${zh} ${example}`,
    };
  },
  notBegun: (period: Text): Text => ({
    zh: `${period.zh}还没到`,
    en: `${period.en} has not begun`,
  }),
  takenBack: { zh: '没有发，还可以改。', en: 'It does not go out.' } satisfies Text,
  putAway: { zh: '预览收起来了', en: 'The preview is put away' } satisfies Text,
  gone: {
    zh: '已经发出去了，撤不回来。写错的改记录，更正会写在下一份里',
    en: 'It has gone out. Correct the records; the next report lists it',
  } satisfies Text,
};
