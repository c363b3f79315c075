import { oneOf } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { maskedName } from '../../../core/masked-names.ts';
import { refuse, say, together } from '../../../core/outcome.ts';
import type { Text } from '../../../core/text.ts';
import { consents, mayBeNamed } from '../../../identity/people/index.ts';
import { namingTexts } from '../texts/naming.ts';
import { namingPhrases } from '../texts/phrases.ts';

const YES: readonly string[] = ['公开', '同意', '愿意', '可以', 'yes', 'on'];
const WORDS = ['公开', '不公开', '同意', '不同意', '愿意', '不愿意', '可以', '不要'] as const;

/** Whoever says it may have their name published, or not; nobody says it for another. */
export const naming = command({
  name: 'naming',
  zhName: '署名',
  aliases: ['公布姓名'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: {
    zh: '公告、战报、公告栏里写不写我的名字',
    en: 'whether my name may stand in what is published',
  },
  examples: ['/署名 公开', '/署名 不公开', '/署名'],
  phrases: namingPhrases,
  args: {
    what: oneOf({ zh: '公开|不公开', en: 'yes|no' }, [
      ...WORDS,
      'yes',
      'no',
      'on',
      'off',
    ]).optional(),
  },
  run: ({ what }, context) => {
    if (what === undefined) return say(standing(context));
    const { person, records, now: at, message } = context;
    const before = records.get(consents, person.id);
    const isGiven = YES.includes(what);
    const state = isGiven ? ('given' as const) : ('withdrawn' as const);
    return together(
      edit(consents, before, { id: person.id, state, at, message }),
      say(isGiven ? namingTexts.given : namingTexts.withdrawn(maskedName(person.name))),
    );
  },
  undo: (change, context) =>
    undoEdits(consents, change, context, {
      gone: () => refuse(namingTexts.changedSince),
      back: ([one]) => sayBack(standing(context, one?.before?.state)),
    }),
});

/** How it stands, or stood with that answer. */
function standing(
  { person, records }: CommandContext,
  state = records.get(consents, person.id)?.state,
): Text {
  if (state === 'given') return namingTexts.isNamed;
  if (state !== 'withdrawn' && mayBeNamed(person.id, records)) return namingTexts.isNamedByOffice;
  return namingTexts.isHidden(maskedName(person.name));
}
