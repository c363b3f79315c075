import { rest } from '../../../../core/arguments.ts';
import { put, type Records, type Remember } from '../../../../core/collection.ts';
import { type AnyCommand, type CommandContext, command } from '../../../../core/command.ts';
import { holdsPrivateNumber } from '../../../../core/masking.ts';
import { shortened } from '../../../../core/names.ts';
import {
  broadcast,
  nothing,
  type Outcome,
  refuse,
  remember,
  say,
  together,
} from '../../../../core/outcome.ts';
import { placeIn } from '../../../../core/places.ts';
import { mayActAs } from '../../../../core/roles.ts';
import { lines, type Text } from '../../../../core/text.ts';
import { DAY, HOUR } from '../../../../core/time.ts';
import { allianceOf, groupsOf, nextNumber } from '../../../../identity/alliance/index.ts';
import { personCalled } from '../../../../identity/people/index.ts';
import { digests, type Emergency, type Request, type RequestKind } from '../../records.ts';
import { beginRequest, saidBy } from '../../rules/apply-event.ts';
import { emergencyIn, isForAllEars } from '../../rules/emergency.ts';
import { firstDigest } from '../../rules/morning.ts';
import { isAsker } from '../../rules/permits.ts';
import { alikeTo, categoriesOf, categoryFor, saidAgain } from '../../rules/reading.ts';
import { emergencyTexts } from '../../texts/emergency.ts';
import { notices } from '../../texts/notices.ts';
import { refusals } from '../../texts/refusals.ts';
import { asksFor } from '../../texts/wording-asking.ts';
import { nextWords, requestText } from '../../views/index.ts';
import { shown } from '../../views/words.ts';
import { photosAfter } from './add-photos.ts';
import { cry, tellConvenors } from './cry-for-help.ts';
import { undoEntry } from './undo-entry.ts';

/** The longest text that is kept, in characters. */
const LONGEST = 500;

const text = rest({ zh: '什么地方什么事', en: 'what, and where' }).optional();

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
    args: { text },
    shortForms: words.map((word) => `${word} {text!}`),
    wording: asksFor(kind, parts.zhName),
    run: ({ text: typed }, context) => submit(kind, parts.examples[0], typed, context),
    undo: undoEntry,
    photosAfter,
  });
}

function submit(
  kind: RequestKind,
  example: string,
  typed: string | undefined,
  context: CommandContext,
): Outcome {
  const { said, asker, name, remember: named } = whoAsks(typed, context);
  if (!/[\p{L}\p{N}]/u.test(said)) return refuse(refusals.needsText(example));
  if (said.length > LONGEST) return refuse(refusals.tooLong);
  const { records, place } = context;
  const danger = emergencyIn(said);
  const isPrivate = place.kind === 'private';
  if (danger !== undefined && isPrivate && !isForAllEars(danger)) return cry(danger, said, context);
  const again = saidAgain(said, kind, asker, records);
  if (again !== undefined && context.photos.length === 0)
    return refuse(
      lines(danger && warning(danger, records), refusals.saidAgain(again.number)),
      `/详情 ${again.number}`,
    );
  return keep(kind, said, { asker, name, remember: named }, danger, context);
}

/** Whoever asks in private is answered in words; what cannot wait is not left to a card. */
function keep(
  kind: RequestKind,
  said: string,
  { asker, name, remember: named }: Omit<Asker, 'said'>,
  danger: Emergency | undefined,
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
    ...(urgent === undefined ? {} : { urgent }),
    group: place.kind === 'group' ? place.group : onlyGroup(context),
    at: now,
    message: context.message,
  };
  const toAll = isPrivate && (urgent !== undefined || facts.group === undefined);
  const shows = isPrivate ? { acknowledged: true, ...(toAll ? { at: [] } : {}) } : {};
  const event = saidBy(context, kind === 'voice' ? 'note' : 'submit');
  const { request, outcome } = beginRequest(facts, event, context, shows);
  const digest =
    records.get(digests, 'morning') === undefined ? [put(digests, firstDigest(context))] : [];
  return together(
    remember(...named, counted, ...digest),
    sayFirst(request, danger, context),
    outcome,
    toAll ? announce(request, context) : nothing,
    urgent === undefined
      ? nothing
      : tellConvenors(emergencyTexts.asked(number, shortened(said, 120), name), context),
  );
}

/** Said in private it still has to be heard: in the group, where there is one. */
function onlyGroup({ records }: CommandContext): string | undefined {
  const groups = groupsOf(records);
  return groups.length === 1 ? groups[0]?.id : undefined;
}

function announce(request: Request, { records, now, zone }: CommandContext): Outcome {
  const { urgent: danger } = request;
  const text = requestText(request, { records, now, zone });
  return broadcast({
    id: `request:${request.id}`,
    groups: groupsOf(records).map(({ id }) => id),
    text: danger === undefined ? text : lines(emergencyTexts.advice(danger), text),
    choices: nextWords(request, records)?.choices ?? [],
    planned: now,
    deadline: now + (danger === undefined ? DAY : HOUR),
    ...(danger === undefined ? { atAnyHour: false } : { atAnyHour: true, aloud: true }),
  });
}

/** What has to be said first: the emergency numbers, then advice. */
function sayFirst(
  { text: said, kind, number }: Request,
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
    place.kind === 'private' && notices.discreet(number),
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

const BEHALF =
  /^(?:替|代|帮)\s*([\p{Script=Han}·]{2,6}?)\s*(?:[:：，,]|提[:：]?|报[:：]?|说[:：]?)\s*([\s\S]+)$/u;

/** What is asked, and by whom. */
interface Asker {
  readonly said: string;
  /** The person's id. */
  readonly asker: string;
  readonly name: string;
  /** Remembers a person who was named for the first time. */
  readonly remember: readonly Remember[];
}

/**
 * Whose request it is: the speaker's; the sender's of the message that is answered; or, said by a
 * liaison, of the one named (`替王奶奶：…`). Being named gives nobody a right but to judge what was done
 * for them.
 */
function whoAsks(typed: string | undefined, context: CommandContext): Asker {
  const { quoted, records, newId, person } = context;
  const own = { said: typed?.trim() ?? '', asker: person.id, name: person.name, remember: [] };
  if (quoted !== undefined && quoted.text.trim() !== '') {
    const { person: sender, remember: named } = personCalled(records, quoted.sender, newId);
    const said = [quoted.text.trim(), own.said].filter(Boolean).join(' ');
    return { said, asker: sender.id, name: sender.name, remember: named };
  }
  const [, name, said] = BEHALF.exec(own.said) ?? [];
  if (name === undefined || said === undefined || !mayActAs(person.role, 'liaison')) return own;
  const named = personCalled(records, shortened(name, 10), newId);
  return {
    said: said.trim(),
    asker: named.person.id,
    name: named.person.name,
    remember: named.remember,
  };
}
