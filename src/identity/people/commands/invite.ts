import { rest } from '../../../core/arguments.ts';
import { type AnyCommand, type CommandContext, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { nameKey } from '../../../core/names.ts';
import { type Outcome, refuse, remember, say, sayLink, together } from '../../../core/outcome.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import { type Unit, unitOf, units } from '../../alliance/index.ts';
import { type Grant, INVITATION_LASTS, issueAll } from '../../codes/index.ts';
import { type Person, people } from '../records.ts';
import { isSpokenFor } from '../rules/accounts.ts';
import { mayInvite } from '../rules/appointments.ts';
import { type NextStep, withoutLiaison } from '../rules/next-step.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { memberCalled, readMeant } from './shared/read-meant.ts';

/** So many codes stand in one message. */
const CODES_SHOWN = 5;
/** More units than this are no alliance that begins. */
const MOST_CODES = 60;

export function inviteCommand(next: NextStep): AnyCommand {
  return command({
    name: 'invite',
    zhName: '邀请',
    aliases: ['邀请码'],
    minRole: 'liaison',
    scope: 'private',
    summary: {
      zh: '给人一个邀请码，来做单位的成员或联络员',
      en: 'an invitation code for a member or a liaison',
    },
    examples: ['/邀请', '/邀请 恒威', '/邀请 恒威 联络员', '/邀请 张伟', '/邀请 全部'],
    args: {
      text: rest({ zh: '单位 [联络员]，或姓名', en: 'unit [联络员], or a name' }).optional(),
    },
    run: ({ text }, context) => {
      if (/^(全部|所有|各家?|每个)(单位)?(的?联络员)?$|^all$/.test(fold(text ?? '')))
        return inviteLiaisons(next, context);
      const { unit: named, role, deputy, names } = readMeant(text, context);
      const [name] = names;
      if (name !== undefined) return inviteKnown(name, named, context);
      const unit = named ?? unitOf(context.records, context.person.unit);
      if (unit === undefined) return refuse(invitationTexts.howToInvite);
      const invited = role === 'liaison' ? 'liaison' : 'member';
      const grant: Grant = { kind: 'unit', unit: unit.id, role: invited, deputy };
      return giveCode(
        grant,
        (code) => invitationTexts.invitation(unit.short[0] ?? unit.name, invited, code),
        context,
      );
    },
    undo: invitationTexts.codeStays,
  });
}

/**
 * A code for the liaison of each unit that has none yet: the one of the list, or whoever the unit
 * sends.
 */
function inviteLiaisons(next: NextStep, context: CommandContext): Outcome {
  const { records, person } = context;
  if (person.role !== 'convenor') return refuse(invitationTexts.notYoursToInvite);
  const waiting = withoutLiaison(records).slice(0, MOST_CODES);
  const then = next(records, { invited: true });
  if (waiting.length === 0) return refuse(lines(invitationTexts.allHaveLiaisons, then));
  const grants = waiting.map((unit) => grantFor(unit, records.all(people)));
  const { codes, outcome } = codesFor(grants, context);
  const made = waiting.map((unit, index) =>
    invitationTexts.codeOf(unit.short[0] ?? unit.name, codes[index] ?? ''),
  );
  const posts: Text[] = [];
  for (let from = 0; from < made.length; from += CODES_SHOWN)
    posts.push(lines(...made.slice(from, from + CODES_SHOWN)));
  return together(
    outcome,
    ...posts.map((post, index) =>
      say(
        lines(
          index === 0 && invitationTexts.codesFor(made.length),
          post,
          index === posts.length - 1 && then,
        ),
      ),
    ),
  );
}

function grantFor(unit: Unit, all: readonly Person[]): Grant {
  const [listed, another] = all.filter((one) => one.role === 'liaison' && one.unit === unit.id);
  return listed !== undefined && another === undefined
    ? { kind: 'person', person: listed.id }
    : { kind: 'unit', unit: unit.id, role: 'liaison', deputy: false };
}

/** Somebody who is on the list already and has no account yet. */
function inviteKnown(name: string, unit: Unit | undefined, context: CommandContext): Outcome {
  const { records } = context;
  const called = memberCalled(name, unit, context, (one) => !isSpokenFor(records, one.id));
  if ('answer' in called) return called.answer;
  const { person } = called;
  if (person !== undefined)
    return giveCode(
      { kind: 'person', person: person.id },
      (code) => invitationTexts.invitationFor(person.name, code),
      context,
    );
  const isIn = records.where(people, nameKey(name)).some(({ role }) => role !== 'guest');
  if (isIn) return refuse(invitationTexts.hasAccount(name));
  const known = records.all(units).slice(0, 20);
  return refuse(
    invitationTexts.notOnList(name, series(known.map((one) => plain(one.short[0] ?? one.name)))),
  );
}

function giveCode(grant: Grant, text: (code: string) => Text, context: CommandContext): Outcome {
  if (!mayInvite(context.person, grant, context.records))
    return refuse(invitationTexts.notYoursToInvite);
  const { codes, outcome } = codesFor([grant], context);
  const [code = ''] = codes;
  return together(outcome, sayLink(text(code), `/绑定 ${code}`));
}

function codesFor(
  grants: readonly Grant[],
  context: CommandContext,
): { readonly codes: readonly string[]; readonly outcome: Outcome } {
  const { alliance, person, now } = context;
  const parts = { alliance, by: person.id, until: now + INVITATION_LASTS };
  const issued = issueAll(
    grants.map((grant) => ({ ...parts, grant })),
    context,
  );
  return { codes: issued.codes, outcome: remember(...issued.remember) };
}
