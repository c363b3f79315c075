import type { CommandContext } from '../../../../core/command.ts';
import { shortened } from '../../../../core/names.ts';
import { type Outcome, tell, together } from '../../../../core/outcome.ts';
import { unitOf, unitsFor } from '../../../../identity/alliance/index.ts';
import { convenorsOf, liaisonsOf } from '../../../../identity/people/index.ts';
import type { Request } from '../../records.ts';
import { asking } from '../../texts/asking.ts';
import { emergencyTexts } from '../../texts/emergency.ts';
import { notices } from '../../texts/notices.ts';
import { shown } from '../../views/words.ts';
import { tellConvenors } from './cry-for-help.ts';

/** Those who have to hear of a new request themselves: `name` is who asked. */
export function tellWhoActs(request: Request, name: string, context: CommandContext): Outcome {
  const { urgent, number, kept, text: said } = request;
  const told = kept ? tellCommunity(request, context) : tellFirst(request, context);
  if (urgent === undefined) return told;
  const cried = emergencyTexts.asked(number, shortened(said, 120), name);
  return together(told, tellConvenors(cried, context));
}

/** The liaisons of the units in whose area it is hear of it themselves. */
function tellFirst(request: Request, { records, person }: CommandContext): Outcome {
  const { number, text: said, kind } = request;
  const first = kind === 'need' ? unitsFor(said, records).map(({ id }) => id) : [];
  const what = notices.inYourArea(number, shown(said, request, records));
  const told = liaisonsOf(records).filter(
    ({ id, unit }) => unit !== undefined && first.includes(unit) && id !== person.id,
  );
  return together(...told.map(({ id }) => tell(id, what)));
}

/** The community's liaisons, else all convenors, hear of what no group is told. */
function tellCommunity({ number, text: said, kind }: Request, context: CommandContext): Outcome {
  const { records, person } = context;
  const liaisons = liaisonsOf(records).filter(
    ({ unit }) => unitOf(records, unit)?.kind === 'community',
  );
  const told = liaisons.length > 0 ? liaisons : convenorsOf(records);
  const what = asking.keptFor(number, said, kind);
  return together(...told.filter(({ id }) => id !== person.id).map(({ id }) => tell(id, what)));
}
