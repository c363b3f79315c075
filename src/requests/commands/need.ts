import { allianceOf, groupsOf, nextNumber } from '../../alliance/index.ts';
import { rest } from '../../core/arguments.ts';
import { put } from '../../core/collection.ts';
import { type AnyCommand, command, type Spoken } from '../../core/command.ts';
import { holdsPrivateNumber } from '../../core/masking.ts';
import { shortened } from '../../core/names.ts';
import { broadcast, nothing, type Outcome, refuse, remember, say, together } from '../../core/outcome.ts';
import { mayActAs } from '../../core/roles.ts';
import { lines, type Text } from '../../core/text.ts';
import { DAY } from '../../core/time.ts';
import { personCalled } from '../../people/index.ts';
import { digests, type Request, type RequestKind } from '../records.ts';
import { firstDigest } from '../rules/morning.ts';
import { alikeTo, categoriesOf, categoryFor, emergencyIn, placeIn } from '../rules/reading.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { nextWords, requestText, shown } from '../views.ts';
import { begin, saidBy, undoEntry } from './happen.ts';
import { photosAfter } from './photos.ts';

/** The longest text that is kept, in characters. */
const LONGEST = 500;

const text = rest({ zh: '什么地方什么事', en: 'what, and where' }).optional();

export const need = intake('need', {
  latin: 'need',
  zh: '需求',
  also: ['报事', '求助'],
  summary: { zh: '报一件要办的事，照片可以一起发', en: 'ask for something to be done, with photos' },
  examples: ['需求 3号楼2单元楼道灯坏了', '/报事 北门垃圾没人清', '/需求 替王奶奶：想找人修水龙头'],
  meantBy: /坏了|漏[水了雨]|堵|不亮|没电|停水|停电|没人[修管清]|报修|维修/,
});

export const wish = intake('wish', {
  latin: 'wish',
  zh: '心愿',
  also: ['微心愿'],
  summary: { zh: '替有需要的人说一个微心愿', en: 'a small wish for somebody' },
  examples: ['心愿 奶奶想要老花镜', '/微心愿 孩子想要一套绘本'],
});

export const voice = intake('voice', {
  latin: 'voice',
  zh: '民情',
  also: ['建议'],
  summary: { zh: '说一条意见或建议', en: 'an opinion or idea' },
  examples: ['民情 多几个晾衣架', '/建议 广场晚上音乐小一点'],
});

function intake(
  kind: RequestKind,
  parts: Pick<AnyCommand, 'latin' | 'zh' | 'summary' | 'examples' | 'meantBy'> & { also: string[] },
) {
  return command({
    ...parts,
    who: 'guest',
    where: 'anywhere',
    daily: true,
    args: { text },
    short: [`${parts.zh} {text!}`],
    run: ({ text: typed }, spoken) => submit(kind, parts.examples[0], typed, spoken),
    undo: undoEntry,
    photosAfter,
  });
}

function submit(kind: RequestKind, example: string, typed: string | undefined, spoken: Spoken): Outcome {
  const { said, asker, remember: named } = whoAsks(typed, spoken);
  if (!/[\p{L}\p{N}]/u.test(said)) return refuse(refusals.needsText(example));
  if (said.length > LONGEST) return refuse(refusals.tooLong);
  const { records, now, place } = spoken;
  const { number, remember: counted } = nextNumber(records, 'request');
  const facts = {
    id: spoken.newId(),
    number,
    kind,
    text: said,
    category: categoryFor(said, categoriesOf(records)),
    place: placeIn(said),
    photos: [...spoken.photos],
    asker,
    reporter: spoken.person.id,
    discreet: place.kind === 'private',
    group: place.kind === 'group' ? place.group : onlyGroup(spoken),
    at: now,
    message: spoken.message,
  };
  const { request, outcome } = begin(facts, saidBy(spoken, kind === 'voice' ? 'note' : 'submit'), spoken);
  const digest = records.get(digests, 'morning') === undefined ? [put(digests, firstDigest(spoken))] : [];
  return together(
    remember(...named, counted, ...digest),
    before(request, spoken),
    outcome,
    place.kind === 'private' && request.group === undefined ? announced(request, spoken) : nothing,
  );
}

/** Said in private it still has to be heard: in the group, where there is one. */
function onlyGroup({ records }: Spoken): string | undefined {
  const groups = groupsOf(records);
  return groups.length === 1 ? groups[0]?.id : undefined;
}

function announced(request: Request, { records, now, zone }: Spoken): Outcome {
  return broadcast({
    id: `request:${request.id}`,
    groups: groupsOf(records).map(({ id }) => id),
    text: requestText(request, { records, now, zone }),
    choices: nextWords(request, records)?.choices ?? [],
    planned: now,
    deadline: now + DAY,
    atAnyHour: false,
  });
}

/** What has to be said first: the emergency numbers, then advice. */
function before({ text: said, kind, number }: Request, spoken: Spoken): Outcome {
  const { records, now, place } = spoken;
  const emergency = emergencyIn(said);
  const alike = alikeTo(said, kind, records, now);
  const parts: (Text | false | undefined)[] = [
    emergency && notices.emergency(emergency, allianceOf(records).dutyPhone),
    place.kind === 'private' && notices.discreet,
    place.kind === 'group' && holdsPrivateNumber(said) && notices.recall,
    alike && alike.number !== number && notices.alike(alike.number, shown(alike.text, alike, records, 20)),
  ];
  const told = parts.filter(Boolean);
  return told.length === 0 ? nothing : say(lines(...parts), ...(alike ? [`${alike.number} 也是`] : []));
}

const BEHALF = /^(?:替|代|帮)\s*([\p{Script=Han}·]{2,6}?)\s*(?:[:：，,]|提[:：]?|报[:：]?|说[:：]?)\s*([\s\S]+)$/u;

/**
 * Whose request it is: the speaker's; the sender's of the message that is answered; or, said by a liaison, of the one
 * named (`替王奶奶：…`). Being named gives nobody a right but to judge what was done for them.
 */
function whoAsks(typed: string | undefined, spoken: Spoken) {
  const { quoted, records, newId, person } = spoken;
  const own = { said: typed?.trim() ?? '', asker: person.id, remember: [] };
  if (quoted !== undefined && quoted.text.trim() !== '') {
    const { person: sender, remember: named } = personCalled(records, quoted.sender, newId);
    const said = [quoted.text.trim(), own.said].filter(Boolean).join(' ');
    return { said, asker: sender.id, remember: named };
  }
  const [, name, said] = BEHALF.exec(own.said) ?? [];
  if (name === undefined || said === undefined || !mayActAs(person.role, 'liaison')) return own;
  const named = personCalled(records, shortened(name, 10), newId);
  return { said: said.trim(), asker: named.person.id, remember: named.remember };
}
