import { rest, secretCode } from '../../../core/arguments.ts';
import { put, type Records } from '../../../core/collection.ts';
import { type AllianceLookup, type CommandContext, command } from '../../../core/command.ts';
import { nameKey, shownName } from '../../../core/names.ts';
import { type Outcome, refuse, remember, say, tell, together } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { type Alliance, alliances } from '../../../identity/alliance/index.ts';
import { peek, present } from '../../../identity/codes/index.ts';
import { allianceNames, choose } from '../../../identity/directory/index.ts';
import {
  convenorsOf,
  isSpokenFor,
  type Person,
  people,
  unite,
} from '../../../identity/people/index.ts';
import { texts } from '../texts/setup.ts';
import { nextStep } from '../views.ts';

export const setup = command({
  name: 'setup',
  zhName: '初始化',
  minRole: 'guest',
  scope: 'private',
  unlisted: true,
  summary: { zh: '凭初始化码成为联盟的召集人', en: 'become the convenor with the setup code' },
  examples: ['/初始化 K7M2-9QXT', '/初始化 K7M2-9QXT 天星社区联盟'],
  args: {
    code: secretCode({ zh: '初始化码', en: 'setup code' }),
    name: rest({ zh: '联盟名称', en: 'alliance' }).optional(),
  },
  resolveAlliance: ({ code, name }, lookup) => {
    const found = peek(code, lookup);
    if (found?.grant.kind !== 'setup') return undefined;
    return (
      found.alliance ??
      (name === undefined ? onlyOne(lookup) : (allianceCalled(name, lookup) ?? lookup.newId()))
    );
  },
  run: ({ code, name }, context) => {
    const { records } = context;
    const presented = present(code, ['setup'], context);
    if ('answer' in presented) return presented.answer;
    const before = records.get(alliances, 'alliance');
    const alliance = before ?? (name === undefined ? undefined : newAlliance(name));
    if (alliance === undefined || isDirectory(context)) return refuse(texts.nameNeeded);
    const { person, outcome } = becomeConvenor(context);
    const others = convenorsOf(records).filter(
      (one) => one.id !== person.id && isSpokenFor(records, one.id),
    );
    return together(
      remember(presented.spend, choose(context.directory, context.account, context.alliance)),
      remember(...(before === undefined ? [put(alliances, alliance)] : [])),
      outcome,
      say(lines(texts.convenor(person.name, alliance.name), nextStep(records) ?? texts.ready)),
      ...others.map((one) =>
        tell(one.id, texts.another(person.name, alliance.name), { urgent: true }),
      ),
    );
  },
  undo: texts.setUpForGood,
});

function onlyOne({ alliances: all }: AllianceLookup): string | undefined {
  return all.length === 1 ? all[0] : undefined;
}

function allianceCalled(name: string, { directory }: AllianceLookup): string | undefined {
  return directory.all(allianceNames).find((one) => nameKey(one.name) === nameKey(name))?.id;
}

/** No alliance was found to decide in. */
function isDirectory({ directory, records }: { directory: Records; records: Records }): boolean {
  return records === directory;
}

function newAlliance(name: string): Alliance {
  return {
    id: 'alliance',
    name: shownName(name),
    zone: 'Asia/Shanghai',
    quiet: { from: '21:30', to: '07:30' },
  };
}

/**
 * The holder is the imported convenor whom nobody speaks for: the one of their name, or the only
 * one there is; whoever is a member already stays who they are.
 */
function becomeConvenor(context: CommandContext): { person: Person; outcome: Outcome } {
  const { person, records } = context;
  const waiting = convenorsOf(records).filter((one) => !isSpokenFor(records, one.id));
  const named = waiting.filter((one) => nameKey(one.name) === nameKey(person.name));
  const [meant] = named.length === 1 ? named : waiting.length === 1 ? waiting : [];
  if (meant !== undefined && person.role === 'guest')
    return { person: meant, outcome: unite(person.id, meant, context) };
  const own: Person = { ...person, ...records.get(people, person.id), role: 'convenor' };
  return { person: own, outcome: remember(put(people, own)) };
}
