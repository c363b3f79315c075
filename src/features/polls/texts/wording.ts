import type { Said, Wording } from '../../../core/wording.ts';
import { texts } from './polls.ts';

/*
 * How people vote and take their vote back in their own words, in the notation of `expand`.
 */

const voting: Wording = {
  letter: 'p',
  sure: [
    '(投|选|选择)(了|给|个)?',
    '投票(给|选|投)?',
    '(我|俺|咱)?(的|这|那)?(一)?票(投|给|投给|就给|选)',
    '(vote|voting|voted)( for)?',
    '(option|choice)',
    '(my vote is|my vote goes to|i pick|i choose|go for|going for|go with|going with)',
  ],
  weak: [
    '(支持|同意|赞成|赞同|力挺|挺|倾向|倾向于|偏向|中意|站|顶)',
    '(更|最)?(喜欢|想要)',
    '(pick|choose|prefer|support)',
  ],
  instead: [
    '(改|换|改投|改选|换成|改成|改为|变成|换到|重新选|重新投|改主意了)',
    '(change|changed)( my vote)?( to)?',
    'switch to',
    '(改主意|反悔|想了想)(了)?(还是)?(选|投)',
  ],
  void: [
    '不算(数|了)?',
    '作废(了)?',
    '不要(了)?',
    '不(选|投)(了)?',
    '取消',
    '(no longer|instead of|not)',
  ],
  talk: ['(大家|你们|他们|她们|各位|所有人|谁|有人|别人)(都|全|也)?'],
  slots: ['option', 'me', 'own-unit'],
  sureWith: ['option'],
  needs: ['option'],
  implied: [{ slots: ['option'], as: 'strong' }],
  beside: [
    '(投)?(一|1)?票',
    '加(一|1)',
    '(刚才|刚刚|之前)?(我)?(选|投|点|按|打)错(了)?',
    '(应该是|应该|其实)',
    '(和|跟|同)大家一样',
    '(要|想|想要)?(学|做|搞|办|听|看|玩|吃|去|参加)(的)?',
    '(这|那)?(一|两|几|个|两个|三|三个|二)?(项|种|选项|方案|答案|样|款)',
    '(呀|嗷|滴|辣)',
  ],
  along: [
    '(好|更好|最好|比较好|不错|最合适|合适|实在|实用|实惠|靠谱|挺好|最实在)',
    '(第一|首选|优先|最终|最后|决定了|定了|定)',
    '(觉得|感觉|认为|个人觉得|个人意见|意见是|想法是|主张|建议|看|想了想|想好了|考虑了)',
  ],
  args: ({ subject, options }) => ({ poll: subject?.number, choices: options }),
  typed: (subject, { options }) =>
    subject === undefined ? '/投票' : `投 P${subject.number} ${lettersFor(options) || 'A'}`,
  which: texts.whichVote,
};

/** Somebody votes when it is over: they are told so, and do not believe that they have voted. */
const votingLate: Wording = {
  letter: 'p',
  invite: 'vote-late',
  sure: voting.sure ?? [],
  slots: ['option', 'me'],
  needs: ['option'],
  args: voting.args,
  typed: voting.typed,
};

export const voteWording: readonly Wording[] = [voting, votingLate];

export const unvoteWording: Wording = {
  letter: 'p',
  sure: [
    '(退|撤|撤回|收回|取消|撤销|拿回|退回|作废)(我|俺|咱)?(的|这|那|投的|自己的|刚才的|这一|那一|一)?(投)?票',
    '(我|俺)?(弃权|弃票|退票|撤票)(了)?',
    '(不投|不想投|不投票|不参与投票)(了)',
    '(的|这|那|这一|投的)?票(撤回|收回|撤|退|取消|撤掉|退掉|作废|不算)(了|吧|掉)?(了|吧)?',
    '((take|took) back|withdraw|cancel|remove) my vote',
  ],
  slots: ['me'],
  beside: ['(刚才|刚刚|之前)', '不(选|参与)(了)?'],
  args: ({ subject }) => ({ poll: subject?.number }),
  typed: (subject) => (subject === undefined ? '/投票' : `退票 P${subject.number}`),
  which: { zh: '收回哪一票？', en: 'Take back which vote?' },
};

function lettersFor(options: Said['options']): string {
  return options.map((place) => String.fromCharCode(65 + place)).join(' ');
}
