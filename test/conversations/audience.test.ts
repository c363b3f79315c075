import type { AllianceFile } from '../../src/features/import/index.ts';
import { alsoRestarted, example } from '../support/conversation.ts';

const threeGroups: AllianceFile = {
  ...example,
  groups: [
    { title: '联盟群', language: 'zh', kind: 'alliance' },
    { title: '党员群', language: 'zh', kind: 'members' },
    { title: '居民群', language: 'zh', kind: 'residents' },
  ],
};

alsoRestarted(
  'an activity is for the groups that are named, and never called so',
  `
【2026-11-16 10:05】
召集人：/活动 28日9点 支部会 仅本群
机器人：E1 支部会 11月28日（周六）9:00–11:00
　　已报 0 人
　　参加请发「+1」，来不了请发「请假 E1」
召集人：/改期 E1 29日9点
机器人：E1 支部会 改期了：11月29日（周日）9:00–11:00
　　原来是 11月28日（周六）9:00–11:00
　　来不了请发「请假 E1」
召集人：/活动 28日14点 防诈骗讲座 发到 居民群
机器人：E2 防诈骗讲座 建好了，发到居民群，这里不发。看名单请发「/活动 E2」
机器人（居民群）：E2 防诈骗讲座 11月28日（周六）14:00–16:00
　　已报 0 人
　　参加请发「报名 E2」，来不了请发「请假 E2」
召集人：/取消活动 E2 老师病了
机器人：E2 防诈骗讲座 11月28日*取消了*
机器人（居民群）：E2 防诈骗讲座 11月28日*取消了*
召集人：/活动 28日16点 义诊 发到 月球群
机器人：没有叫「月球群」的群。有：联盟群、党员群、居民群
`,
  threeGroups,
);

alsoRestarted(
  'whoever is told of a change was told of the thing',
  `
【2026-11-16 10:05】
召集人：/活动 28日9点 义诊
机器人：E1 义诊 11月28日（周六）9:00–11:00
　　已报 0 人
　　参加请发「+1」，来不了请发「请假 E1」
机器人（党员群）：E1 义诊 11月28日（周六）9:00–11:00
　　已报 0 人
　　参加请发「+1」，来不了请发「请假 E1」
机器人（居民群）：E1 义诊 11月28日（周六）9:00–11:00
　　已报 0 人
　　参加请发「+1」，来不了请发「请假 E1」
召集人：/改期 E1 29日9点
机器人：E1 义诊 改期了*
机器人（党员群）：E1 义诊 改期了*
机器人（居民群）：E1 义诊 改期了*
`,
  threeGroups,
);

alsoRestarted(
  'a poll asks the groups that are named',
  `
【2026-11-16 10:05】
召集人：投票 几号学习 A 5日 B 6日 截止 18日18点 发到 党员群
机器人：P1 发到党员群，这里不发。看结果请发「/投票 P1」
机器人（党员群）：P1 几号学习*
召集人：投票 贴在哪 A 发到居民群 B 发到党员群 截止 18日18点 仅本群
机器人：P2 贴在哪
　　A 发到居民群
　　B 发到党员群
　　11月18日（周三）18:00截止
　　投票请发*
`,
  threeGroups,
);

alsoRestarted(
  'a notice goes to the groups that are named',
  `
【2026-11-16 10:05】
召集人：/公告 发到 居民群 明天停水
机器人：将发到：居民群
　　【公告】明天停水
　　确认请在 5 分钟内发「发」，要改请重新发「/公告」
召集人：/公告 请把照片发到 联盟群
机器人：将发到：联盟群、党员群、居民群
　　【公告】请把照片发到 联盟群
　　确认请在 5 分钟内发「发」，要改请重新发「/公告」
召集人：/公告 @居民 明天停水
机器人：将发到：居民群*
召集人：/公告 只发 月球群 明天停水
机器人：没有叫「月球群」的群。有：联盟群、党员群、居民群
`,
  threeGroups,
);

