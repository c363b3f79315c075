import type { ActKind } from '../../../core/act.ts';
import type { Act } from '../../../core/acts.ts';
import { type Role, roleName } from '../../../core/roles.ts';
import { plain, type Text } from '../../../core/text.ts';

/** What an act is called, and the word by which the log is asked for it. */
export const kindName: Readonly<Record<ActKind, Text>> = {
  role: { zh: '角色', en: 'role' },
  account: { zh: '账号', en: 'account' },
  rule: { zh: '固定日', en: 'fixed day' },
  setting: { zh: '设置', en: 'setting' },
  keeping: { zh: '保存时间', en: 'keeping time' },
  attendance: { zh: '更正到场', en: 'attendance' },
  proxy: { zh: '代为验收', en: 'check by proxy' },
  consent: { zh: '公布姓名', en: 'consent' },
  erasure: { zh: '删除', en: 'erasure' },
  export: { zh: '导出', en: 'export' },
  import: { zh: '导入', en: 'import' },
  refused: { zh: '未获准', en: 'refused' },
};

/** States and names of settings, as the log shows them; any other token shows itself. */
const words: Readonly<Record<string, Text>> = {
  none: { zh: '无', en: 'none' },
  active: { zh: '生效', en: 'active' },
  paused: { zh: '暂停', en: 'paused' },
  resolved: { zh: '已解决', en: 'resolved' },
  undone: { zh: '撤销', en: 'taken back' },
  present: { zh: '到场', en: 'present' },
  late: { zh: '迟到', en: 'late' },
  leave: { zh: '请假', en: 'on leave' },
  absent: { zh: '缺席', en: 'absent' },
  walked_in: { zh: '临时到场', en: 'walked in' },
  alliance: { zh: '新联盟', en: 'new alliance' },
  group: { zh: '群', en: 'group' },
  bound: { zh: '启用', en: 'bound' },
  unbound: { zh: '停用', en: 'unbound' },
  name: { zh: '名称', en: 'name' },
  zone: { zh: '时区', en: 'time zone' },
  quiet: { zh: '安静时段', en: 'quiet hours' },
  dutyPhone: { zh: '值班电话', en: 'duty phone' },
  announcementsADay: { zh: '公告条数', en: 'announcements a day' },
  deputy: { zh: '副联络员', en: 'deputy liaison' },
  asked: { zh: '没有答复', en: 'no answer' },
  given: { zh: '同意', en: 'given' },
  withdrawn: { zh: '收回', en: 'withdrawn' },
};

/** A token of the log in words: `liaison@u1` with the unit's name for `u1`. */
export function tokenText(token: string, nameOfUnit: (unit: string) => string): Text {
  const [word = '', unit] = token.split('@');
  const role = Object.hasOwn(roleName, word) ? roleName[word as Role] : undefined;
  const known = role ?? (Object.hasOwn(words, word) ? words[word] : undefined) ?? plain(word);
  if (unit === undefined) return known;
  const name = nameOfUnit(unit);
  return { zh: `${name}${known.zh}`, en: `${known.en} (${name})` };
}

const source: Readonly<Record<Act['source'], Text>> = {
  chat: { zh: '私聊', en: 'in private' },
  hand: { zh: '手工代转', en: 'by hand' },
  machine: { zh: '服务器上', en: 'on the machine' },
  clock: { zh: '自动', en: 'by itself' },
};

export const logTexts = {
  title: (what: Text | undefined, count: number): Text => ({
    zh: `操作记录${what ? `·${what.zh}` : ''}（${count} 条，新的在前，改不了）：`,
    en: `Log${what ? `, ${what.en}` : ''} (${count}, newest first, nobody can change it):`,
  }),
  none: (what: Text | undefined): Text => ({
    zh: `还没有${what ? `「${what.zh}」的` : ''}操作记录。看全部请发「/记录」`,
    en: `Nothing logged${what ? ` of “${what.en}”` : ''} yet. For all of it send /log`,
  }),
  line: (when: Text, who: Text, what: Text, where: Text): Text => ({
    zh: `${when.zh} ${who.zh} ${what.zh}（${where.zh}）`,
    en: `${when.en} ${who.en}: ${what.en} (${where.en})`,
  }),
  change: (from: Text, to: Text): Text => ({
    zh: `${from.zh}→${to.zh}`,
    en: `${from.en}→${to.en}`,
  }),
  inGroup: (title: string): Text => ({ zh: `群「${title}」`, en: `group “${title}”` }),
  goneGroup: { zh: '已停用的群', en: 'a group no longer used' } satisfies Text,
  where: (act: Act): Text => source[act.source],
  bot: { zh: '机器人', en: 'the bot' } satisfies Text,
  operator: { zh: '管机器的人', en: 'the operator' } satisfies Text,
  somebody: { zh: '不认识的人', en: 'somebody unknown' } satisfies Text,
  noSuch: (word: string): Text => ({
    zh: `没有「${word}」的记录。可以写种类或姓名，例：/记录 角色`,
    en: `No entries for “${word}”. Say a kind or a name, for example /log role`,
  }),
  more: (page: number, pages: number, next: string): Text => ({
    zh: `第 ${page}/${pages} 页，往前看请发「${next}」`,
    en: `Page ${page}/${pages}; for earlier ones send “${next}”`,
  }),
  last: {
    zh: '只看一种请发「/记录 角色」，只看一个人请发「/记录 姓名」',
    en: 'For one kind send “/log role”, for one person “/log name”',
  } satisfies Text,
};
