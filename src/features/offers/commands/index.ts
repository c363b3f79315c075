import { findPeople } from './find-people.ts';
import { introduce } from './introduce.ts';
import { inviteHelp } from './invite-help.ts';
import { ledger } from './ledger.ts';
import { match } from './match.ts';
import { offer } from './offer.ts';
import { refuseCommand } from './refuse.ts';
import { skill } from './skill.ts';
import { team } from './team.ts';
import { unwilling } from './unwilling.ts';
import { want } from './want.ts';
import { willing } from './willing.ts';

export const commands = [
  ...[offer, want, skill, ledger, team],
  ...[refuseCommand, match, inviteHelp, findPeople],
  ...[introduce, willing, unwilling],
];
