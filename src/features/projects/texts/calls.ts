import { lines, type Text } from '../../../core/text.ts';

/** Of gathering what people want, and of choosing among it. */
export const callTexts = {
  opened: (title: string, until: Text): Text =>
    lines(
      { zh: `【征集】${title}，${until.zh}止`, en: `[Proposals] ${title}, until ${until.en}` },
      {
        zh: '想要什么请发，例：项目建议 每月一次义诊',
        en: 'Say what you want: 项目建议 每月一次义诊',
      },
    ),
  needsPlan: {
    zh: '征集什么、到哪天？例：/项目 征集 2027年为民项目 12月10日止',
    en: 'What for, and until when? /projects 征集 2027年为民项目 12月10日止',
  } satisfies Text,
  isOpen: (title: string, until: Text): Text => ({
    zh: `${title} 还在征集，${until.zh}止。提前结束请发「/项目 征集 结束」`,
    en: `${title} is open until ${until.en}. To end it now send “/projects 征集 结束”`,
  }),
  none: {
    zh: '现在没有在征集。有事要办请发「需求 …」，看认领表发「/项目」',
    en: 'Nothing is gathered now. To ask for something send “需求 …”',
  } satisfies Text,
  needsText: {
    zh: '想要什么？例：项目建议 每月一次义诊',
    en: 'What would you like? 项目建议 每月一次义诊',
  } satisfies Text,
  proposed: (number: number, title: string, name: string): Text => ({
    zh: `J${number} ${title}（${name}建议）`,
    en: `J${number} ${title} (proposed by ${name})`,
  }),
  alike: (number: number, other: number, title: string): Text => ({
    zh: `J${number} 和 J${other} ${title}像，一样请发「J${other} 也是」`,
    en: `J${number} is like J${other} ${title}; if it is the same send “J${other} 也是”`,
  }),
  seconded: (number: number, title: string, count: number): Text => ({
    zh: `J${number} ${title}，${count} 人都想要`,
    en: `J${number} ${title}: ${count} want it`,
  }),
  ownAlready: (number: number): Text => ({
    zh: `J${number} 已经算上您了。看它请发「/项目 J${number}」`,
    en: `You are counted for J${number} already. To see it send “/projects J${number}”`,
  }),
  fromRequests: (numbers: readonly number[]): Text => ({
    zh: `${numbers.length} 件需求成了建议：${numbers.map((one) => `J${one}`).join('、')}`,
    en: `Requests became proposals: ${numbers.map((one) => `J${one}`).join(', ')}`,
  }),
  notOpenRequests: (numbers: readonly number[]): Text => ({
    zh: `${numbers.map((one) => `#${one}`).join('、')} 不在待认领里，没有算`,
    en: `${numbers.map((one) => `#${one}`).join(', ')} are not open and were left out`,
  }),
  chosen: (title: string, gathered: number, chosen: number, example: number): Text => ({
    zh: `${title || '项目'} 征集 ${gathered} 项，入选 ${chosen} 项。认领请发「认领 J${example} 做什么」`,
    en: `${title || 'Projects'}: ${gathered} proposed, ${chosen} chosen. To take one on send “认领 J${example}”`,
  }),
  chooseWhich: {
    zh: '选哪些？例：/入选 J1 J3 J7，按票数发「/入选 前3」',
    en: 'Which ones? /choose J1 J3 J7, or by votes /choose 前3',
  } satisfies Text,
  notThere: (numbers: readonly number[]): Text => ({
    zh: `${numbers.map((one) => `J${one}`).join('、')} 选不了（没有这个建议，或已经定了），都没有动`,
    en: `${numbers.map((one) => `J${one}`).join(', ')} cannot be chosen; nothing was changed`,
  }),
  tie: (most: number, numbers: readonly number[], votes: number): Text => ({
    zh: `前 ${most} 名的边上票数一样（${votes} 票）：${numbers.map((one) => `J${one}`).join('、')}。请改个数，或写编号「/入选 J1 J3」`,
    en: `A tie at the edge (${votes} votes): ${numbers.map((one) => `J${one}`).join(', ')}. Choose another count or name them`,
  }),
  noVotes: {
    zh: '还没有投过票。先投票请发「/项目 投票」，直接选发「/入选 J1 J3」',
    en: 'No vote was held. “/projects 投票”, or choose by number',
  } satisfies Text,
  refusedAll: (count: number): Text => ({
    zh: `${count} 项没有入选，原因私下告诉提的人了。看认领表请发「/项目」`,
    en: `${count} were not chosen; those who proposed them were told why. “/projects”`,
  }),
  toProposer: (number: number, title: string, why: string): Text => ({
    zh: `您想要的 J${number} ${title} 这次没有入选：${why}。谢谢您，下次征集欢迎再提`,
    en: `J${number} ${title}, which you wanted, was not chosen: ${why}. Thank you; please propose again`,
  }),
  chosenToProposer: (number: number, title: string): Text => ({
    zh: `您想要的 J${number} ${title} 入选了，有单位认领了告诉您。看它请发「/项目 J${number}」`,
    en: `J${number} ${title}, which you wanted, was chosen. To see it send “/projects J${number}”`,
  }),
  voteQuestion: (title: string, round: number, rounds: number): string =>
    rounds === 1
      ? `${title || '项目'}选哪些`
      : `${title || '项目'}选哪些（第${round}/${rounds}轮）`,
  voteWhich: {
    zh: '至少要两个建议才能投票。看建议请发「/项目 建议」',
    en: 'A vote needs at least two proposals. For these send “/projects 建议”',
  } satisfies Text,
  voteRuns: {
    zh: '已经在投票了，投完自动接下一轮。看投票请发「/投票」',
    en: 'A vote is under way already; rounds follow by themselves. “/poll”',
  } satisfies Text,
  voteUntil: {
    zh: '投到哪天几点？例：/项目 投票 截止 20日18点',
    en: 'Until when? /projects 投票 截止 20日18点',
  } satisfies Text,
  counted: (rounds: number, first: string, wanted: number): Text => ({
    zh: `${rounds > 1 ? `${rounds} 轮都` : ''}投完了，得票最多的：${first}。按票数定请发「/入选 前${wanted}」，其余发「/未入选 其余 原因」`,
    en: `The vote is over; most votes: ${first}. Then “/choose 前${wanted}” and “/notchosen 其余 …”`,
  }),
  closed: (title: string, count: number): Text => ({
    zh: `${title} 征集到 ${count} 项，不再收了。投票请发「/项目 投票 截止 20日18点」，直接选发「/入选 J1 J3」`,
    en: `${title}: ${count} proposals, no more are taken. “/projects 投票 …” or “/choose J1 J3”`,
  }),
  hasProposals: (count: number): Text => ({
    zh: `已经有 ${count} 项建议了，撤不回。结束请发「/项目 征集 结束」`,
    en: `There are ${count} proposals already. To end it send “/projects 征集 结束”`,
  }),
  onlySoMany: (count: number): Text => ({
    zh: `投过票的只有 ${count} 项。例：/入选 前${Math.max(1, count - 1)}`,
    en: `Only ${count} were voted on`,
  }),
  refuseWhich: {
    zh: '哪些没入选、为什么？例：/未入选 J4 已经有物业在办，或「/未入选 其余 票数不够」',
    en: 'Which ones, and why? /not_chosen J4 …, or /not_chosen 其余 …',
  } satisfies Text,
  nothingLeft: {
    zh: '没有还没定的建议了。看认领表请发「/项目」',
    en: 'Nothing is left to decide. For the table send “/projects”',
  } satisfies Text,
  claimedToProposer: (number: number, title: string, who: Text): Text => ({
    zh: `您想要的 J${number} ${title} 有人做了：${who.zh}。看它请发「/项目 J${number}」`,
    en: `J${number} ${title}, which you wanted, was taken on by ${who.en}`,
  }),
  undoCall: (title: string): Text => ({ zh: `${title} 不征集了`, en: `${title} is not gathered` }),
};

