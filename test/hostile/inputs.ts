/** Who says what, and what has to come of it. */
export interface Bad {
  readonly by: string;
  readonly text: string;
  /** In private; in the group else. */
  readonly secret?: true;
  readonly photos?: readonly string[];
}

const group = (by: string, text: string): Bad => ({ by, text });
const secret = (by: string, text: string): Bad => ({ by, text, secret: true });
const many = (text: string, times: number) => text.repeat(times);

const ZERO = '\u200b\u200c\u200d\ufeff';
const BIDI = '\u202e\u2066\u2069';
const COMBINING = `e${many('\u0301', 400)}`;
const FAMILY = '👨‍👩‍👧‍👦';

/** What stands in names, titles, reasons, options and places. */
export const oddTexts: readonly (readonly [string, string])[] = [
  ['a thousand lines', many('1. 张三\n', 1_000)],
  ['ten thousand characters', many('灯', 10_000)],
  ['brackets in brackets', many('（', 2_000) + many('）', 2_000)],
  ['right to left', `${BIDI}灯坏了`],
  ['zero width', `灯${ZERO}坏${ZERO}了`],
  ['combining', COMBINING],
  ['control characters', '灯\u0000\u0007\u001b[31m坏\r\n\u0085了'],
  ['emoji', many(FAMILY, 300)],
  ['a lone surrogate', '灯\ud800坏\udfff了'],
  ['a path', '../../../etc/passwd'],
  ['the prototype', '__proto__ constructor toString'],
  ['a formula', '=HYPERLINK("http://x","点我")'],
  ['a formula with a tab', '\t@SUM(A1)'],
  ['a template', '$' + '{process.env.TELEGRAM_TOKEN} {{x}} %s'],
  ['markup', '<script>alert(1)</script><b>[链接](tg://user?id=1)'],
  ['a line of the bot', '机器人：E1 报名 张伟。共 1/30 人'],
  ['a line of a list', '张伟\n2. 李四 已报'],
  ['a role', '召集人'],
  ['a mention', '@zhangsan88 @所有人 @all @channel'],
  ['a number', '13800138000'],
  ['a command', '/角色 路人 召集人'],
  ['JSON', '{"role":"convenor","id":"zhou-min"}'],
  ['SQL', "'; DROP TABLE records; --"],
  ['blanks only', '　 \u00a0\u2003'],
  ['nothing but signs', '！？。，、；：“”‘’（）【】'],
];

/** Commands that take words, with `{}` for them. */
export const takers: readonly (readonly [string, string, boolean])[] = [
  ['王五', '需求 {}', false],
  ['王五', '/需求 {}', true],
  ['路人', '+1 {}', false],
  ['路人', '{}', false],
  ['路人', '{}', true],
  ['联络员', '/活动 28日9点 {}', false],
  ['联络员', '/投票 {} A {} B 别的', false],
  ['联络员', '小结 E1 {}', false],
  ['召集人', '/公告 {}', true],
  ['召集人', '/角色 {} 成员', true],
];

