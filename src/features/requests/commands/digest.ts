import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command, groupHere, type LastChange } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import {
  type Audience,
  allianceTexts,
  audienceName,
  groupsOf,
  takeAudience,
} from '../../../identity/alliance/index.ts';
import { type Digest, digests } from '../records/index.ts';
import { firstDigest, nextMorning } from '../rules/morning.ts';
import { answers, refusals } from '../texts/refusals.ts';

export const digest = command({
  name: 'digest',
  zhName: '早报',
  minRole: 'convenor',
  scope: 'anywhere',
  summary: { zh: '早上几点发待认领的需求', en: 'when the morning digest comes' },
  examples: ['/早报 8:30', '/早报 8:30 联盟群', '/早报 停'],
  args: { time: rest({ zh: '几点 发到哪个群', en: 'time, group' }) },
  run: ({ time: typed }, context) => {
    const known = context.records.get(digests, 'morning');
    const before = known ?? firstDigest(context);
    const said = fold(typed);
    if (said === '停' || said === '关' || said === 'off') {
      const { next: _, ...stopped } = before;
      return together(edit(digests, known, stopped), say(answers.digestOff));
    }
    const read = readSetting(typed, before, context);
    if ('refusal' in read) return read.refusal;
    const { time, audience } = read;
    const next = nextMorning(time, context.now, context.zone);
    const after = { ...before, time, next, ...(audience && { audience }) };
    return together(edit(digests, known, after), sayDigest(after, context));
  },
  undo: digestBack,
});

const CLOCK = /^(?:每天|早上|上午)*(\d{1,2})(?:[:点](\d{2})?分?)?(?=\s|$|[发只])/;

/** `8:30`, `8点 发到 联盟群、党员群`, `联盟群`: what is not said stays as it is. */
function readSetting(
  typed: string,
  before: Digest,
  { records, place }: CommandContext,
): { readonly time: string; readonly audience?: Audience } | { readonly refusal: Outcome } {
  const [clock = '', hour, minute = '00'] = CLOCK.exec(fold(typed)) ?? [];
  const time = hour === undefined ? before.time : `${hour.padStart(2, '0')}:${minute}`;
  const behind = typed.slice(clock.length).trim();
  if (Number(hour ?? 0) > 23 || Number(minute) > 59 || (clock === '' && behind === ''))
    return { refusal: refuse(refusals.badHour) };
  if (behind === '') return { time };
  const here = groupHere(place);
  // A group alone is enough: 「8:30 联盟群」.
  const words = /^[只仅]?[发限]/.test(fold(behind)) ? behind : `发到 ${behind}`;
  const { audience, left, unknown } = takeAudience(words, here, records);
  if (clock === '' && audience === undefined) return { refusal: refuse(refusals.badHour) };
  if (audience === undefined || left !== '')
    return {
      refusal: refuse(allianceTexts.noSuchAudience(unknown ?? left, groupsOf(records))),
    };
  return { time, audience };
}

function sayDigest(digest: Digest, { records }: CommandContext): Outcome {
  const { time, audience } = digest;
  return say(answers.digestAt(time, audience && audienceName(audience, records)));
}

/** Where the digest has come in between, its next one lies elsewhere, and the setting stays. */
function digestBack(change: LastChange, context: CommandContext): Outcome {
  return undoEdits(digests, change, context, {
    gone: () => refuse(refusals.settingChanged),
    back: ([edited]) => {
      const { next, time, audience } = edited?.before ?? firstDigest(context);
      const to = audience && audienceName(audience, context.records);
      return sayBack(next === undefined ? answers.digestOff : answers.digestAt(time, to));
    },
  });
}
