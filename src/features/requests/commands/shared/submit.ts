import { oneOf, rest } from '../../../../core/arguments.ts';
import { put, type Records } from '../../../../core/collection.ts';
import { type AnyCommand, type CommandContext, command } from '../../../../core/command.ts';
import { holdsPrivateNumber, masked } from '../../../../core/masking.ts';
import { shortened } from '../../../../core/names.ts';
import {
  ask,
  nothing,
  type Outcome,
  refuse,
  remember,
  say,
  together,
} from '../../../../core/outcome.ts';
import { placeIn } from '../../../../core/places.ts';
import { lines, type Text } from '../../../../core/text.ts';
import { allianceOf, nextNumber } from '../../../../identity/alliance/index.ts';
import { letterInPrivate, readerFor } from '../../../letters/index.ts';
import { digests, type Emergency, type Request, type RequestKind } from '../../records/index.ts';
import { accusesSomebody } from '../../rules/accusations.ts';
import { beginRequest, saidBy } from '../../rules/apply-event.ts';
import { emergencyIn, isForAllEars } from '../../rules/emergency.ts';
import { firstDigest } from '../../rules/morning.ts';
import { isAsker } from '../../rules/permits.ts';
import { alikeTo, categoriesOf, categoryFor, saidAgain } from '../../rules/reading.ts';
import { asking } from '../../texts/asking.ts';
import { emergencyTexts } from '../../texts/emergency.ts';
import { notices } from '../../texts/notices.ts';
import { askingPhrases } from '../../texts/phrases.ts';
import { refusals } from '../../texts/refusals.ts';
import { asksFor } from '../../texts/wording-asking.ts';
import { shown } from '../../views/words.ts';
import { photosAfter } from './add-photos.ts';
import { announce, onlyGroup } from './announce.ts';
import { cry, passOnOnce } from './cry-for-help.ts';
import { tellWhoActs } from './tell-who-acts.ts';
import { undoEntry } from './undo-entry.ts';
import { type Asker, whoAsks } from './who-asks.ts';

/** The longest text that is kept, in characters. */
const LONGEST = 500;

const text = rest({ zh: '什么地方什么事', en: 'what, and where' }).optional();

/** Who is to see what is said in private. */
const AUDIENCES = ['发群', '只给社区'] as const;
type Audience = (typeof AUDIENCES)[number];
const audience = oneOf({ zh: '发群／只给社区', en: '发群 or 只给社区' }, AUDIENCES).optional();

export function submitCommand(
  kind: RequestKind,
  // 求助 and 建议 begin ordinary talk too, so these are names of commands only.
  {
    words,
    ...parts
  }: Pick<AnyCommand, 'name' | 'zhName' | 'summary' | 'examples' | 'hintPattern'> & {
    aliases: string[];
    words: string[];
  },
) {
  return command({
    ...parts,
    minRole: 'guest',
    scope: 'anywhere',
    daily: true,
    args: { audience, text },
    shortForms: words.map((word) => `${word} {text!}`),
    phrases: askingPhrases[kind],
    wording: asksFor(kind, parts.zhName),
    run: ({ audience: to, text: typed }, context) =>
      to !== undefined && context.place.kind === 'group'
        ? refuse(refusals.whoSees)
        : submit(kind, parts, to, typed, context),
    undo: undoEntry,
    photosAfter,
  });
}

function submit(
  kind: RequestKind,
  { zhName, examples }: Pick<AnyCommand, 'zhName' | 'examples'>,
  to: Audience | undefined,
  typed: string | undefined,
  context: CommandContext,
): Outcome {
  const { said, asker, name, remember: named } = whoAsks(typed, context);
  if (!/[\p{L}\p{N}]/u.test(said))
    return ask(refusals.needsText(examples[0]), [], { open: `${zhName} {}` });
  if (said.length > LONGEST) return refuse(refusals.tooLong);
  const { records, place } = context;
  const danger = emergencyIn(said);
  const isPrivate = place.kind === 'private';
  if (danger !== undefined && isPrivate && !isForAllEars(danger)) return cry(danger, said, context);
  if (!isPrivate && danger === undefined && accusesSomebody(said, kind === 'voice'))
    return refuse(letterInPrivate);
  const again = saidAgain(said, kind, asker, records);
  if (again !== undefined && context.photos.length === 0)
    return refuse(
      lines(danger && warning(danger, records), refusals.saidAgain(again.number)),
      `/详情 ${again.number}`,
    );
  if (isPrivate && to === undefined) return askWhoSees(kind, zhName, typed, danger, context);
  const isKept = to === '只给社区';
  return keep(kind, said, { asker, name, remember: named }, { danger, isKept }, context);
}