/** Of pairs. */
export const pairTexts = {
  made: (number: number, unit: string, partner: string, months: number, due: Text): Text => ({
    zh: `J${number} ${unit}和${partner}结对，${every(months)}走访一次，${due.zh}前去一次。去了请发「走访 J${number} 怎么样」`,
    en: `J${number}: ${unit} and ${partner} are a pair, a visit every ${months} months, next by ${due.en}. Then send “走访 J${number}”`,
  }),
  list: (count: number, visits: number): Text => ({
    zh: `结对 ${count} 对，走访 ${visits} 次：`,
    en: `${count} pairs, ${visits} visits:`,
  }),
  none: {
    zh: '还没有结对。结一对请发「/结对 恒威 敬老院 每月」',
    en: 'No pairs yet. “/pair 恒威 敬老院 每月”',
  } satisfies Text,
  line: (number: number, who: string, partner: string, due: Text): Text => ({
    zh: `J${number} ${who}—${partner}（${due.zh}前走访）`,
    en: `J${number} ${who} – ${partner} (visit by ${due.en})`,
  }),
  needs: {
    zh: '谁和谁、多久一次？例：/结对 恒威 敬老院 每月。和家庭结对请私聊发「/结对 恒威 户 每月」',
    en: 'Who with whom, how often? /pair 恒威 敬老院 每月',
  } satisfies Text,
  noSuchUnit: (name: string): Text => ({
    zh: `没有叫「${name}」的单位。看有哪些请发「/单位」`,
    en: `There is no unit “${name}”. For all send “/units”`,
  }),
  privately: {
    zh: '和家庭结对不在群里说，请私聊我。我只记代号',
    en: 'Pairs with households are for private chats; I keep a code name only',
  } satisfies Text,
  household: (code: string): string => `${code}户`,
  howToVisit: (number: number): Text => ({
    zh: `去过了请发「走访 J${number} 怎么样」`,
    en: `After a visit send “走访 J${number}”`,
  }),
  due: (number: number, partner: string): Text => ({
    zh: `J${number} 该去看看${partner}了。去了请发「走访 J${number} 怎么样」`,
    en: `J${number}: time to visit ${partner}. Then send “走访 J${number}”`,
  }),
  visited: (number: number, partner: string, count: number, due: Text): Text => ({
    zh: `J${number} 走访${partner}记下了，今年第 ${count} 次，下次 ${due.zh}前`,
    en: `J${number}: visit to ${partner} noted, number ${count} this year; next by ${due.en}`,
  }),
  notPair: (number: number): Text => ({
    zh: `J${number} 不是结对。说进展请发「进度 J${number} …」`,
    en: `J${number} is no pair. For news send “进度 J${number} …”`,
  }),
};

function every(months: number): string {
  if (months === 1) return '每月';
  return months === 12 ? '每年' : `每 ${months} 个月`;
}