alsoRestarted(
  'the study day of the members is not for residents',
  `
【2026-11-28 10:05】
召集人：/规则 学习日
机器人：学习日：*，发到居民群以外的群
　　*
【2026-12-02 18:00】
机器人：【还有 3 天】E1 学习日*
机器人（党员群）：【还有 3 天】E1 学习日*
`,
  { ...threeGroups, rules: example.rules.filter(({ id }) => id === 'study') },
);

alsoRestarted(
  'a fixed day is for the groups that are named, and so is all that follows from it',
  `
召集人：/规则 学习日 只发 党员群
机器人：改好了：
　　学习日：每月5日 14:30–16:00，社区党群服务中心二楼，放假照常，发到党员群
　　*
召集人：/规则 服务日 发到 居民群、联盟群
机器人：改好了：
　　服务日：*，发到居民群、联盟群
　　*
召集人：/撤销
机器人：撤销了。服务日：*
召集人：/规则 服务日 发到 月球群
机器人：没有叫「月球群」的群。有：联盟群、党员群、居民群
召集人：/规则 服务日 暂停
机器人：*
【2026-12-02 18:00】
机器人（党员群）：【还有 3 天】E1 学习日*
【2026-12-02 18:05】
召集人：/改期 E1 15点
机器人：E1 学习日 改期了*
机器人（党员群）：E1 学习日 改期了*
召集人：/取消活动 E1
机器人：E1 学习日 12月5日*取消了*
机器人（党员群）：E1 学习日 12月5日*取消了*
召集人：/规则 新增 志愿日 每月第二个周六 9点 发到 居民群
机器人：固定日加好了：
　　志愿日：*，发到居民群
　　*
`,
  threeGroups,
);

const serviceDay = `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
机器人（党员群）：【还有 3 天】E1 服务日*
机器人（居民群）：【还有 3 天】E1 服务日*
张伟：+1
机器人：E1 报名 张伟*
【2026-11-25 07:45】
机器人：【今天】E1 服务日*
机器人（党员群）：【今天】E1 服务日*
机器人（居民群）：【今天】E1 服务日*
【2026-11-25 08:10】
机器人：E1 服务日*开始签到*
机器人（党员群）：E1 服务日*开始签到*
机器人（居民群）：E1 服务日*开始签到*
机器人→周敏：*
召集人（私聊）：/口令 槐花
机器人→周敏：*
张伟：签到 槐花
机器人：E1 到场 1 人（张伟）。应到 1
【群：居民群】
王五：/签到表
机器人：E1 服务日 正在签到
　　到场 1 人，应到 1 人
　　看这次活动请发「/活动 E1」
【群：联盟群】
【2026-11-25 11:31】
`;

alsoRestarted(
  'the liaisons read the names and are asked for the record, the others how many came',
  `${serviceDay}
机器人：E1 服务日 签到结束
　　到场 1 人，应到 1 人
　　到场 1：张伟
　　联络员请写小结，例：小结 E1 清理楼道6处，惠及38人次
机器人（党员群）：E1 服务日 签到结束
　　到场 1 人，应到 1 人
机器人（居民群）：E1 服务日 签到结束
　　到场 1 人，应到 1 人
`,
  threeGroups,
);

alsoRestarted(
  'where the liaisons have no group, whoever runs the day is asked in private',
  `${serviceDay}
机器人：E1 服务日 签到结束
　　到场 1 人，应到 1 人
机器人（党员群）：E1 服务日 签到结束
　　到场 1 人，应到 1 人
机器人（居民群）：E1 服务日 签到结束
　　到场 1 人，应到 1 人
机器人→周敏：E1 服务日 签到结束
　　到场 1 人，应到 1 人
　　到场 1：张伟
　　联络员请写小结，例：小结 E1 清理楼道6处，惠及38人次
`,
  {
    ...threeGroups,
    groups: threeGroups.groups.map((group) =>
      group.kind === 'alliance' ? { ...group, kind: 'work' as const } : group,
    ),
  },
);