/** Nothing that is said in private goes to a group before its author has chosen so. */
function askWhoSees(
  kind: RequestKind,
  word: string,
  typed: string | undefined,
  danger: Emergency | undefined,
  context: CommandContext,
): Outcome {
  const { quoted } = context;
  const own = typed?.trim() ?? '';
  const said = quoted === undefined ? own : `替${quoted.sender}：${[quoted.text, own].join(' ')}`;
  const question = asking.whoSees(kind, shortened(masked(said), 30));
  // What is said against somebody may be for one pair of eyes.
  const reader = kind === 'voice' ? readerFor(context.person.id, context) : undefined;
  const told = danger === undefined ? nothing : passOnOnce(danger, said, context);
  return together(
    told,
    ask(lines(danger && warning(danger, context.records), question), [
      { label: asking.forGroups, typed: `${word} 发群 ${said.trim()}` },
      { label: asking.forCommunity, typed: `${word} 只给社区 ${said.trim()}` },
      ...(reader === undefined
        ? []
        : [{ label: asking.forReader(reader.name), typed: `信箱 ${said.trim()}` }]),
    ]),
  );
}

/** Whoever asks in private is answered in words; what cannot wait is not left to a card. */
function keep(
  kind: RequestKind,
  said: string,
  { asker, name, remember: named }: Omit<Asker, 'said'>,
  { danger, isKept }: { readonly danger: Emergency | undefined; readonly isKept: boolean },
  context: CommandContext,
): Outcome {
  const { records, now, place } = context;
  const isPrivate = place.kind === 'private';
  const { number, remember: counted } = nextNumber(records, 'request');
  const urgent = kind === 'voice' ? undefined : danger;
  const facts = {
    id: context.newId(),
    number,
    kind,
    text: said,
    category: categoryFor(said, categoriesOf(records)),
    place: placeIn(said),
    photos: [...context.photos],
    asker,
    reporter: context.person.id,
    discreet: isPrivate,
    ...(isKept ? { kept: true } : {}),
    ...(urgent === undefined ? {} : { urgent }),
    group: isKept ? undefined : homeFor(context),
    at: now,
    message: context.message,
  };
  const isForGroups = isPrivate && !isKept;
  const toAll = isForGroups && (urgent !== undefined || facts.group === undefined);
  const shows = isPrivate ? { acknowledged: true, ...(toAll || isKept ? { at: [] } : {}) } : {};
  const event = saidBy(context, kind === 'voice' ? 'note' : 'submit');
  const { request, outcome } = beginRequest(facts, event, context, shows);
  const digest =
    records.get(digests, 'morning') === undefined ? [put(digests, firstDigest(context))] : [];
  return together(
    remember(...named, counted, ...digest),
    sayFirst(request, danger, context),
    outcome,
    toAll ? announce(request, context) : nothing,
    tellWhoActs(request, name, context),
  );
}

function homeFor({ records, place }: CommandContext): string | undefined {
  return place.kind === 'group' ? place.group : onlyGroup(records);
}

/** What has to be said first: the emergency numbers, then advice. */
function sayFirst(
  { text: said, kind, number, kept }: Request,
  danger: Emergency | undefined,
  context: CommandContext,
): Outcome {
  const { records, now, place, person } = context;
  const alike = alikeTo(said, kind, records, now);
  const isOwn = alike !== undefined && isAsker(alike, person);
  const likeness = ({ number: other }: Request, words: string) =>
    isOwn ? notices.alikeOwn(other, words, number) : notices.alike(other, words);
  const parts: (Text | false | undefined)[] = [
    danger && warning(danger, records),
    place.kind === 'private' && (kept ? asking.kept(number) : asking.discreet(number)),
    place.kind === 'group' && holdsPrivateNumber(said) && notices.recall,
    alike && likeness(alike, shown(alike.text, alike, records, 20)),
  ];
  const choice =
    alike === undefined ? [`/详情 ${number}`] : [isOwn ? `撤回 ${number}` : `${alike.number} 也是`];
  const told = parts.filter(Boolean);
  return told.length === 0
    ? nothing
    : say(lines(...parts), ...(alike || place.kind === 'private' ? choice : []));
}

function warning(danger: Emergency, records: Records): Text {
  return emergencyTexts.first(danger, allianceOf(records).dutyPhone);
}
