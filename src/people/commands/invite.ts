import { type Unit, unitOf } from '../../alliance/index.ts';
import { CODE_LASTS, type Grant, issue } from '../../codes/index.ts';
import { rest } from '../../core/arguments.ts';
import { command, type Spoken } from '../../core/command.ts';
import { type Outcome, refuse, remember, sayLink, together } from '../../core/outcome.ts';
import { isSpokenFor, mayInvite } from '../rules.ts';
import { texts } from '../texts.ts';
import { memberCalled, readMeant } from './meant.ts';

export const invite = command({
  latin: 'invite',
  zh: '邀请',
  also: ['邀请码'],
  who: 'liaison',
  where: 'private',
  summary: { zh: '给人一个邀请码，来做单位的成员或联络员', en: 'an invitation code for a member or a liaison' },
  examples: ['/邀请', '/邀请 恒威', '/邀请 恒威 联络员', '/邀请 张伟'],
  args: { text: rest({ zh: '单位 [联络员]，或姓名', en: 'unit [联络员], or a name' }).optional() },
  run: ({ text }, spoken) => {
    const { unit: named, role, deputy, names } = readMeant(text, spoken);
    const [name] = names;
    if (name !== undefined) return inviteKnown(name, named, spoken);
    const unit = named ?? unitOf(spoken.records, spoken.person.unit);
    if (unit === undefined) return refuse(texts.howToInvite);
    const invited = role === 'liaison' ? 'liaison' : 'member';
    const grant: Grant = { kind: 'unit', unit: unit.id, role: invited, deputy };
    return give(grant, (code) => texts.invitation(unit.short[0] ?? unit.name, invited, code), spoken);
  },
  undo: texts.codeStays,
});

/** Somebody who is on the list already and has no account yet. */
function inviteKnown(name: string, unit: Unit | undefined, spoken: Spoken): Outcome {
  const called = memberCalled(name, unit, spoken, (one) => !isSpokenFor(spoken.records, one.id));
  if ('answer' in called) return called.answer;
  const { person } = called;
  if (person === undefined) return refuse(texts.notOnList(name));
  return give({ kind: 'person', person: person.id }, (code) => texts.invitationFor(person.name, code), spoken);
}

function give(grant: Grant, text: (code: string) => ReturnType<typeof texts.invitationFor>, spoken: Spoken): Outcome {
  if (!mayInvite(spoken.person, grant, spoken.records)) return refuse(texts.notYoursToInvite);
  const { alliance, person, now } = spoken;
  const issued = issue({ grant, alliance, by: person.id, until: now + CODE_LASTS }, spoken);
  return together(remember(...issued.remember), sayLink(text(issued.code), `/绑定 ${issued.code}`));
}
