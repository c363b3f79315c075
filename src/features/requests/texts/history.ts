import { plain, type Text } from '../../../core/text.ts';
import type { PromptKind, RequestState } from '../records/index.ts';

export const stateName: Readonly<Record<RequestState, Text>> = {
  open: { zh: '待认领', en: 'open' },
  claimed: { zh: '已认领', en: 'claimed' },
  underway: { zh: '办理中', en: 'under way' },
  awaiting: { zh: '待验收', en: 'awaiting the check' },
  resolved: { zh: '已解决', en: 'resolved' },
  declined: { zh: '不受理', en: 'declined' },
  handed: { zh: '已转交', en: 'handed over' },
  duplicate: { zh: '已合并', en: 'merged' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  held: { zh: '暂缓', en: 'on hold' },
  noted: { zh: '已记录', en: 'noted' },
};

/** `：楼道灯换好了`, where something was said. */
function because(note: string | undefined): Text {
  return note === undefined ? plain('') : { zh: `：${note}`, en: `: ${note}` };
}

/** `（带梯子）` */
function aside(note: string | undefined): Text {
  return note === undefined ? plain('') : { zh: `（${note}）`, en: ` (${note})` };
}

function joined(text: Text, behind: Text): Text {
  return { zh: text.zh + behind.zh, en: text.en + behind.en };
}

function promising(promise: Text | undefined): Text {
  return promise === undefined
    ? plain('')
    : { zh: `，答应 ${promise.zh}`, en: `, promised for ${promise.en}` };
}

/** What happened, as one sentence without its stop; `who` did it. */
export const happened = {
  submit: (who: string): Text => ({ zh: `${who}提出`, en: `${who} asked` }),
  note: (who: string): Text => ({ zh: `${who}反映`, en: `${who} said so` }),
  second: (who: string): Text => ({ zh: `${who}也有同样的情况`, en: `${who} needs the same` }),
  photos: (who: string, count: number): Text => ({
    zh: `${who}补了 ${count} 张照片`,
    en: `${who} added ${count} photos`,
  }),
  claim: (who: Text, promise: Text | undefined, note: string | undefined): Text =>
    joined(
      joined({ zh: `${who.zh}认领了`, en: `${who.en} took it on` }, promising(promise)),
      aside(note),
    ),
  take: (activity: string, promise: Text | undefined): Text => ({
    zh: `由 ${activity}去办${promise ? `，${promise.zh}` : ''}`,
    en: `${activity}will do it${promise ? `, ${promise.en}` : ''}`,
  }),
  /** The name of an activity has a space behind it. */
  begin: (activity: string): Text => ({ zh: `${activity}开始办了`, en: `${activity}has begun` }),
  leave: (activity: string): Text => ({
    zh: `${activity}不办了，再找人办`,
    en: `${activity}will not do it after all`,
  }),
  join: (who: Text): Text => ({ zh: `${who.zh}一起来办`, en: `${who.en} joined` }),
  assign: (who: string, unit: Text, promise: Text | undefined, note: string | undefined): Text => {
    const limit =
      promise === undefined ? plain('') : { zh: `，限 ${promise.zh}`, en: `, due ${promise.en}` };
    return joined(
      joined({ zh: `${who}派给了${unit.zh}`, en: `${who} gave it to ${unit.en}` }, limit),
      aside(note),
    );
  },
  release: (who: Text, note: string | undefined): Text =>
    joined({ zh: `${who.zh}退回了`, en: `${who.en} gave it back` }, because(note)),
  /** Given back by somebody for whoever had it. */
  freed: (who: string, claimant: Text, note: string | undefined): Text =>
    joined(
      { zh: `${who}把${claimant.zh}认领的退回了`, en: `${who} gave it back for ${claimant.en}` },
      because(note),
    ),
  promise: (who: string, promise: Text, note: string | undefined): Text =>
    joined(
      { zh: `${who}把时间改到 ${promise.zh}`, en: `${who.trim()} now promises ${promise.en}` },
      aside(note),
    ),
  progress: (who: string, note: string | undefined): Text =>
    joined({ zh: `${who}报了进度`, en: `${who} on the way` }, because(note)),
  done: (who: string, note: string | undefined, photos: number): Text => {
    const shown =
      photos > 0 ? { zh: `（照片 ${photos} 张）`, en: ` (${photos} photos)` } : plain('');
    return joined(
      joined({ zh: `${who}办完了`, en: `${who.trim()} finished it` }, because(note)),
      shown,
    );
  },
  accept: (who: string, note: string | undefined): Text =>
    joined({ zh: `${who}说满意，解决了`, en: `${who} is satisfied: resolved` }, because(note)),
  acceptSilent: (who: string, note: string | undefined): Text =>
    joined(
      {
        zh: `${who}代为验收（提出人 3 天没有回话），解决了`,
        en: `${who} checked it (no word for 3 days): resolved`,
      },
      because(note),
    ),
  reopen: (who: string, count: number, note: string | undefined): Text =>
    joined(
      {
        zh: `${who}说还没解决（第 ${count} 次），接着办`,
        en: `${who} says it is not resolved (${count}); under way again`,
      },
      because(note),
    ),
  decline: (who: string, note: string | undefined): Text =>
    joined({ zh: `${who}说不受理`, en: `${who} declined it` }, because(note)),
  hand: (who: string, note: string | undefined): Text => ({
    zh: `${who}转交给了${note ?? '别处'}`,
    en: `${who} handed it over to ${note ?? 'others'}`,
  }),
  merge: (who: string, number: number): Text => ({
    zh: `${who}并到 #${number} 一起办`,
    en: `${who} merged it into #${number}`,
  }),
  withdraw: (who: string): Text => ({ zh: `${who}撤回了`, en: `${who} withdrew it` }),
  hold: (who: string, until: Text | undefined, note: string | undefined): Text => {
    const time =
      until === undefined ? plain('') : { zh: `，${until.zh}接着办`, en: ` until ${until.en}` };
    return joined(
      joined({ zh: `${who}说先放一放`, en: `${who} put it on hold` }, time),
      aside(note),
    );
  },
  resume: (who: string | undefined): Text =>
    who === undefined
      ? { zh: '暂缓到期，接着办', en: 'Taken up again as planned' }
      : { zh: `${who}说接着办`, en: `${who} took it up again` },
  prompt: (kind: PromptKind): Text =>
    ({
      ahead: { zh: '提醒了认领人：快到时间了', en: 'Reminded the claimant of the coming time' },
      overdue: { zh: '提醒了认领人：时间到了', en: 'Asked the claimant, the time being over' },
      liaison: { zh: '请联络员看看', en: 'Asked the liaison to look' },
      convenor: { zh: '请召集人看看', en: 'Asked the convenor to look' },
    })[kind],
  lapse: { zh: '到时间没有办成，退回待认领', en: 'Not done in time; open again' } satisfies Text,
  undone: (sentence: Text): Text => ({
    zh: `${sentence.zh}（后来撤销了）`,
    en: `${sentence.en} (taken back)`,
  }),
  takenBack: (who: string, sentence: Text): Text => ({
    zh: `${who}撤销了上一步（${sentence.zh}）`,
    en: `${who} took back: ${sentence.en}`,
  }),
};
