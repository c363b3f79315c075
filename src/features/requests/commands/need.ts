import { rest } from '../../../core/arguments.ts';
import { put, type Records } from '../../../core/collection.ts';
import { type AnyCommand, type CommandContext, command } from '../../../core/command.ts';
import { holdsPrivateNumber } from '../../../core/masking.ts';
import { shortened } from '../../../core/names.ts';
import {
  broadcast,
  nothing,
  type Outcome,
  refuse,
  remember,
  say,
  together,
} from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { lines, type Text } from '../../../core/text.ts';
import { DAY, HOUR } from '../../../core/time.ts';
import { allianceOf, groupsOf, nextNumber } from '../../../identity/alliance/index.ts';
import { personCalled } from '../../../identity/people/index.ts';
import { digests, type Emergency, type Request, type RequestKind } from '../records.ts';
import { emergencyIn, isForAllEars } from '../rules/emergency.ts';
import { firstDigest } from '../rules/morning.ts';
import { asked } from '../rules/permits.ts';
import { alikeTo, categoriesOf, categoryFor, placeIn, saidAgain } from '../rules/reading.ts';
import { emergencyTexts } from '../texts/emergency.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { nextWords, requestText } from '../views/index.ts';
import { shown } from '../views/words.ts';
import { cry, tellConvenors } from './emergency.ts';
import { begin, saidBy, undoEntry } from './happen.ts';
import { photosAfter } from './photos.ts';

/** The longest text that is kept, in characters. */
const LONGEST = 500;

const text = rest({ zh: '什么地方什么事', en: 'what, and where' }).optional();

export const need = handler('need', {
  name: 'need',
  zhName: '需求',
  aliases: ['报事', '求助'],
  words: ['需求', '报事'],
  summary: {
    zh: '报一件要办的事，照片可以一起发',
    en: 'ask for something to be done, with photos',
  },
  examples: ['需求 3号楼2单元楼道灯坏了', '/报事 北门垃圾没人清', '/需求 替王奶奶：想找人修水龙头'],
  hintPattern: /坏了|漏[水了雨]|堵|不亮|没电|停水|停电|没人[修管清]|报修|维修/,
});

export const wish = handler('wish', {
  name: 'wish',
  zhName: '心愿',
  aliases: ['微心愿'],
  words: ['心愿', '微心愿'],
  summary: { zh: '替有需要的人说一个微心愿', en: 'a small wish for somebody' },
  examples: ['心愿 奶奶想要老花镜', '/微心愿 孩子想要一套绘本'],
});

export const voice = handler('voice', {
  name: 'voice',
  zhName: '民情',
  aliases: ['建议'],
  words: ['民情'],
  summary: { zh: '说一条意见或建议', en: 'an opinion or idea' },
  examples: ['民情 多几个晾衣架', '/建议 广场晚上音乐小一点'],
});

function handler(
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
  const { records, now, place } = context;
  const danger = emergencyIn(said);
  const isPrivate = place.kind === 'private';
  if (danger !== undefined && isPrivate && !isForAllEars(danger)) return cry(danger, said, context);
  const again = saidAgain(said, kind, asker, records);
  if (again !== undefined && context.photos.length === 0)
    return refuse(
      lines(danger && warning(danger, records), refusals.saidAgain(again.number)),
      `/详情 ${again.number}`,
    );
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
  // Whoever asks in private is answered in words; what cannot wait for the morning is not left to a
  // card.
  const toAll = isPrivate && (urgent !== undefined || facts.group === undefined);
  const shows = isPrivate ? { acknowledged: true, ...(toAll ? { at: [] } : {}) } : {};
  const { request, outcome } = begin(
    facts,
    saidBy(context, kind === 'voice' ? 'note' : 'submit'),
    context,
    shows,
  );
  const digest =
    records.get(digests, 'morning') === undefined ? [put(digests, firstDigest(context))] : [];
  return together(
    remember(...named, counted, ...digest),
    before(request, danger, context),
    outcome,
    toAll ? announced(request, context) : nothing,
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

function announced(request: Request, { records, now, zone }: CommandContext): Outcome {
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
function before(
  { text: said, kind, number }: Request,
  danger: Emergency | undefined,
  context: CommandContext,
): Outcome {
  const { records, now, place, person } = context;
  const alike = alikeTo(said, kind, records, now);
  const isOwn = alike !== undefined && asked(alike, person);
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

/**
 * Whose request it is: the speaker's; the sender's of the message that is answered; or, said by a
 * liaison, of the one named (`替王奶奶：…`). Being named gives nobody a right but to judge what was done
 * for them.
 */
function whoAsks(typed: string | undefined, context: CommandContext) {
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
