import { series, type Text } from '../../../core/text.ts';
import type { Activity } from '../records/index.ts';

const kindName: Readonly<Record<Activity['kind'], Text>> = {
  study: { zh: '学习', en: 'study' },
  service: { zh: '服务', en: 'service' },
  meeting: { zh: '例会', en: 'meeting' },
  joint: { zh: '联席会', en: 'joint meeting' },
  other: { zh: '其他', en: 'other' },
};

/** The numbers of activities, and what each of them means. */
export const figureTexts = {
  kindName,
  activities: { zh: '场', en: 'held' } satisfies Text,
  attendances: { zh: '人次', en: 'attendances' } satisfies Text,
  people: { zh: '人', en: 'people' } satisfies Text,
  held: {
    title: { zh: '活动场次', en: 'activities held' },
    meaning: {
      zh: '办成的活动：有人签到、单位报了人数，或者写了小结；取消的不算',
      en: 'activities that took place: somebody checked in, a unit gave its number, or there is a record; cancelled ones do not count',
    },
  },
  heldOf: (kind: Activity['kind']) => ({
    title: { zh: `${kindName[kind].zh}场次`, en: `held: ${kindName[kind].en}` },
    meaning: {
      zh: `活动场次里，类别是「${kindName[kind].zh}」的`,
      en: `those of the activities held whose kind is ${kindName[kind].en}`,
    },
  }),
  attended: {
    title: { zh: '参与人次', en: 'attendances' },
    meaning: {
      zh: '每场实到人数加起来，含单位报的人数；单位和成员带来的人算成员，其余算居民；同一个人来两场算两次',
      en: 'people present, added up over the activities, head-counts of units included; whoever comes with a member counts as one, others are residents; who comes twice counts twice',
    },
  },
  participants: {
    title: { zh: '参与人数', en: 'participants' },
    meaning: {
      zh: '到过场的不同的人；只算签到或点名有名字的，单位报的人数和带来的人不算',
      en: 'different people who were there; by name only, so head-counts and those brought along are left out',
    },
  },
  served: {
    title: { zh: '惠及人次', en: 'people served' },
    meaning: {
      zh: '联络员在小结里写的惠及人次加起来，机器不推算；有估计的写「约」',
      en: 'as liaisons wrote it into the records, added up and never derived; “about” where any was estimated',
    },
  },
  line: (held: number, attended: number, members: number, residents: number): Text => ({
    zh: `活动 ${held} 场，参与 ${attended} 人次（成员 ${members}，居民 ${residents}）`,
    en: `Activities ${held}, attendances ${attended} (members ${members}, residents ${residents})`,
  }),
  kinds: (kinds: readonly { readonly kind: Activity['kind']; readonly count: number }[]): Text =>
    series(
      kinds.map(({ kind, count }) => ({
        zh: `${kindName[kind].zh} ${count} 场`,
        en: `${kindName[kind].en} ${count}`,
      })),
      { zh: '，', en: ', ' },
    ),
  peopleLine: (people: number, served: number, estimated: boolean): Text => ({
    zh: `到过场的 ${people} 人，惠及${estimated ? '约' : ''} ${served} 人次`,
    en: `Different people ${people}, people served ${estimated ? 'about ' : ''}${served}`,
  }),
  chartByActivity: { zh: '参与人次（按活动）', en: 'Attendances by activity' } satisfies Text,
  chartByMonth: { zh: '参与人次（按月）', en: 'Attendances by month' } satisfies Text,
  month: (month: number): Text => ({ zh: `${month}月`, en: `month ${month}` }),
  members: { zh: '成员', en: 'members' } satisfies Text,
  residents: { zh: '居民', en: 'residents' } satisfies Text,
  boardTitle: (number: number, title: string): Text => ({
    zh: `E${number} ${title}`,
    en: `E${number} ${title}`,
  }),
  boardSeats: (left: number): Text => ({
    zh: left === 0 ? '已报满，可以候补' : `还有 ${left} 个名额`,
    en: left === 0 ? 'full, with a waiting list' : `${left} seats left`,
  }),
  row: (number: number, title: string, day: Text): Text => ({
    zh: `E${number} ${title} ${day.zh}`,
    en: `E${number} ${title}, ${day.en}`,
  }),
};
