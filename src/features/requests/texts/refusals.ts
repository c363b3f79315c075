import { sentences, type Text } from '../../../core/text.ts';
import type { RequestState } from '../records/index.ts';

/** Where a request stands, to whoever wants something of it that does not fit. */
const standing: Readonly<Record<RequestState, Text>> = {
  open: { zh: '还没有人认领', en: 'is not taken on yet' },
  claimed: { zh: '已经有人认领了', en: 'is taken on' },
  underway: { zh: '正在办', en: 'is under way' },
  awaiting: { zh: '已经办完，等着验收', en: 'is finished and awaits the check' },
  resolved: { zh: '已经解决了', en: 'is resolved' },
  declined: { zh: '没有受理', en: 'was declined' },
  handed: { zh: '已经转交出去了', en: 'was handed over' },
  duplicate: { zh: '已经并到别的一件里了', en: 'was merged into another' },
  withdrawn: { zh: '已经撤回了', en: 'was withdrawn' },
  held: { zh: '先放着', en: 'is on hold' },
  noted: { zh: '是一条意见，只记录', en: 'is an opinion, kept and not acted on' },
};

/** Why something was not done, and what to type instead. */
export const refusals = {
  noSuch: (number: number): Text => ({
    zh: `没有 #${number}。看有哪些请发「/需求列表」`,
    en: `There is no #${number}. For what there is send /needs`,
  }),
  notInGroups: (number: number): Text => ({
    zh: `#${number} 只给社区看，不在群里说，请私聊我`,
    en: `#${number} is for the community only; please write to me in private`,
  }),
  whoSees: {
    zh: '群里大家都看得到。只给社区看的，请私聊我说',
    en: 'Everybody reads this here. For the community only, write to me in private',
  } satisfies Text,
  notNow: (number: number, state: RequestState, what: string, next: Text): Text => ({
    zh: `#${number} ${standing[state].zh}，现在不用「${what}」。${next.zh}`,
    en: `#${number} ${standing[state].en}, so “${what}” does not apply. ${next.en}`,
  }),
  resolvedThanks: (number: number): Text => ({
    zh: `#${number} 已经解决了，谢谢您`,
    en: `#${number} is resolved already, thank you`,
  }),
  needsNote: (number: number): Text => ({
    zh: `办到哪一步了？例：进度 ${number} 灯已经买好`,
    en: `How far is it? For example: progress ${number} the lamp is bought`,
  }),
  oneAtATime: (number: number): Text => ({
    zh: `一次认领一件，没有记。例：认领 ${number} 周六上午`,
    en: `One at a time, please; nothing was kept. For example: claim ${number} Saturday morning`,
  }),
  look: (number: number): Text => ({
    zh: `看经过请发「/详情 ${number}」`,
    en: `For its history send “/show ${number}”`,
  }),
  claimedBy: (number: number, who: Text): Text => ({
    zh: `#${number} ${who.zh}已经认领了。一起办请发「加入 ${number}」`,
    en: `#${number} was taken on by ${who.en}. To join send “join ${number}”`,
  }),
  claimFirst: (number: number): Text => ({
    zh: `#${number} 还没有人认领。要办请发「认领 ${number} 周六上午」`,
    en: `Nobody has taken #${number} on yet. To do so send “claim ${number} Saturday morning”`,
  }),
  stillInHand: (number: number, who: Text, checker: Text): Text =>
    sentences(
      {
        zh: `#${number} ${who.zh}还在办，办完会请${checker.zh}看。`,
        en: `${who.en} is still at #${number}; when it is done ${checker.en} will be asked to look.`,
      },
      { zh: `看进展请发「/详情 ${number}」`, en: `Send “/show ${number}”` },
    ),
  you: { zh: '您', en: 'you' } satisfies Text,
  whoAsked: { zh: '提出人', en: 'who asked' } satisfies Text,
  yours: (number: number): Text => ({
    zh: `#${number} 您已经认领了。办完请发「完成 ${number} 怎么办的」`,
    en: `You have #${number} already. When it is done send “done ${number}”`,
  }),
  notClaimant: (number: number, who: Text): Text => ({
    zh: `#${number} 是${who.zh}认领的，要由认领人来说。一起办请发「加入 ${number}」`,
    en: `#${number} is in the hands of ${who.en}, who can say this. To join send “join ${number}”`,
  }),
  notAsker: (number: number, who: Text): Text => ({
    zh: `#${number} 好不好，要请${who.zh}来说；3 天没有回话，联络员可以代为验收`,
    en: `Whether #${number} is resolved is for ${who.en} to say; after 3 silent days a liaison may check it`,
  }),
  ownWork: (number: number): Text => ({
    zh: `#${number} 是您办的，请提出人或别的联络员来验收`,
    en: `You did #${number} yourself; who asked, or another liaison, checks it`,
  }),
  onlyAsker: (number: number): Text => ({
    zh: `#${number} 要由提出人撤回。联络员不办请发「/不受理 ${number} 原因」`,
    en: `Only who asked withdraws #${number}. Liaisons send “/decline ${number}” and why`,
  }),
  needsPhoto: (number: number): Text => ({
    zh: `要看 #${number} 请发「/详情 ${number}」；补照片请发照片，配文写「${number}」`,
    en: `To see #${number} send “/show ${number}”; to add a photo send it with the caption “${number}”`,
  }),
  noPhotos: (number: number): Text => ({
    zh: `#${number} 还没有照片。补照片请发照片，配文写「${number}」`,
    en: `#${number} has no photos yet. To add one send it with the caption “${number}”`,
  }),
  photosForSome: (count: Text): Text => ({
    zh: `${count.zh}，只给提出人、认领人和联络员看`,
    en: `${count.en}, for who asked, who does it, and liaisons`,
  }),
  notYourPhoto: (number: number): Text =>
    sentences(
      {
        zh: `#${number} 的照片要提出人、认领人或联络员来发。`,
        en: `Photos of #${number} come from who asked, who does it, or a liaison.`,
      },
      { zh: `看经过请发「/详情 ${number}」`, en: `For its history send “/show ${number}”` },
    ),
  /** Why a time is refused. */
  time: {
    unclear: (example: string): Text => ({
      zh: `时间没看懂，没有记。请写清楚哪天，例：${example}`,
      en: `I did not understand the time, so nothing was kept. For example: ${example}`,
    }),
    past: (example: string): Text => ({
      zh: `这个时间已经过了，没有记。请换一个，例：${example}`,
      en: `That time is over, so nothing was kept. For example: ${example}`,
    }),
  },
  needsTime: (example: string): Text => ({
    zh: `改到什么时候？例：${example}`,
    en: `Until when? For example: ${example}`,
  }),
  needsText: (example: string): Text => ({
    zh: `什么地方、什么事？例：${example}`,
    en: `What, and where? For example: ${example}`,
  }),
  saidAgain: (number: number): Text =>
    sentences(
      { zh: `已经记着了，是 #${number}。`, en: `It is noted already, as #${number}.` },
      {
        zh: `看进展请发「/详情 ${number}」，补照片请发照片，配文写「${number}」`,
        en: `To follow it send “/show ${number}”; photos with the caption “${number}”`,
      },
    ),
  tooLong: {
    zh: '太长了，请写在 500 字以内，照片可以另发',
    en: 'Too long; 500 characters at most, photos apart',
  } satisfies Text,
  noSuchUnit: (name: string): Text => ({
    zh: `没有叫「${name}」的单位，请写全称或简称，例：/指派 12 恒威`,
    en: `There is no unit called “${name}”. For example: /assign 12 恒威`,
  }),
  itself: (number: number): Text => ({
    zh: `#${number} 不能并到它自己。把 12 并到 5，请发「/合并 12 5」`,
    en: `#${number} cannot be merged into itself. To merge 12 into 5 send “/merge 12 5”`,
  }),
  intoFinished: (number: number): Text => ({
    zh: `#${number} 已经结束了，不能往里并。看经过请发「/详情 ${number}」`,
    en: `#${number} is over and takes in no others. For its history send “/show ${number}”`,
  }),
  alreadySecond: (number: number): Text => ({
    zh: `#${number} 已经记着您了。看进展请发「/详情 ${number}」`,
    en: `You are noted with #${number} already. To follow it send “/show ${number}”`,
  }),
  builtOn: (number: number): Text =>
    sentences(
      {
        zh: `#${number} 后来又有了新的变化，不能撤销了。`,
        en: `Others have gone on with #${number} since, so it stays.`,
      },
      { zh: `看经过请发「/详情 ${number}」`, en: `For its history send “/show ${number}”` },
    ),
  onlyConvenor: {
    zh: '改分类请召集人来',
    en: 'The convenor changes the categories',
  } satisfies Text,
  noSuchCategory: (name: string): Text => ({
    zh: `没有「${name}」这一类。看分类请发「/类别」`,
    en: `There is no category “${name}”. For all send /categories`,
  }),
  settingChanged: {
    zh: '后来又改过，不能撤销了。要改请直接再发一次',
    en: 'It has been changed again since and stays. To change it, say it once more',
  } satisfies Text,
  badHour: {
    zh: '几点？例：/早报 8:30，不要早报请发「/早报 停」',
    en: 'At what time? For example: /digest 8:30, or “/digest 停” for none',
  } satisfies Text,
};