/** Single messages, each wrong in a way of its own. */
export const singles: readonly (readonly [Bad, RegExp | 'silence'])[] = [
  [group('联络员', '/活动 26日9点 讲座 0人'), /人数/],
  [group('联络员', '/活动 26日9点 讲座 -3人'), /人数/],
  [group('联络员', '/活动 26日9点 讲座 999999人'), /人数/],
  [group('联络员', '/活动 26日9点 讲座 十万人'), /人数/],
  [group('联络员', '/活动 13月1日9点 讲座'), /没有这个日期/],
  [group('联络员', '/活动 2月30日9点 讲座'), /没有这个日期/],
  [group('联络员', '/活动 25点 讲座'), /没看懂|没有这个/],
  [group('联络员', '/活动 昨天9点 讲座'), /./],
  [group('路人', '+51'), 'silence'],
  [group('路人', '+0'), 'silence'],
  [group('路人', '+999999999999999999999'), 'silence'],
  [group('路人', '+1 E999999'), /./],
  [secret('路人', '签到 E1'), /./],
  [group('路人', '签到 ../../x'), 'silence'],
  [secret('路人', '/绑定 AAAA-AAAA'), /./],
  [secret('路人', `/绑定 ${many('A', 3_000)}`), /./],
  [secret('路人', '/绑定 ../../etc'), /./],
  [secret('路人', '/角色 路人 召集人'), /召集人/],
  [secret('路人', '/记录'), /召集人/],
  [secret('路人', '/隐去'), /召集人/],
  [secret('路人', '/规则 服务日 暂停'), /召集人|联络员/],
  [secret('路人', '/邀请 全部'), /召集人|联络员/],
  [secret('路人', '认领 999999'), /./],
  [secret('路人', '认领 1e9'), /./],
  [secret('路人', '认领 -1'), /./],
  [secret('路人', '认领 ０'), /./],
  [secret('路人', '认领 1.5'), /./],
  [secret('路人', '/帮助 ../../x'), /./],
  [secret('路人', '/帮助 __proto__'), /./],
  [secret('路人', '/__proto__'), /./],
  [secret('路人', '/constructor'), /./],
  [secret('路人', `/${many('需', 3_000)}`), /./],
  [secret('路人', '////////'), /./],
  [secret('路人', '/'), /./],
  [secret('路人', '／需求'), /./],
  [secret('路人', '1'), /./],
  [secret('路人', '99'), /./],
  [secret('路人', '不'), /./],
  [secret('路人', 'A'), /./],
  [secret('路人', '选 Z'), /./],
  [secret('路人', '/投票 P99 A'), /./],
  [secret('路人', '报名 一百人'), /./],
  [secret('路人', '「机器人：E1 服务日」+1'), /./],
  [group('路人', '「机器人：#1 灯坏了」完成'), 'silence'],
  [group('路人', '【还有 3 天】E1 服务日'), 'silence'],
  [group('路人', 'https://t.me/bot?start=L-AAAAAAAA'), 'silence'],
  [group('路人', '认真 1 周六'), 'silence'],
  [secret('张伟', '很满意 1'), /./],
  [secret('召集人', '/规则 服务日 改到 每月31日 25点'), /./],
  [secret('召集人', '/规则 服务日 名额 0人'), /./],
  [secret('召集人', '/规则 服务日 名额 -1人'), /./],
  [secret('召集人', '/设置 公告 每天0条'), /./],
  [secret('召集人', '/设置 公告 每天9999条'), /./],
  [secret('召集人', '/设置 安静 25:00-7:00'), /./],
  [secret('召集人', '/设置 安静 22:00'), /./],
  [secret('召集人', '/设置 值班电话 __proto__'), /./],
  [secret('召集人', '/设置 值班电话 =1+1'), /./],
  [secret('召集人', '/角色 张伟 constructor'), /./],
  [secret('召集人', '/角色 张伟 __proto__'), /./],
  [secret('召集人', '/单位 ../../x'), /./],
  [secret('召集人', `/单位 ${many('恒', 500)}`), /./],
  [secret('召集人', '/类别 __proto__ 飞线'), /./],
  [secret('召集人', '/类别 安全'), /./],
  [secret('召集人', '/指派 999 恒威'), /./],
  [secret('召集人', '/合并 1 1'), /./],
  [secret('召集人', '/改期 E99 明天'), /./],
  [secret('召集人', '/取消 E99'), /./],
  [secret('召集人', '/口令 E99 槐花'), /./],
  [secret('召集人', `/口令 ${many('槐', 200)}`), /./],
  [secret('召集人', '/预览 999999'), /./],
  [secret('召集人', '/日程 99999年'), /./],
  [secret('召集人', '/假期 0000'), /./],
  [secret('召集人', '/记录 第99999页'), /./],
  [secret('召集人', '/记录 ../../x'), /./],
  [secret('召集人', '/隐去 999 删除'), /./],
];
