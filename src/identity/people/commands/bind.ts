import { oneOf, secretCode } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type AnyCommand, type CommandContext, command } from '../../../core/command.ts';
import {
  nothing,
  type Outcome,
  refuse,
  remember,
  say,
  tell,
  together,
} from '../../../core/outcome.ts';
import { higher, mayActAs } from '../../../core/roles.ts';
import { lines } from '../../../core/text.ts';
import { unitOf } from '../../alliance/index.ts';
import { CODE_LASTS, type Code, type Grant, issue, peek, present } from '../../codes/index.ts';
import { allianceNames, alliancesOf, choose } from '../../directory/index.ts';
import { type Person, people } from '../records.ts';
import { isSpokenFor, personNow, unite } from '../rules/accounts.ts';
import { appointed, mayInvite, memberToBe } from '../rules/appointments.ts';
import { type NextStep, withoutLiaison } from '../rules/next-step.ts';
import { bindingTexts } from '../texts/binding.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { joiningTexts } from '../texts/joining.ts';

export function bindCommand(next: NextStep): AnyCommand {
  return command({
    name: 'bind',
    zhName: '绑定',
    aliases: ['我的码'],
    minRole: 'guest',
    scope: 'private',
    summary: {
      zh: '用邀请码；或把两个平台的账号并成一个人',
      en: 'use a code, or join your accounts on two platforms',
    },
    deepLink: 'guests',
    examples: ['/绑定 K7M2-9QXT', '/绑定'],
    args: {
      code: secretCode({ zh: '码', en: 'code' }).optional(),
      sure: oneOf({ zh: '确认', en: 'yes' }, ['确认', '是', 'yes']).optional(),
    },
    shortForms: ['{code!}'],
    resolveAlliance: ({ code }, lookup) =>
      (code === undefined ? undefined : peek(code, lookup)?.alliance) ?? lookup.here,
    run: ({ code, sure }, context) => {
      if (context.records === context.directory && code === undefined)
        return refuse(bindingTexts.needCode);
      if (code === undefined) return offerMerge(context);
      const presented = present(code, ['setup', 'unit', 'person', 'merge'], context);
      if ('answer' in presented) return presented.answer;
      const { found, spend } = presented;
      const used = redeem(found, sure !== undefined, next, context);
      return 'refused' in used
        ? used.refused
        : together(remember(spend), used.done, choosePrivateChat(context));
    },
    undo: bindingTexts.bindingStays,
  });
}

function offerMerge(context: CommandContext): Outcome {
  const { alliance, person, now } = context;
  const grant: Grant = { kind: 'merge', person: person.id };
  const issued = issue({ grant, alliance, by: person.id, until: now + CODE_LASTS }, context);
  return together(remember(...issued.remember), say(bindingTexts.mergeCode(issued.code)));
}

type Redeemed = { readonly done: Outcome } | { readonly refused: Outcome };
type Joined = { readonly done: Outcome; readonly person: Person } | { readonly refused: Outcome };

function redeem(
  { grant, by }: Code,
  sure: boolean,
  next: NextStep,
  context: CommandContext,
): Redeemed {
  const { records } = context;
  const maker = by === undefined ? undefined : records.get(people, personNow(records, by));
  if (grant.kind === 'setup') return { refused: refuse(bindingTexts.isSetupCode) };
  if (grant.kind === 'merge') return mergeWith(personNow(records, grant.person), sure, context);
  // Roles are looked at when they act, so that of whoever gave the code too; what the machine's own
  // user gave is good.
  const isGood = by === undefined || (maker !== undefined && mayInvite(maker, grant, records));
  if (!isGood) return { refused: refuse(bindingTexts.codeRevoked) };
  const used = grant.kind === 'unit' ? joinBy(grant, context) : become(grant.person, context);
  if ('refused' in used) return used;
  return { done: together(used.done, tellMaker(used.person, maker?.id, next, context)) };
}

/** Whoever invited a liaison hears that they came, and what is next. */
function tellMaker(
  person: Person,
  maker: string | undefined,
  next: NextStep,
  { records }: CommandContext,
): Outcome {
  if (maker === undefined || maker === person.id || person.role !== 'liaison') return nothing;
  const unit = unitOf(records, person.unit);
  const left = withoutLiaison(records).filter(({ id }) => id !== person.unit).length;
  const otherwise = left > 0 ? invitationTexts.inviteAgain : invitationTexts.allUnits;
  return tell(
    maker,
    lines(
      invitationTexts.liaisonCame(person.name, unit?.short[0] ?? unit?.name ?? '', left),
      next(records, { invited: true }) ?? otherwise,
    ),
  );
}

/** A member, or a liaison, of the unit; the one of that name on the unit's list, if somebody is. */
function joinBy(grant: Extract<Grant, { kind: 'unit' }>, context: CommandContext): Joined {
  const { records, person } = context;
  const unit = unitOf(records, grant.unit);
  const own: Person = records.get(people, person.id) ?? { ...person };
  const listed = memberToBe(own, grant.unit, grant.role, records);
  const base = listed ?? own;
  const role = higher(base.role, grant.role);
  const deputy = grant.deputy ? { deputy: true } : {};
  const joined: Person = { ...base, role, unit: grant.unit, ...deputy, ...appointed(context) };
  const short = unit?.short[0] ?? unit?.name ?? '';
  const done = together(
    listed === undefined ? remember(put(people, joined)) : unite(person.id, joined, context),
    say(
      role === 'member'
        ? joiningTexts.welcome(joined.name, short)
        : bindingTexts.welcomeLiaison(joined.name, short),
    ),
  );
  return { done, person: joined };
}

/** Somebody on the list for whom nobody has spoken until now. */
function become(id: string, context: CommandContext): Joined {
  const { records, person } = context;
  const listed = records.get(people, id);
  if (listed === undefined || isSpokenFor(records, id))
    return { refused: refuse(bindingTexts.codeRevoked) };
  const into: Person = { ...listed, role: higher(listed.role, person.role) };
  const unit = unitOf(records, into.unit);
  const short = unit?.short[0] ?? unit?.name;
  const done = together(
    unite(person.id, into, context),
    say(bindingTexts.youAre(into.name, short, into.role)),
  );
  return { done, person: into };
}

/**
 * Whoever may more keeps their record. They confirm, so that nobody gets their rights by sending
 * them a code.
 */
function mergeWith(id: string, sure: boolean, context: CommandContext): Redeemed {
  const { records, person } = context;
  const other = records.get(people, id);
  const own: Person = records.get(people, person.id) ?? { ...person };
  if (other === undefined) return { refused: refuse(bindingTexts.codeRevoked) };
  if (other.id === own.id) return { refused: refuse(bindingTexts.sameAccount) };
  if (own.role !== 'guest' && !sure)
    return { refused: refuse(bindingTexts.sureToMerge(other.name)) };
  const [kept, gone] = mayActAs(other.role, own.role) ? [other, own] : [own, other];
  const into: Person = { ...kept, unit: kept.unit ?? gone.unit };
  return { done: together(unite(gone.id, into, context), say(bindingTexts.mergedInto(into.name))) };
}

/** An account that comes to an alliance by a code talks to it from then on. */
function choosePrivateChat({ directory, account, alliance }: CommandContext): Outcome {
  const known = alliancesOf(directory, account);
  if (known.includes(alliance)) return remember();
  const name = directory.get(allianceNames, alliance)?.name ?? '';
  const moved = remember(choose(directory, account, alliance));
  return known.length === 0 ? moved : together(moved, say(bindingTexts.nowAbout(name)));
}