/** What was done, where no card says it. */
export const answers = {
  categories: (list: string): Text => ({
    zh: `分类：\n${list}\n召集人加词请发「/类别 安全 飞线」`,
    en: `Categories:\n${list}\nThe convenor adds words with “/categories 安全 飞线”`,
  }),
  learnt: (name: string, words: string): Text => ({
    zh: `记下了：有「${words}」的归到「${name}」`,
    en: `Noted: “${words}” belongs to “${name}”`,
  }),
  forgotten: (name: string, words: string): Text => ({
    zh: `记下了：「${name}」不再认「${words}」`,
    en: `Noted: “${name}” no longer goes by “${words}”`,
  }),
  moved: (number: number, name: string): Text => ({
    zh: `#${number} 归到「${name}」了`,
    en: `#${number} is now in “${name}”`,
  }),
  categoriesBack: {
    zh: '分类和词还是原来的。看分类请发「/类别」',
    en: 'Categories and words are as before. For all send /categories',
  } satisfies Text,
  digestAt: (time: string, audience?: Text): Text => ({
    zh: `早报每天 ${time} 发${audience ? `到${audience.zh}` : ''}，没有事就不发。停发请发「/早报 停」`,
    en: `The digest comes at ${time}${audience ? ` to ${audience.en}` : ''}, when there is something to say. To stop it “/digest 停”`,
  }),
  digestOff: {
    zh: '早报停了。要再发请发「/早报 8:30」',
    en: 'No digest any more. To have it again “/digest 8:30”',
  } satisfies Text,
};
