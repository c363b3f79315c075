import { type Language, lines, plain, sentences, type Text } from '../../../core/text.ts';
import {
  allianceTexts,
  type GroupKind,
  groupKindName,
  likelyGroupKind,
} from '../../../identity/alliance/index.ts';

const languages: Readonly<Record<Language, Text>> = {
  zh: { zh: '简体中文', en: 'Simplified Chinese' },
  'zh-Hant': { zh: '繁体中文', en: 'Traditional Chinese' },
  en: { zh: '英文', en: 'English' },
};

function of(branch: string | undefined): string {
  return branch === undefined ? '' : `的${branch}`;
}

function ofBranch(branch: string | undefined): string {
  return branch === undefined ? '' : `, ${branch}`;
}

/** What a group is; one of a branch says so by its branch. */
function isA(kind: GroupKind | undefined): Text {
  if (kind === undefined || kind === 'branch') return plain('');
  const { zh, en } = groupKindName(kind);
  return { zh: `，是${zh}`, en: `, as the ${en}` };
}

/** What a group is, and what it is told. */
export const groupTexts = {
  notInUse: { zh: '这个群没有启用', en: 'This group is not in use' } satisfies Text,
  inUse: (alliance: string, kind: GroupKind | undefined, branch: string | undefined): Text =>
    lines(
      sentences(
        { zh: '大家好，我是小联。', en: 'Hello, I am the liaison bot.' },
        {
          zh: `这个群启用了，属于「${alliance}」${of(branch)}${isA(kind).zh}。`,
          en: `This group is in use now; it belongs to “${alliance}”${ofBranch(branch)}${isA(kind).en}.`,
        },
      ),
      {
        zh: '我只记跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」',
        en: 'I keep only what is said to me, no talk. For what is kept, and how long, send /privacy',
      },
      {
        zh: '看我能做什么请发「/帮助」，看安排请发「日程」',
        en: 'To see what I can do send /help, for what is coming /agenda',
      },
    ),
  belongs: (kind: GroupKind | undefined, branch: string | undefined, language: Language): Text => ({
    zh: `这个群属于${branch ?? '整个联盟'}${isA(kind).zh}，我在这里说${languages[language].zh}`,
    en: `This group belongs to ${branch ?? 'the whole alliance'}${isA(kind).en}, and I speak ${languages[language].en} here`,
  }),
  /** One group alone needs no kind; of several the convenor says what each is. */
  whatIsIt: (likely: GroupKind = 'residents'): Text => ({
    zh: `这是联盟群、党员群、居民群还是工作群？说一次，通知就只发到该去的群，例：/启用 ${groupKindName(likely).zh}`,
    en: `Which group is it: 联盟群 (units), 党员群 (members), 居民群 (residents), 工作群 (work)? Say it once, for example: /here ${groupKindName(likely).zh}`,
  }),
  whatAreThey: (groups: readonly { readonly title: string }[]): Text => {
    const [first] = groups;
    const likely = groupKindName(likelyGroupKind(first?.title ?? '') ?? 'residents').zh;
    return lines(
      {
        zh: `通知现在发到所有群。这几个群还没说是什么群：${allianceTexts.titles(groups).zh}`,
        en: `Notices go to all groups. These have not said what they are: ${allianceTexts.titles(groups).en}`,
      },
      {
        zh: `在每个群里说一次就好，例：在「${first?.title ?? ''}」发「/启用 ${likely}」，以后学习日这样的通知就不发到居民群`,
        en: `Say it once in each, for example “/here ${likely}” in ${first?.title ?? ''}; then a study day, say, does not go to residents`,
      },
    );
  },
  whichBranch: {
    zh: '请写上是哪个分会，例：/启用 企业分会',
    en: 'Please name the branch, for example: /here 企业分会',
  } satisfies Text,
  changed: ({ zh, en }: Text): Text => ({ zh: `改好了：${zh}`, en: `Changed. ${en}` }),
  changedSince: {
    zh: '这个群后来又改过，不能撤销了。要改请发「/启用 分会」或「/启用 停用」',
    en: 'This group has been changed since. To change it send “/here BRANCH” or “/here off”',
  } satisfies Text,
  already: (alliance: string, kind: GroupKind | undefined, branch: string | undefined): Text => ({
    zh: `这个群已经启用，属于「${alliance}」${of(branch)}${isA(kind).zh}`,
    en: `This group is in use already; it belongs to “${alliance}”${ofBranch(branch)}${isA(kind).en}`,
  }),
  noSuchBranch: (name: string): Text => ({
    zh: `没有叫「${name}」的分会。可以写：企业、学校、机关、社区、部队、社会组织，例：/启用 企业`,
    en: `There is no branch “${name}”. For example: /here 企业`,
  }),
  sameGroup: (title: string): Text =>
    sentences(
      {
        zh: `这个群像原来的「${title}」，名字一样。`,
        en: `This looks like “${title}”, which was in use before.`,
      },
      {
        zh: '接着用请发「/启用 接回」，不是同一个群请发「/启用 新群」',
        en: 'To go on with it send /here again, for another group /here new',
      },
    ),
  whichGroup: (titles: readonly string[]): Text => {
    const shown = titles.slice(0, 5).map((title) => `「${title}」`);
    return lines(
      {
        zh: `还有 ${titles.length} 个群等着接回来：${shown.join('')}。`,
        en: `${titles.length} groups are to be bound again: ${shown.join('')}.`,
      },
      {
        zh: `这里是其中一个，请写上原来的群名，例：/启用 接回 ${titles[0]}`,
        en: `If this is one of them add the name it had: /here again ${titles[0]}`,
      },
      { zh: '都不是请发「/启用 新群」', en: 'If it is none send /here new' },
    );
  },
  nothingLost: {
    zh: '没有等着接回来的群。要启用这个群请发「/启用」',
    en: 'No group is to be bound again. To use this group send /here',
  } satisfies Text,
  boundAgain: (alliance: string): Text =>
    lines(
      {
        zh: `接回来了，这个群还是「${alliance}」的，原来的安排都在。`,
        en: `Bound again: this group belongs to “${alliance}” as before, with all that was planned.`,
      },
      { zh: '看安排请发「日程」', en: 'To see what is coming send /agenda' },
    ),
  stopped: (waiting: number): Text => ({
    zh: `好的，这个群停用了，我不再在这里发通知${waiting > 0 ? `，等着发的 ${waiting} 条也不发了` : ''}。要再用请发「/启用」`,
    en: `This group is not in use any more and gets no notices${waiting > 0 ? `, nor the ${waiting} that were waiting` : ''}. To use it again send /here`,
  }),
};
